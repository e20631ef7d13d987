package io.drift.core;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonListener;
import io.drift.core.comparison.ComparisonListener.Phase;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactRules;
import io.drift.core.error.DriftException;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.source.FactSource;
import io.drift.core.source.InventorySystem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds systems, baselines and historical profiles at the same time and compares them.
 *
 * <pre>{@code
 * CompareSystems compareSystems = CompareSystems.of(inventory).withBaselines(baselines);
 * ComparisonReport report = compareSystems.compare(query, RequestContext.local());
 * }</pre>
 *
 * <p>Immutable and thread-safe: each {@code with} method answers a changed use case.
 */
public final class CompareSystems implements Comparisons {

    private final SystemInventory inventory;
    private final Settings settings;

    /** Everything that has a default. Changed only while it is new. */
    private static final class Settings {

        private BaselineCatalog baselines = (ids, context) -> List.of();
        private HistoricalProfiles historicalProfiles = (ids, context) -> List.of();
        private Executor executor = ForkJoinPool.commonPool();
        private Clock clock = Clock.systemUTC();
        private @Nullable FactRules rules;
        private Set<String> excludedOperatingSystems = Set.of();
        private BiConsumer<InventorySystem, RequestContext> leftOut = (system, context) -> {};
        private ComparisonListener listener = ComparisonListener.NONE;

        Settings copy() {
            Settings copy = new Settings();
            copy.baselines = baselines;
            copy.historicalProfiles = historicalProfiles;
            copy.executor = executor;
            copy.clock = clock;
            copy.rules = rules;
            copy.excludedOperatingSystems = excludedOperatingSystems;
            copy.leftOut = leftOut;
            copy.listener = listener;
            return copy;
        }
    }

    private CompareSystems(SystemInventory inventory, Settings settings) {
        this.inventory = inventory;
        this.settings = settings;
    }

    /**
     * The use case over an inventory, without any baselines and historical profiles, with the common pool, the system's
     * clock, the rules of what the ports return, see {@link Comparison#of(List)}, and no system left out.
     *
     * @param inventory where systems come from
     * @return the use case
     */
    public static CompareSystems of(SystemInventory inventory) {
        return new CompareSystems(inventory, new Settings());
    }

    private CompareSystems with(Consumer<Settings> change) {
        Settings changed = settings.copy();
        change.accept(changed);
        return new CompareSystems(inventory, changed);
    }

    /**
     * Finds baselines too.
     *
     * @param baselines where baselines come from
     * @return the changed use case
     */
    public CompareSystems withBaselines(BaselineCatalog baselines) {
        return with(changed -> changed.baselines = baselines);
    }

    /**
     * Finds historical profiles too.
     *
     * @param historicalProfiles where historical profiles come from
     * @return the changed use case
     */
    public CompareSystems withHistoricalProfiles(HistoricalProfiles historicalProfiles) {
        return with(changed -> changed.historicalProfiles = historicalProfiles);
    }

    /**
     * Runs finds on another executor.
     *
     * @param executor runs up to two finds of a comparison; the third runs on the calling thread
     * @return the changed use case
     */
    public CompareSystems withExecutor(Executor executor) {
        return with(changed -> changed.executor = executor);
    }

    /**
     * Tells the time by another clock.
     *
     * @param clock tells which systems are stale, and when a deadline has passed
     * @return the changed use case
     */
    public CompareSystems withClock(Clock clock) {
        return with(changed -> changed.clock = clock);
    }

    /**
     * Compares under certain rules.
     *
     * @param rules the rules for the reading of the profiles that the ports return
     * @return the changed use case
     */
    public CompareSystems withRules(FactRules rules) {
        return with(changed -> changed.rules = rules);
    }

    /**
     * Leaves systems out of reports by their operating system, after the check that every id was returned. Historical
     * profiles are never left out.
     *
     * @param operatingSystems values of {@code operating_system.name}
     * @param leftOut hears of each system that is left out
     * @return the changed use case
     */
    public CompareSystems withExcludedOperatingSystems(
            Set<String> operatingSystems, BiConsumer<InventorySystem, RequestContext> leftOut) {
        return with(changed -> {
            changed.excludedOperatingSystems = Set.copyOf(operatingSystems);
            changed.leftOut = leftOut;
        });
    }

    /**
     * Tells how far a comparison is.
     *
     * @param listener hears when the parts of a comparison begin and end; thread-safe
     * @return the changed use case
     */
    public CompareSystems withListener(ComparisonListener listener) {
        return with(changed -> changed.listener = listener);
    }

    /**
     * Compares.
     *
     * @param query what to compare
     * @param context who asks, and until when; cancelled when the deadline passes
     * @return where the sources differ
     * @throws DriftException if something was not found, see {@link ComparisonQuery#partial}, is not allowed, or a port failed; of several failures the
     *     worst
     * @throws IllegalStateException if the ports read profiles in two ways, or in another way than the rules are for
     */
    @Override
    public ComparisonReport compare(ComparisonQuery query, RequestContext context) {
        Find.Found found = settings.listener.during(Phase.FIND, () -> find(query, context));
        Comparison comparison = Comparison.of(found.sources().stream()
                        .filter(source -> !isExcluded(source, context))
                        .toList())
                .withReference(query.referenceId())
                .withBaselineFactsOnly(query.baselineFactsOnly())
                .withListener(settings.listener);
        return (settings.rules == null ? comparison : comparison.withRules(settings.rules))
                .report(settings.clock)
                .withNotFound(found.missing());
    }

    private Find.Found find(ComparisonQuery query, RequestContext context) {
        List<Find<?>> finds = Stream.<Find<?>>of(
                        new Find<>(
                                "systems",
                                query.systemIds(),
                                query.partial(),
                                during(Phase.FIND_SYSTEMS, inventory::find)),
                        new Find<>(
                                "historical profiles",
                                query.historicalProfileIds(),
                                query.partial(),
                                during(Phase.FIND_HISTORICAL_PROFILES, settings.historicalProfiles::find)),
                        new Find<>(
                                "baselines",
                                query.baselineIds(),
                                query.partial(),
                                during(Phase.FIND_BASELINES, settings.baselines::find)))
                .filter(find -> !find.ids().isEmpty())
                .toList();
        List<FactSource> sources = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<DriftException> failures = new ArrayList<>();
        for (ParallelFinds.Outcome outcome : ParallelFinds.run(finds, context, settings.executor, settings.clock)) {
            sources.addAll(outcome.found().sources());
            missing.addAll(outcome.found().missing());
            outcome.failure().ifPresent(failures::add);
        }
        if (!failures.isEmpty()) {
            throw FetchFailures.combined(failures);
        }
        if (sources.isEmpty()) {
            throw ItemNotReturnedException.ofIds(missing);
        }
        return new Find.Found(sources, missing);
    }

    private <T> BiFunction<List<String>, RequestContext, List<T>> during(
            Phase phase, BiFunction<List<String>, RequestContext, List<T>> port) {
        return (ids, context) -> settings.listener.during(phase, () -> port.apply(ids, context));
    }

    private boolean isExcluded(FactSource source, RequestContext context) {
        boolean excluded = source instanceof InventorySystem system
                && system.profile().header().operatingSystem() != null
                && settings.excludedOperatingSystems.contains(
                        system.profile().header().operatingSystem());
        if (excluded) {
            settings.leftOut.accept((InventorySystem) source, context);
        }
        return excluded;
    }
}
