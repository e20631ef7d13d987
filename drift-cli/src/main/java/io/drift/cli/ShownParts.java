package io.drift.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What users are shown of a program's commands, in the order of the help: everything but what is hidden. */
final class ShownParts {

    private ShownParts() {}

    static List<CommandSpec> commands(CommandSpec program) {
        return program.subcommands().values().stream()
                .map(command -> command.getCommandSpec())
                .filter(command -> !command.usageMessage().hidden())
                .distinct()
                .toList();
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    static List<PositionalParamSpec> parameters(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .toList();
    }

    /** Whether a value follows the option. */
    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** The values that an option or a parameter can have; empty if they are not counted, as with names of files. */
    static Optional<List<String>> values(ArgSpec argument) {
        return Optional.ofNullable(argument.completionCandidates())
                .map(values -> StreamSupport.stream(values.spliterator(), false).toList());
    }

    /**
     * Says which values an option or a parameter can have, if only the running program knows.
     *
     * @param label what stands for the value in the help
     */
    static void offer(CommandSpec command, String label, List<String> values) {
        List<ArgSpec> arguments = List.copyOf(command.args());
        // all of them, since each stands in the help where it was added
        arguments.forEach(command::remove);
        arguments.forEach(
                argument -> command.add(argument.paramLabel().equals(label) ? offering(argument, values) : argument));
    }

    private static ArgSpec offering(ArgSpec argument, List<String> values) {
        return argument instanceof OptionSpec option
                ? OptionSpec.builder(option).completionCandidates(values).build()
                : PositionalParamSpec.builder((PositionalParamSpec) argument)
                        .completionCandidates(values)
                        .build();
    }

    /** What a command does, in one line. */
    static String summary(CommandSpec command) {
        return firstSentence(command.usageMessage().description());
    }

    /** What an option is for, in one line. */
    static String summary(OptionSpec option) {
        return firstSentence(option.description());
    }

    /** Texts of the help are formats: {@code %n} and {@code %%} stand for something else. */
    static String text(String... lines) {
        return Stream.of(lines)
                .map(line -> String.format(line))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static String firstSentence(String... lines) {
        return text(lines).replaceFirst("(?s)\\.(\\s.*)?$", "");
    }
}
