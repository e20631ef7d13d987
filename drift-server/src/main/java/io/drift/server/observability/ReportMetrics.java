package io.drift.server.observability;

import io.drift.core.ComparisonQuery;
import io.drift.core.comparison.ComparisonReport;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;
import java.util.function.Function;
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
     * A request for a report begins.
     *
     * @return to be run once when it has been answered, or has failed
     */
    public Runnable began() {
        return requests.startTimer()::observeDuration;
    }

    /**
     * Makes a report, and counts it, or counts that it failed, whoever's fault it was.
     *
     * @param query reads and checks what to compare
     * @param comparison compares
     * @return the report
     */
    public ComparisonReport made(
            Supplier<ComparisonQuery> query, Function<ComparisonQuery, ComparisonReport> comparison) {
        try {
            ComparisonQuery valid = read(query);
            ComparisonReport report = comparison.apply(valid);
            count(valid, report);
            return report;
        } catch (RuntimeException failure) {
            apiExceptions.inc();
            reportExceptions.inc();
            throw failure;
        }
    }

    private ComparisonQuery read(Supplier<ComparisonQuery> query) {
        Histogram.Timer timer = phases.validationBegan();
        try {
            return query.get();
        } finally {
            timer.observeDuration();
        }
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
