package io.drift.server.observability;

import io.drift.http.CallObserver;
import io.drift.http.Service;
import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How long each HTTP call to a service took, and how many were not answered at all. An error status counts as an
 * answer.
 */
final class ServiceMetrics implements CallObserver {

    private record Series(Histogram requests, Counter exceptions, Gauge.Child breaker, Counter.Child refused) {}

    private final Map<Service, Series> seriesOf = new EnumMap<>(Service.class);

    ServiceMetrics(CollectorRegistry registry) {
        Gauge breakers = Gauge.build(
                        "drift_service_breaker_state",
                        "0 if a service is called, 1 while it is tried, 2 if it is not called")
                .labelNames("service")
                .register(registry);
        Counter refused = Counter.build(
                        "drift_service_calls_refused",
                        "count of calls not made because too many waited for the service")
                .labelNames("service")
                .register(registry);
        for (Service service : Service.values()) {
            seriesOf.put(service, series(service, registry, breakers, refused));
        }
    }

    private static Series series(Service service, CollectorRegistry registry, Gauge breakers, Counter refused) {
        return switch (service) {
            case INVENTORY -> series("inventory", "drift_inventory_service_exceptions", registry, breakers, refused);
            case BASELINES -> series("baseline", "drift_baseline_service_exceptions", registry, breakers, refused);
            case HISTORICAL_PROFILES -> series("hsp", "drift_hsp_service_exceptions", registry, breakers, refused);
            // the one name without _service
            case RBAC -> series("rbac", "drift_rbac_exceptions", registry, breakers, refused);
        };
    }

    private static Series series(
            String word, String exceptions, CollectorRegistry registry, Gauge breakers, Counter refused) {
        return new Series(
                Histogram.build("drift_" + word + "_service_requests", word + " service call stats")
                        .register(registry),
                Counter.build(exceptions, "count of exceptions raised by " + word + " service")
                        .register(registry),
                breakers.labels(word),
                refused.labels(word));
    }

    @Override
    public void breakerChanged(Service service, BreakerState state) {
        Objects.requireNonNull(seriesOf.get(service)).breaker.set(state.ordinal());
    }

    @Override
    public void refused(Service service, int calls) {
        Objects.requireNonNull(seriesOf.get(service)).refused.inc(calls);
    }

    @Override
    public void called(Service service, Duration took, Outcome outcome) {
        Series series = Objects.requireNonNull(seriesOf.get(service));
        series.requests.observe(took.toNanos() / Collector.NANOSECONDS_PER_SECOND);
        if (outcome == Outcome.BROKEN || outcome == Outcome.LATE) {
            series.exceptions.inc();
        }
    }
}
