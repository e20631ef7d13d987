package io.drift.benchmarks.ranking;

import io.drift.benchmarks.ranking.Cause.Plant;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.source.FactSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes reports of one fleet in which something is planted. The machines stand in their order. */
final class PlantedReport {

    private final RoleFleet fleet;
    private final FactRecorder recorder = new FactRecorder();
    private final List<FactSource> machines = new ArrayList<>();

    PlantedReport(RoleFleet fleet) {
        this.fleet = fleet;
        for (int machine = 0; machine < fleet.machines(); machine++) {
            machines.add(source(machine, null));
        }
    }

    ComparisonReport with(Plant plant) {
        List<FactSource> changed = new ArrayList<>(machines);
        plant.values().keySet().forEach(machine -> changed.set(machine, source(machine, plant)));
        return Comparison.of(changed).report();
    }

    private FactSource source(int machine, @Nullable Plant plant) {
        for (Map.Entry<String, @Nullable String[]> fact : fleet.facts().entrySet()) {
            boolean planted = plant != null && plant.fact().equals(fact.getKey());
            record(fact.getKey(), planted ? plant.values().get(machine) : fact.getValue()[machine]);
        }
        if (plant != null && !fleet.facts().containsKey(plant.fact())) {
            record(plant.fact(), plant.values().get(machine));
        }
        RecordedFacts facts = recorder.end();
        return FactSource.of(String.format(Locale.ROOT, "m%04d", machine), facts);
    }

    private void record(String name, @Nullable String value) {
        if (value != null) {
            recorder.record(name, value);
        }
    }
}
