package io.drift.clowder;

import java.util.List;

/**
 * Settings, and where each comes from.
 *
 * <pre>{@code
 * LoadedSettings loaded = SettingsLoader.explain(System.getenv(), Set.of(Setting.INVENTORY_SVC_URL));
 * loaded.warnings().forEach(System.err::println);
 * }</pre>
 *
 * @param settings what Drift runs with
 * @param warnings what somebody should mend, although Drift runs with it; a line each, no secrets
 * @param effective every setting, in the order of the table; of those that are not used only what is set
 */
public record LoadedSettings(DriftSettings settings, List<String> warnings, List<EffectiveSetting> effective) {

    /** Copies the lists. */
    public LoadedSettings {
        warnings = List.copyOf(warnings);
        effective = List.copyOf(effective);
    }
}
