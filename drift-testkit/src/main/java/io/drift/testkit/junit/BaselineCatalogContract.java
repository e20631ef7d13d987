package io.drift.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.source.Baseline;
import io.drift.testkit.BaselineDocument;
import io.drift.testkit.Baselines;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link BaselineCatalog} must do. A test class extends it and says how to make one. */
public abstract class BaselineCatalogContract extends FoundByIds<BaselineDocument, Baseline> {

    /** For subclasses. */
    protected BaselineCatalogContract() {}

    /**
     * Makes a catalog.
     *
     * @param baselines what it knows, and nothing else
     * @return the catalog to be tested
     */
    protected abstract BaselineCatalog catalogWith(List<BaselineDocument> baselines);

    @Override
    final BaselineDocument document(int number) {
        return Baselines.baseline("baseline-" + number)
                .with("arch", "x86_64")
                .with("number_of_cpus", Integer.toString(number))
                .with("cpu_flags.fpu", "enabled")
                .document();
    }

    @Override
    final Baseline domainOf(BaselineDocument document) {
        return document.baseline();
    }

    @Override
    final Finding<Baseline> finding(List<BaselineDocument> known) {
        return catalogWith(known)::find;
    }

    @Test
    void finds_when_it_changed_and_facts_with_several_values() {
        BaselineDocument baseline = Baselines.baseline("web")
                .updatedAt("2024-10-17T14:26:09.733518Z")
                .with("installed_packages.kernel", List.of("5.14.0-427.el9.x86_64", "5.14.0-362.el9.x86_64"))
                .document();

        Baseline found = catalogWith(List.of(baseline))
                .find(List.of(baseline.id()), context())
                .get(0);

        assertThat(found.updated()).isEqualTo("2024-10-17T14:26:09.733518Z");
        assertThat(found.facts().asMap())
                .containsEntry(
                        FactName.of("installed_packages", "kernel"),
                        new FactValue.Several(List.of("5.14.0-427.el9.x86_64", "5.14.0-362.el9.x86_64")));
    }
}
