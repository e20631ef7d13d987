package io.drift.server.command;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.stream.Stream;

/** How this program is called again from the folder where it was started, to be pasted into a shell. */
final class ProgramCall {

    private ProgramCall() {}

    /**
     * The words in front of a command.
     *
     * @param environment tells where a shell looks for programs
     * @return such as {@code java -jar drift-server.jar}; {@code drift} where the program is no jar
     */
    static String of(Map<String, String> environment) {
        CodeSource source = ProgramCall.class.getProtectionDomain().getCodeSource();
        try {
            Path program = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(program) ? java(environment) + " -jar " + word(fromHere(program)) : "drift";
        } catch (URISyntaxException noFile) {
            return "drift";
        }
    }

    private static String fromHere(Path program) {
        Path here = Path.of("").toAbsolutePath();
        return (program.startsWith(here) ? here.relativize(program) : program).toString();
    }

    private static String java(Map<String, String> environment) {
        boolean isFound = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "java")));
        return isFound
                ? "java"
                : word(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** A word for a shell of the family of sh. */
    static String word(String text) {
        return text.matches("[\\w./:+,@%-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
