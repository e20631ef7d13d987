package io.drift.server.observability;

import io.drift.registry.baselines.BaselineListener;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** What a server counts of the baselines that it keeps itself. Thread-safe. */
final class BaselineMetrics implements BaselineListener {

    private final Map<Event, Counter.Child> events = new EnumMap<>(Event.class);

    BaselineMetrics(CollectorRegistry registry, LongSupplier kept) {
        Counter changes = Counter.build(
                        "drift_baseline_changes", "count of what was done with own baselines, by what it was")
                .labelNames("change")
                .register(registry);
        for (Event event : Event.values()) {
            events.put(event, changes.labels(event.name().toLowerCase(Locale.ROOT)));
        }
        CountedGauge.register("drift_baselines", "baselines that are kept", kept, registry);
    }

    @Override
    public void happened(Event event, int count) {
        Objects.requireNonNull(events.get(event)).inc(count);
    }
}
