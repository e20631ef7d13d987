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

    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments the words behind the name of the program
     */
    public static void main(String[] arguments) {
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
