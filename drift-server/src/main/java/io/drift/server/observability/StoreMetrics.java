package io.drift.server.observability;

import io.drift.registry.history.Upkeep;
import io.drift.registry.systems.UploadOutcome;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What a server counts and times of the systems that it keeps itself. Thread-safe. */
public final class StoreMetrics {

    private final Map<UploadOutcome.Kind, Counter.Child> uploads = new EnumMap<>(UploadOutcome.Kind.class);
    private final Histogram reads;
    private final Histogram writes;
    private final Gauge states;
    private final Counter thinned;
    private final Counter culled;
    private final CollectorRegistry registry;
    private final Counter.Child heldContents;
    private final Counter.Child inflatedContents;

    StoreMetrics(CollectorRegistry registry, LongSupplier bytes) {
        Counter outcomes = Counter.build("drift_uploads", "count of uploaded hosts, by what became of them")
                .labelNames("outcome")
                .register(registry);
        for (UploadOutcome.Kind kind : UploadOutcome.Kind.values()) {
            uploads.put(kind, outcomes.labels(kind.name().toLowerCase(Locale.ROOT)));
        }
        reads = Histogram.build("drift_store_reads", "stats of reading own systems")
                .register(registry);
        writes = Histogram.build("drift_store_writes", "stats of writing own systems, with the wait for the disk")
                .register(registry);
        CountedGauge.register(
                "drift_store_bytes", "size of the database, with what is on its way into it", bytes, registry);
        states = Gauge.build("drift_history_states", "states of systems that were kept when history was last thinned")
                .register(registry);
        thinned = Counter.build("drift_history_states_thinned", "count of states that were too many")
                .register(registry);
        Counter contents = Counter.build(
                        "drift_contents_read", "count of profiles read for reports, by where they were")
                .labelNames("from")
                .register(registry);
        heldContents = contents.labels("memory");
        inflatedContents = contents.labels("database");
        this.registry = registry;
        culled = Counter.build("drift_systems_culled", "count of systems removed because nobody heard of them")
                .register(registry);
    }

    /**
     * Counts an upload.
     *
     * @param outcome what became of it
     */
    public void uploaded(UploadOutcome outcome) {
        Objects.requireNonNull(uploads.get(outcome.kind())).inc();
    }

    /**
     * Tells how much memory contents take that are held because they may be read again. To be called once.
     *
     * @param bytes tells it
     */
    public void heldContents(LongSupplier bytes) {
        CountedGauge.register(
                "drift_contents_held_bytes", "size of the profiles that are held in memory", bytes, registry);
    }

    /** Counts a content that was held when it was read again. */
    public void heldContent() {
        heldContents.inc();
    }

    /** Counts a content that had to be inflated. */
    public void inflatedContent() {
        inflatedContents.inc();
    }

    /**
     * Times work that reads.
     *
     * @param work reads
     * @return what it returns
     */
    public <T> T timeRead(Supplier<T> work) {
        return time(reads, work);
    }

    /**
     * Times work that writes.
     *
     * @param work writes
     * @return what it returns
     */
    public <T> T timeWrite(Supplier<T> work) {
        return time(writes, work);
    }

    private static <T> T time(Histogram histogram, Supplier<T> work) {
        Histogram.Timer running = histogram.startTimer();
        try {
            return work.get();
        } finally {
            running.observeDuration();
        }
    }

    /**
     * Counts what was removed because it is not kept any more.
     *
     * @param done what was done
     */
    public void keptUp(Upkeep.Result done) {
        states.set(done.keptStates());
        thinned.inc(done.thinnedStates());
        culled.inc(done.removedSystems());
    }
}
