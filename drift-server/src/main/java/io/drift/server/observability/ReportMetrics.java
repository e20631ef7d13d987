package io.drift.server.observability;

import io.drift.core.ComparisonQuery;
import io.drift.core.Comparisons;
import io.drift.core.comparison.ComparisonReport;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;
import java.io.IOException;
import java.util.concurrent.Callable;

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

    /** Answers a request. */
    @FunctionalInterface
    public interface Answer {

        /** Answers, to the last byte. */
        void send() throws IOException;
    }

    /**
     * Times a request for a report, and counts it if it fails, because of a bad query or anything else.
     *
     * @param answer answers it
     * @throws IOException if the answer does
     */
    public void time(Answer answer) throws IOException {
        Histogram.Timer running = requests.startTimer();
        try {
            answer.send();
        } catch (RuntimeException failure) {
            apiExceptions.inc();
            reportExceptions.inc();
            throw failure;
        } finally {
            running.observeDuration();
        }
    }

    /**
     * Times the check of a query.
     *
     * @param check checks it
     * @return what the check returns
     */
    public ComparisonQuery timeValidation(Callable<ComparisonQuery> check) {
        return phases.timeValidation(check);
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
