package io.drift.server;

import io.drift.cli.Shell;
import io.drift.cli.Terminal;
import io.drift.server.command.DriftCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;
import java.util.Map;

/** The process: takes the streams and the environment from the machine and hands them on. Nobody else does. */
public final class Main {

    /** Nobody types a connection of a database: without this, picocli would load what converts words to those. */
    private static final String CONVERTERS_LEFT_OUT = "picocli.converters.excludes";

    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments the words behind the name of the program
     */
    public static void main(String[] arguments) {
        System.setProperty(CONVERTERS_LEFT_OUT, "java[.]sql[.].*");
        Map<String, String> environment = System.getenv();
        Shell shell = new Shell(
                environment,
                System.in,
                Shell.utf8(new FileOutputStream(FileDescriptor.out), false),
                Shell.utf8(new FileOutputStream(FileDescriptor.err), true),
                () -> Terminal.detect(environment));
        System.exit(DriftCommand.commandLine(shell, Clock.systemUTC(), ReportFormats.BY_NAME)
                .execute(arguments));
    }
}
