package io.drift.http;

import io.drift.core.port.AccessControl;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.SystemInventory;
import io.drift.testkit.BaselineDocument;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.HistoricalProfileDocument;
import io.drift.testkit.SystemDocument;
import io.drift.testkit.junit.AccessControlContract;
import io.drift.testkit.junit.BaselineCatalogContract;
import io.drift.testkit.junit.HistoricalProfilesContract;
import io.drift.testkit.junit.SystemInventoryContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The real clients keep the contracts that the fakes keep, against today's platform and against the archived one. */
class ContractTest {

    private FakePlatform platform;
    private PlatformClients clients;

    @BeforeEach
    void start() {
        platform = FakePlatform.start();
        clients = Clients.of(platform);
    }

    @AfterEach
    void stop() {
        clients.close();
        platform.close();
    }

    @Nested
    class Inventory extends SystemInventoryContract {

        @Override
        protected SystemInventory inventoryWith(List<SystemDocument> systems) {
            platform.serve(systems);
            return clients.inventory();
        }
    }

    @Nested
    class InventoryOfTheArchivedPlatform extends SystemInventoryContract {

        @Override
        protected SystemInventory inventoryWith(List<SystemDocument> systems) {
            platform.shortLists().serve(systems);
            return clients.inventory();
        }
    }

    @Nested
    class BaselineService extends BaselineCatalogContract {

        @Override
        protected BaselineCatalog catalogWith(List<BaselineDocument> baselines) {
            platform.serve(baselines);
            return clients.baselines();
        }
    }

    @Nested
    class HistoricalProfileService extends HistoricalProfilesContract {

        @Override
        protected HistoricalProfiles profilesWith(List<HistoricalProfileDocument> profiles) {
            platform.serve(profiles);
            return clients.historicalProfiles();
        }
    }

    @Nested
    class Rbac extends AccessControlContract {

        @Override
        protected AccessControl accessControlGranting(List<String> permissions) {
            platform.grantOnly(permissions.toArray(String[]::new));
            return clients.accessControl();
        }
    }
}
