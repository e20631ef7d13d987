package io.drift.testkit.assertj;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;

/**
 * Where assertions about reports begin.
 *
 * <pre>{@code
 * import static io.drift.testkit.assertj.DriftAssertions.assertThat;
 *
 * assertThat(report).hasColumns("web-1", "web-2").differsOnlyIn("os_release");
 * assertThat(report).fact("os_release").isDifferent().hasValue("web-1", "9.3");
 * }</pre>
 */
public final class DriftAssertions {

    private DriftAssertions() {}

    /**
     * About a report.
     *
     * @param report the report
     * @return its assertions
     */
    public static ReportAssert assertThat(ComparisonReport report) {
        return new ReportAssert(report);
    }

    /**
     * About a fact of a report.
     *
     * @param fact the fact
     * @return its assertions
     */
    public static FactAssert assertThat(FactComparison fact) {
        return new FactAssert(fact);
    }
}
