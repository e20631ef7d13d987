package io.drift.server.observability;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Gauge;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A number that is looked up whenever somebody asks for the metrics. */
final class CountedGauge {

    private static final Logger LOG = LoggerFactory.getLogger(CountedGauge.class);

    private CountedGauge() {}

    static void register(String name, String help, LongSupplier count, CollectorRegistry registry) {
        Gauge.build(name, help).register(registry).setChild(new Gauge.Child() {
            @Override
            public double get() {
                return value(name, count);
            }
        });
    }

    /** What cannot be counted must not hide all other metrics. */
    private static double value(String name, LongSupplier count) {
        try {
            return count.getAsLong();
        } catch (RuntimeException failed) {
            LOG.warn("{} cannot be told: {}", name, failed.getMessage());
            return Double.NaN;
        }
    }
}
