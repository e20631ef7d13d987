package io.drift.testkit.junit;

import io.drift.core.fact.FactRecorder;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.source.Baseline;
import io.drift.testkit.BaselineDocument;
import java.util.List;

/** Catalogs of baselines that are wrong, each in the way that its name says. */
final class WrongCatalogs {

    private WrongCatalogs() {}

    /** A right catalog that is spoiled. */
    private abstract static class Spoiled extends BaselineCatalogContract {

        @Override
        protected final BaselineCatalog catalogWith(List<BaselineDocument> baselines) {
            BaselineCatalog right = RightAdapters.catalog(baselines);
            return (ids, context) ->
                    right.find(ids, context).stream().map(this::spoil).toList();
        }

        abstract Baseline spoil(Baseline baseline);
    }

    static final class Forgets_when_a_baseline_changed extends Spoiled {
        @Override
        Baseline spoil(Baseline baseline) {
            return new Baseline(baseline.id(), baseline.name(), null, baseline.facts());
        }
    }

    static final class Joins_the_values_of_a_fact extends Spoiled {
        @Override
        Baseline spoil(Baseline baseline) {
            FactRecorder recorder = new FactRecorder();
            baseline.facts()
                    .asMap()
                    .forEach((name, value) ->
                            recorder.record(name.toString(), value == null ? null : String.join(", ", value.texts())));
            return new Baseline(baseline.id(), baseline.name(), baseline.updated(), recorder.end());
        }
    }

    static final class Names_a_baseline_by_its_id extends Spoiled {
        @Override
        Baseline spoil(Baseline baseline) {
            return new Baseline(baseline.id(), baseline.id(), baseline.updated(), baseline.facts());
        }
    }
}
