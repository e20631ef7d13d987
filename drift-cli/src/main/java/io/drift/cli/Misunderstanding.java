package io.drift.cli;

import io.drift.core.error.Choice;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command line, in one line that also says what was probably meant. */
final class Misunderstanding {

    private static final String COMPARE = "compare";
    /** Words that a shell leaves as they are. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");

    /** How picocli begins what an option says of its value. */
    private static final Pattern VALUE = Pattern.compile("Invalid value for option '([^']+)'(?: \\([^)]*\\))?: (.*)");

    private final CommandSpec command;

    private Misunderstanding(CommandSpec command) {
        this.command = command;
    }

    /** The line, without an end. */
    static String explain(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        List<String> unmatched = unmatched(wrong);
        String what = unmatched.isEmpty() ? told(wrong) : new Misunderstanding(command).of(unmatched);
        return what + " (see '" + command.qualifiedName() + " --help')";
    }

    private static String told(ParameterException wrong) {
        String message = wrong.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
        Matcher value = VALUE.matcher(message);
        return value.matches()
                ? value.group(1) + ": "
                        + value.group(2).replaceFirst("is not an int$", "is no whole number, or is too large")
                : message;
    }

    /** A mistyped word counts before a missing one, which it may stand for. */
    private static List<String> unmatched(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException mistyped) {
            return mistyped.getUnmatched();
        }
        return wrong instanceof MissingParameterException
                ? wrong.getCommandLine().getUnmatchedArguments()
                : List.of();
    }

    /** What picocli could not make anything of: at least one word. */
    private String of(List<String> words) {
        String first = words.get(0);
        if (command.subcommands().isEmpty()) {
            return isOption(first) ? unknownOption(first) : "'" + first + "' is not expected here";
        }
        Optional<String> name = words.stream().filter(word -> !isOption(word)).findFirst();
        Optional<String> meant = name.flatMap(commands()::nearest);
        Optional<String> file =
                words.stream().filter(word -> new File(word).isFile()).findFirst();
        if (command.subcommands().containsKey(COMPARE) && file.isPresent() && (meant.isEmpty() || file.equals(name))) {
            return "'" + file.get() + "' is a file and no command; did you mean: " + comparing(words);
        }
        if (isOption(first)) {
            return unknownOption(first);
        }
        return "'" + first + "' is no command; "
                + meant.map(known -> "did you mean '" + known + "'?")
                        .orElseGet(() -> "choose " + commands().inWords());
    }

    private static boolean isOption(String word) {
        return word.length() > 1 && word.startsWith("-");
    }

    private Choice commands() {
        return new Choice(
                ShownParts.commands(command).stream().map(CommandSpec::name).toList());
    }

    private String unknownOption(String word) {
        String name = word.split("=", 2)[0];
        return "unknown option " + name
                + options(command)
                        .nearest(name)
                        .or(() -> ofAnotherCommand(name))
                        .map(known -> "; did you mean " + known + "?")
                        .orElse("");
    }

    /** An option that was given before the command that it belongs to. */
    private Optional<String> ofAnotherCommand(String name) {
        return ShownParts.commands(command).stream()
                .flatMap(other ->
                        options(other).nearest(name).map(known -> other.qualifiedName() + " " + known).stream())
                .findFirst();
    }

    private static Choice options(CommandSpec command) {
        return new Choice(ShownParts.options(command).stream()
                .flatMap(option -> Stream.of(option.names()))
                .toList());
    }

    private String comparing(List<String> words) {
        return words.stream()
                .map(Misunderstanding::quoted)
                .collect(Collectors.joining(" ", command.qualifiedName() + " " + COMPARE + " ", ""));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
