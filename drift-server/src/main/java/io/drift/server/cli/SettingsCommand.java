package io.drift.server.cli;

import io.drift.clowder.EffectiveSetting;
import io.drift.clowder.EffectiveSetting.Origin;
import io.drift.clowder.InvalidSettingsException;
import io.drift.clowder.LoadedSettings;
import io.drift.clowder.Setting;
import io.drift.clowder.SettingsLoader;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints what the server would run with in this environment, and who says so. */
@Command(
        name = "settings",
        description = "Prints the settings that the server would start with, and where each comes from: Clowder, the"
                + " environment or the default. Secrets are masked.",
        footer = {"", "Exit codes: 0 the server could start, 2 it could not."},
        mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {

    private static final String GAP = "  ";

    private final Shell shell;

    SettingsCommand(Shell shell) {
        this.shell = shell;
    }

    /**
     * A line of the output.
     *
     * @param name of the setting
     * @param value masked if it is a secret
     * @param origin who says so
     */
    private record Line(String name, String value, String origin) {}

    @Override
    public Integer call() {
        try {
            LoadedSettings loaded = SettingsLoader.explain(shell.environment());
            print(loaded.effective().stream().map(SettingsCommand::line).toList());
            loaded.warnings().forEach(warning -> shell.complain("warning: " + warning));
            return 0;
        } catch (InvalidSettingsException invalid) {
            invalid.faults().forEach(shell::complain);
            return DriftCommandLine.FAILED;
        }
    }

    private void print(List<Line> lines) {
        int names = width(lines.stream().map(Line::name).toList());
        int values = width(lines.stream().map(Line::value).toList());
        lines.forEach(line -> shell.out()
                .println(CellText.pad(line.name(), names)
                        + GAP
                        + CellText.pad(line.value(), values)
                        + GAP
                        + line.origin()));
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(CellText::width).max().orElse(0);
    }

    private static Line line(EffectiveSetting effective) {
        return new Line(effective.setting().title(), value(effective), origin(effective));
    }

    private static String value(EffectiveSetting effective) {
        String shown = effective.shown();
        if (shown == null) {
            return "-";
        }
        String unit = effective.setting().unit();
        return CellText.shown(shown) + (unit == null ? "" : " " + unit);
    }

    private static String origin(EffectiveSetting effective) {
        String origin = effective.origin().name().toLowerCase(Locale.ROOT);
        String place = effective.place().equals(effective.setting().title()) ? "" : " (" + effective.place() + ")";
        String idle =
                effective.origin() != Origin.DEFAULT && effective.setting().use() != Setting.Use.NOW
                        ? ", not used"
                        : "";
        return origin + CellText.printable(place) + idle;
    }
}
