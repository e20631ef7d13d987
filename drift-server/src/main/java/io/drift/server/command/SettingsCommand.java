package io.drift.server.command;

import io.drift.cli.DriftCommandLine;
import io.drift.cli.Shell;
import io.drift.clowder.EffectiveSetting;
import io.drift.clowder.InvalidSettingsException;
import io.drift.clowder.LoadedSettings;
import io.drift.clowder.SettingsLoader;
import io.drift.server.platform.PlatformMode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints what the server would run with in this environment, and who says so. */
@Command(
        name = "settings",
        description = {
            "Prints the settings that the server would start with.",
            "Each says where it comes from: Clowder, the environment or the default. Secrets are masked."
        },
        footer = {"", "Exit codes: 0 the server could start, 2 it could not."},
        mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {

    private final Shell shell;

    SettingsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try {
            LoadedSettings loaded = SettingsLoader.explain(shell.environment(), PlatformMode.REQUIRED);
            shell.printAligned(
                    loaded.effective().stream().map(SettingsCommand::row).toList());
            loaded.warnings().forEach(warning -> shell.complain("warning: " + warning));
            return 0;
        } catch (InvalidSettingsException invalid) {
            invalid.faults().forEach(shell::complain);
            return DriftCommandLine.FAILED;
        }
    }

    /** Its name, its value (masked if it is a secret), and who says so. */
    private static List<String> row(EffectiveSetting effective) {
        return List.of(effective.setting().title(), effective.value(), effective.source());
    }
}
