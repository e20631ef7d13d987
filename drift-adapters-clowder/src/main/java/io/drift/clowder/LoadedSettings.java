package io.drift.clowder;

import io.drift.clowder.EffectiveSetting.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Which services Drift runs with, and where its settings come from, for the log.
     *
     * @return one line such as {@code inventory http://inventory:8000, baselines none, historical-profiles none, rbac
     *     http://rbac:8000, settings from Clowder (/cdapp/cdappconfig.json), environment, defaults}; of an address scheme,
     *     host and port only
     */
    public String summary() {
        DriftSettings.Services services = settings.platform().services();
        return "inventory " + place(services.inventory())
                + ", baselines " + place(services.baselines())
                + ", historical-profiles " + place(services.historicalProfiles())
                + ", rbac " + place(services.rbac()) + (settings.access().rbacEnabled() ? "" : " (not asked)")
                + ", settings from " + String.join(", ", sources());
    }

    private static String place(@Nullable ServiceAddress service) {
        return service == null ? "none" : service.place();
    }

    private List<String> sources() {
        List<String> sources = new ArrayList<>();
        effective.stream()
                .filter(one -> one.setting() == Setting.ACG_CONFIG && one.text() != null)
                .forEach(clowder -> sources.add("Clowder (" + clowder.text() + ")"));
        if (comesFrom(Origin.ENVIRONMENT)) {
            sources.add("environment");
        }
        if (comesFrom(Origin.DEFAULT)) {
            sources.add("defaults");
        }
        return sources;
    }

    /** What only names the Clowder file, or makes no difference, does not count. */
    private boolean comesFrom(Origin origin) {
        return effective.stream()
                .anyMatch(one -> one.origin() == origin
                        && one.text() != null
                        && one.setting() != Setting.ACG_CONFIG
                        && one.setting().use() == Setting.Use.NOW);
    }
}
