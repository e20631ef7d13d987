package io.drift.registry.store;

import io.drift.core.fact.FactValue;
import java.util.List;

/**
 * What a baseline has at its top: a fact, or a category of facts.
 *
 * <pre>{@code
 * BaselineEntry arch = new BaselineEntry.Fact("arch", new FactValue.Text("x86_64"));
 * BaselineEntry flags = new BaselineEntry.Category(
 *         "cpu_flags", List.of(new BaselineEntry.Fact("fpu", new FactValue.Text("enabled"))));
 * }</pre>
 */
public sealed interface BaselineEntry {

    /**
     * What it is called.
     *
     * @return not empty
     */
    String name();

    /**
     * A fact.
     *
     * <pre>{@code
     * String shown = String.join(", ", fact.value().texts());
     * }</pre>
     *
     * @param name not empty
     * @param value one text, or several
     */
    record Fact(String name, FactValue value) implements BaselineEntry {}

    /**
     * Facts that belong together.
     *
     * <pre>{@code
     * long enabled = category.facts().size();
     * }</pre>
     *
     * @param name not empty
     * @param facts perhaps none
     */
    record Category(String name, List<Fact> facts) implements BaselineEntry {

        /** Copies the list. */
        public Category {
            facts = List.copyOf(facts);
        }
    }
}
