package io.drift.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints what {@code --version} prints. */
@Command(name = "version", description = "Prints the version.", mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {

    private final Shell shell;
    private final String version;

    VersionCommand(Shell shell, String version) {
        this.shell = shell;
        this.version = version;
    }

    @Override
    public Integer call() {
        shell.out().println(version);
        return 0;
    }
}
