package io.drift.testkit.assertj;

import io.drift.core.comparison.Cell;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.FactValue;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a fact of a report.
 *
 * <pre>{@code
 * assertThat(report).fact("os_release").isDifferent().hasValue("web-1", "9.3").hasNoValue("web-2");
 * }</pre>
 */
public final class FactAssert extends AbstractAssert<FactAssert, FactComparison> {

    FactAssert(FactComparison fact) {
        super(fact, FactAssert.class);
    }

    /**
     * The fact is the SAME everywhere.
     *
     * @return this
     */
    public FactAssert isSame() {
        return isInState(ComparisonState.SAME);
    }

    /**
     * The fact is DIFFERENT.
     *
     * @return this
     */
    public FactAssert isDifferent() {
        return isInState(ComparisonState.DIFFERENT);
    }

    /**
     * The fact is in a state.
     *
     * @param state the state
     * @return this
     */
    public FactAssert isInState(ComparisonState state) {
        isNotNull();
        if (actual.state() != state) {
            throw failure("Expected %s to be %s, but:%s", actual.fact(), state, ReportAssert.table(List.of(actual)));
        }
        return this;
    }

    /**
     * A source has a value.
     *
     * @param source the name of the source, or its id
     * @param text its text, also of a value that was hidden
     * @return this
     */
    public FactAssert hasValue(String source, String text) {
        return has(source, new FactValue.Text(text));
    }

    /**
     * A source has several values.
     *
     * @param source the name of the source, or its id
     * @param texts their texts in their order
     * @return this
     */
    public FactAssert hasValues(String source, String... texts) {
        return has(source, new FactValue.Several(List.of(texts)));
    }

    /**
     * A source has no value.
     *
     * @param source the name of the source, or its id
     * @return this
     */
    public FactAssert hasNoValue(String source) {
        return has(source, null);
    }

    private FactAssert has(String source, @Nullable FactValue value) {
        isNotNull();
        FactValue found = cell(source).value();
        if (value == null ? found != null : !value.equals(found)) {
            throw failure(
                    "Expected %s of %s to be %s, but:%s",
                    actual.fact(), source, value == null ? "missing" : value, ReportAssert.table(List.of(actual)));
        }
        return this;
    }

    private Cell cell(String source) {
        return actual.cells().stream()
                .filter(cell -> cell.source().name().equals(source))
                .findFirst()
                .or(() -> actual.cell(source))
                .orElseThrow(() -> failure(
                        "Expected a column %s, but there are %s",
                        source,
                        actual.cells().stream()
                                .map(cell -> cell.source().name())
                                .toList()));
    }
}
