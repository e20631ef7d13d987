package io.drift.clowder;

import io.drift.clowder.EffectiveSetting.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of all settings: the Clowder file goes before the environment, the environment before the default. An empty
 * text counts as not set. With a Clowder file, what may stand in it is read from there only.
 */
final class SettingTexts {

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();
    private final @Nullable ClowderFile clowder;

    SettingTexts(Map<String, String> environment) {
        this.environment = environment;
        String file = variable(Setting.ACG_CONFIG.title(), false);
        this.clowder = file == null ? null : ClowderFile.read(file, faults::add);
    }

    List<String> faults() {
        return faults;
    }

    /** Null without a Clowder file. */
    @Nullable
    ClowderFile clowder() {
        return clowder;
    }

    EffectiveSetting find(Setting setting) {
        if (clowder != null && setting.clowder() != null) {
            ClowderFile.Entry entry = clowder.find(setting);
            return entry == null
                    ? defaultOf(setting)
                    : new EffectiveSetting(setting, entry.text(), Origin.CLOWDER, entry.place());
        }
        for (String name : setting.variables()) {
            String text = variable(name, setting.mayBeEmpty());
            if (text != null) {
                return new EffectiveSetting(setting, text, Origin.ENVIRONMENT, name);
            }
        }
        return defaultOf(setting);
    }

    private EffectiveSetting defaultOf(Setting setting) {
        return new EffectiveSetting(setting, setting.defaultValue(clowder != null), Origin.DEFAULT, setting.title());
    }

    /** A variable of the environment, also where the Clowder file goes before it. */
    @Nullable
    String variable(String name, boolean mayBeEmpty) {
        String text = environment.get(name);
        return text == null || (text.isBlank() && !mayBeEmpty) ? null : text.strip();
    }

    /** Whether nobody set it. */
    boolean isDefault(Setting setting) {
        return find(setting).origin() == Origin.DEFAULT;
    }

    @Nullable
    String text(Setting setting) {
        return find(setting).text();
    }

    /** The text of a setting that has a default. */
    String given(Setting setting) {
        String text = text(setting);
        if (text == null) {
            throw new IllegalStateException(setting + " has no default");
        }
        return text;
    }

    void fault(Setting setting, String allowed) {
        EffectiveSetting found = find(setting);
        String shown = found.shown();
        String prefix = clowder != null && found.origin() == Origin.CLOWDER ? clowder.prefix() : "";
        faults.add(
                prefix + found.place() + (shown == null ? " is not set: " : "=" + shown + " is not valid: ") + allowed);
    }

    boolean flag(Setting setting) {
        String text = given(setting).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            fault(setting, "must be true or false");
        }
        return text.equals("true");
    }

    /** A number; null if it is not set. Another text is a fault, and null. */
    @Nullable
    Integer number(Setting setting, int least, int most) {
        String text = text(setting);
        if (text == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // a fault below, like a number out of bounds
        }
        fault(setting, "must be a whole number from " + least + " to " + most);
        return null;
    }

    /** Texts separated by commas. */
    List<String> list(Setting setting) {
        String text = text(setting);
        return text == null
                ? List.of()
                : List.of(text.split(",")).stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    /** One of several texts, in any case. Another text is a fault, and counts as the first of them. */
    String oneOf(Setting setting, List<String> allowed, String inWords) {
        String text = given(setting).toLowerCase(Locale.ROOT);
        if (allowed.contains(text)) {
            return text;
        }
        fault(setting, "must be " + inWords);
        return allowed.get(0);
    }
}
