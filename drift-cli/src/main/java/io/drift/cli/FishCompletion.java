package io.drift.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish, from 3.0 on, with the texts of the help. */
final class FishCompletion {

    private static final String BEGIN = """
            # Completion of drift for fish. Made by: drift completion fish

            # Whether this is the command before the cursor; '' for none yet.
            function __drift_is
                set -l command
                for word in (commandline -opc)[2..-1]
                    if not string match -q -- '-*' $word
                        set command $word
                        break
                    end
                end
                test "$command" = "$argv[1]"
            end

            complete -c drift -f
            """;

    private FishCompletion() {}

    /** To be sourced by fish. */
    static String script(CommandSpec program) {
        Stream<String> names = ShownParts.commands(program).stream()
                .map(command -> at("", " -a " + command.name() + text(ShownParts.summary(command))));
        Stream<String> arguments =
                ShownParts.commands(program).stream().flatMap(command -> arguments(command.name(), command));
        return Stream.of(names, arguments("", program), arguments)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("", BEGIN, ""));
    }

    private static Stream<String> arguments(String name, CommandSpec command) {
        return Stream.concat(
                ShownParts.options(command).stream()
                        .map(option -> at(name, names(option) + value(option) + text(ShownParts.summary(option)))),
                ShownParts.parameters(command).stream().map(parameter -> at(name, offered(parameter))));
    }

    private static String at(String command, String rest) {
        return "complete -c drift -n \"__drift_is '" + command + "'\"" + rest + "\n";
    }

    private static String names(OptionSpec option) {
        return Stream.of(option.names())
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
    }

    private static String value(OptionSpec option) {
        return ShownParts.takesValue(option) ? " -r" + offered(option) : "";
    }

    private static String offered(ArgSpec argument) {
        return ShownParts.values(argument)
                .map(values -> " -f -a '" + String.join(" ", values) + "'")
                .orElse(" -F");
    }

    private static String text(String summary) {
        return " -d '" + summary.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
