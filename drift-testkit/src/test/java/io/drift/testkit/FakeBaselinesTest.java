package io.drift.testkit;

import io.drift.core.port.BaselineCatalog;
import io.drift.core.source.Baseline;
import io.drift.testkit.junit.BaselineCatalogContract;
import java.util.List;

class FakeBaselinesTest extends BaselineCatalogContract {

    @Override
    protected BaselineCatalog catalogWith(List<BaselineDocument> baselines) {
        return new FakeBaselines()
                .with(baselines.stream().map(BaselineDocument::baseline).toArray(Baseline[]::new));
    }
}
