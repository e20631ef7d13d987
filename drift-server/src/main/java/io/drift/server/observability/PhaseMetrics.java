package io.drift.server.observability;

import io.drift.core.comparison.ComparisonListener;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Histogram;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * How long the parts of a comparison take, under the names of the archived service's methods. Where ours has no such
 * part, the series is there and stays at zero.
 */
final class PhaseMetrics implements ComparisonListener {

    private static final String REPORT = "comparison_report";
    private static final String COMPARISONS = "build_comparisons";
    /** Parts that the archived service names but never measures, and parts that ours does together with another. */
    private static final List<String[]> AT_ZERO = List.of(
            new String[] {COMPARISONS, "sort_comparisons"},
            new String[] {COMPARISONS, "sort_hsp"},
            new String[] {"_group_comparisons", "build_group_names"},
            new String[] {"_group_comparisons", "populate_groups"},
            new String[] {"_group_comparisons", "set_summary"});

    private final Histogram timings;
    private final Histogram.Child validation;

    PhaseMetrics(CollectorRegistry registry) {
        timings = Histogram.build("drift_performance_timing", "time taken by the parts of a comparison report")
                .labelNames("method", "method_part")
                .register(registry);
        AT_ZERO.forEach(timings::labels);
        validation = timings.labels(REPORT, "validate_uuid");
        for (Phase phase : Phase.values()) {
            child(phase);
        }
    }

    private Histogram.Child child(Phase phase) {
        return switch (phase) {
            case FIND -> timings.labels(REPORT, "api_requests");
            case FIND_SYSTEMS -> timings.labels(REPORT, "api_system_profile_requests");
            case FIND_BASELINES -> timings.labels(REPORT, "api_baseline_requests");
            case FIND_HISTORICAL_PROFILES -> timings.labels(REPORT, "api_hsp_requests");
            case COMPARE -> timings.labels(REPORT, "build_comparison");
            case ORDER_COLUMNS -> timings.labels(COMPARISONS, "sort_system_mappings");
            case FILL_TABLE -> timings.labels(COMPARISONS, "select_applicable_info");
            case SELECT_FACTS -> timings.labels(COMPARISONS, "remove_metadata");
            case MAKE_HEADER -> timings.labels(COMPARISONS, "create_metadata");
            case GROUP_FACTS -> timings.labels(COMPARISONS, "group_comparisons");
        };
    }

    @Override
    public Runnable start(Phase phase) {
        return child(phase).startTimer()::observeDuration;
    }

    /** Times the check of a query. */
    <T> T timeValidation(Callable<T> check) {
        return validation.time(check);
    }
}
