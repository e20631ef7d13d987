package io.drift.clowder;

import io.drift.clowder.EffectiveSetting.Origin;
import java.util.ArrayList;
import java.util.List;

/** Settings that Drift accepts and somebody should mend. */
final class SettingWarnings {

    private final SettingTexts texts;
    private final List<String> warnings = new ArrayList<>();

    SettingWarnings(SettingTexts texts) {
        this.texts = texts;
    }

    List<String> list() {
        for (Setting setting : Setting.values()) {
            warnOfOverruled(setting);
            warnOfMisspelt(setting);
            warnOfUnused(setting);
        }
        warnOfCloudWatch();
        return warnings;
    }

    private void warnOfOverruled(Setting setting) {
        if (texts.clowder() == null || setting.clowder() == null) {
            return;
        }
        setting.variables().stream()
                .filter(name -> texts.variable(name, false) != null)
                .forEach(name -> warnings.add(name + " is not used: with ACG_CONFIG only Clowder tells this"));
    }

    private void warnOfMisspelt(Setting setting) {
        EffectiveSetting found = texts.find(setting);
        if (found.origin() == Origin.ENVIRONMENT && setting.isMisspelt(found.place())) {
            warnings.add(found.place() + " is misspelt but accepted: its name is " + setting.title());
        }
    }

    private void warnOfUnused(Setting setting) {
        EffectiveSetting found = texts.find(setting);
        if (setting.use() == Setting.Use.NEVER && !setting.isSilent() && found.origin() == Origin.ENVIRONMENT) {
            warnings.add(found.place() + " is not used: " + setting.description());
        }
    }

    /** One warning for all keys. */
    private void warnOfCloudWatch() {
        ClowderFile clowder = texts.clowder();
        boolean keys = texts.text(Setting.CW_AWS_ACCESS_KEY_ID) != null
                || texts.text(Setting.CW_AWS_SECRET_ACCESS_KEY) != null
                || (clowder != null && clowder.resources().cloudWatch() != null);
        if (keys) {
            warnings.add("the credentials of CloudWatch are not used: logs go to the standard output of the process,"
                    + " for the platform to collect");
        }
    }
}
