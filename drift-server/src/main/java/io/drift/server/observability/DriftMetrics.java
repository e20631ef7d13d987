package io.drift.server.observability;

import io.drift.core.comparison.ComparisonListener;
import io.drift.http.CallObserver;
import io.drift.registry.baselines.BaselineListener;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * What one server counts and times, under the names that dashboards of the archived service ask for. Every series is
 * there from the beginning. Thread-safe.
 */
public final class DriftMetrics {

    /** The content type of what {@link #write} writes (Q33). */
    public static final String CONTENT_TYPE = TextFormat.CONTENT_TYPE_004;

    private final CollectorRegistry registry = new CollectorRegistry();
    private final ServiceMetrics services = new ServiceMetrics(registry);
    private final PhaseMetrics phases = new PhaseMetrics(registry);
    private final ReportMetrics reports = new ReportMetrics(registry, phases);

    private final AtomicBoolean complete = new AtomicBoolean();

    /** Metrics in a registry of their own, with those of the JVM and the process. */
    public DriftMetrics() {}

    /**
     * Counts the calls to services.
     *
     * @return an observer for the HTTP clients
     */
    public CallObserver calls() {
        return services;
    }

    /**
     * Times the parts of comparisons.
     *
     * @return a listener for the use case
     */
    public ComparisonListener comparisons() {
        return phases;
    }

    /**
     * Counts comparison reports.
     *
     * @return told by the routes
     */
    public ReportMetrics reports() {
        return reports;
    }

    /**
     * Counts and times own systems. Only a server that keeps some has these metrics, so this is called once at most.
     *
     * @param bytes tells how large the database is
     * @return told by the stores
     */
    public StoreMetrics stores(LongSupplier bytes) {
        return new StoreMetrics(registry, bytes);
    }

    /**
     * Counts own baselines. Only a server that keeps some has these metrics, so this is called once at most.
     *
     * @param kept tells how many there are
     * @return told by who changes them
     */
    public BaselineListener baselines(LongSupplier kept) {
        return new BaselineMetrics(registry, kept);
    }

    /**
     * Writes all metrics in Prometheus' text format.
     *
     * @param out receives them; stays open
     * @throws IOException if it does not take them
     */
    public void write(Writer out) throws IOException {
        // the metrics of the JVM miss nothing until the first scrape, and would make the start slower
        if (complete.compareAndSet(false, true)) {
            DefaultExports.register(registry);
        }
        // the archived service does not say when a series was created
        TextFormat.write004(out, registry.filteredMetricFamilySamples(name -> !name.endsWith("_created")));
    }
}
