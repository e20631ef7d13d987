package io.drift.server.observability;

import io.drift.core.ComparisonQuery;
import io.drift.core.Comparisons;
import io.drift.core.comparison.ComparisonReport;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;
import java.util.function.Supplier;

/** How many comparison reports were asked for, how long they took, how large they were, and how many failed. */
public final class ReportMetrics {

    private static final double[] SYSTEMS = {2, 4, 8, 16, 32, 64, 128, 256};

    private final PhaseMetrics phases;
    private final Histogram requests;
    private final Counter apiExceptions;
    private final Counter reportExceptions;
    private final Histogram systems;
    private final Histogram systemsWithoutProfile;

    ReportMetrics(CollectorRegistry registry, PhaseMetrics phases) {
        this.phases = phases;
        requests = Histogram.build("drift_comparison_report_requests", "comparison report request stats")
                .register(registry);
        apiExceptions = Counter.build("drift_api_exceptions", "count of exceptions raised on public API")
                .register(registry);
        // the platform's dashboard asks for it, though the archived service never had it
        reportExceptions = Counter.build(
                        "drift_comparison_report_exceptions", "count of exceptions raised by comparison reports")
                .register(registry);
        systems = Histogram.build("drift_systems_compared", "count of systems compared in each request")
                .buckets(SYSTEMS)
                .register(registry);
        systemsWithoutProfile = Histogram.build(
                        "drift_systems_compared_no_sysprofile",
                        "count of systems without system profile compared in each request")
                .buckets(SYSTEMS)
                .register(registry);
    }

    /**
     * Times a request for a report.
     *
     * @return to be run once when it has been answered, or has failed
     */
    public Runnable startRequest() {
        return requests.startTimer()::observeDuration;
    }

    /**
     * Times the check of a query.
     *
     * @param check checks it
     * @return what the check returns
     */
    public ComparisonQuery timeValidation(Supplier<ComparisonQuery> check) {
        return phases.timeValidation(check);
    }

    /** Counts a request that failed, because of a bad query or anything else. */
    public void countFailure() {
        apiExceptions.inc();
        reportExceptions.inc();
    }

    /**
     * Counts the systems of each comparison that succeeds.
     *
     * @param comparisons compares
     * @return compares too
     */
    public Comparisons counting(Comparisons comparisons) {
        return (query, context) -> {
            ComparisonReport report = comparisons.compare(query, context);
            count(query, report);
            return report;
        };
    }

    private void count(ComparisonQuery query, ComparisonReport report) {
        systems.observe(query.systemIds().size());
        if (!query.systemIds().isEmpty()) {
            systemsWithoutProfile.observe(report.systems().stream()
                    .filter(system -> !system.profileExists())
                    .count());
        }
    }
}
