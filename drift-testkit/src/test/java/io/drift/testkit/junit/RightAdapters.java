package io.drift.testkit.junit;

import io.drift.core.port.AccessControl;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.SystemInventory;
import io.drift.core.source.Baseline;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.InventorySystem;
import io.drift.testkit.BaselineDocument;
import io.drift.testkit.FakeAccessControl;
import io.drift.testkit.FakeBaselines;
import io.drift.testkit.FakeHistoricalProfiles;
import io.drift.testkit.FakeInventory;
import io.drift.testkit.HistoricalProfileDocument;
import io.drift.testkit.SystemDocument;
import java.util.List;

/** The fakes, which are right, as the contracts see them. */
final class RightAdapters {

    private RightAdapters() {}

    static SystemInventory inventory(List<SystemDocument> systems) {
        return new FakeInventory()
                .with(systems.stream().map(SystemDocument::system).toArray(InventorySystem[]::new));
    }

    static BaselineCatalog catalog(List<BaselineDocument> baselines) {
        return new FakeBaselines()
                .with(baselines.stream().map(BaselineDocument::baseline).toArray(Baseline[]::new));
    }

    static HistoricalProfiles profiles(List<HistoricalProfileDocument> profiles) {
        return new FakeHistoricalProfiles()
                .with(profiles.stream()
                        .map(HistoricalProfileDocument::historicalProfile)
                        .toArray(HistoricalProfile[]::new));
    }

    static AccessControl access(List<String> permissions) {
        return new FakeAccessControl().grantOnly(permissions.toArray(String[]::new));
    }

    static final class Inventory extends SystemInventoryContract {
        @Override
        protected SystemInventory inventoryWith(List<SystemDocument> systems) {
            return inventory(systems);
        }
    }

    static final class Catalog extends BaselineCatalogContract {
        @Override
        protected BaselineCatalog catalogWith(List<BaselineDocument> baselines) {
            return catalog(baselines);
        }
    }

    static final class Profiles extends HistoricalProfilesContract {
        @Override
        protected HistoricalProfiles profilesWith(List<HistoricalProfileDocument> profiles) {
            return RightAdapters.profiles(profiles);
        }
    }

    static final class Access extends AccessControlContract {
        @Override
        protected AccessControl accessControlGranting(List<String> permissions) {
            return access(permissions);
        }
    }
}
