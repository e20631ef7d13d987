package io.drift.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh, with the texts of the help: a file {@code _drift} on the fpath, or to be sourced. */
final class ZshCompletion {

    private static final String SCRIPT = """
            #compdef drift
            # Completion of drift for zsh. Made by: drift completion zsh

            _drift() {
                local curcontext=$curcontext state line
                typeset -A opt_args
                local -a commands
                commands=(
            %s    )
                _arguments -C -S \\
            %s        '1: :->command' \\
                    '*:: :->arguments' && return
                case $state in
                    command) _describe -t commands command commands ;;
                    arguments)
                        case $words[1] in
            %s            esac
                        ;;
                esac
            }

            if [ "$funcstack[1]" = _drift ]; then
                _drift "$@"
            else
                compdef _drift drift
            fi
            """;

    private ZshCompletion() {}

    /** For the completion system of zsh. */
    static String script(CommandSpec program) {
        List<CommandSpec> commands = ShownParts.commands(program);
        return SCRIPT.formatted(
                commands.stream()
                        .map(command -> "        " + quoted(command.name() + ":" + ShownParts.summary(command)) + "\n")
                        .collect(Collectors.joining()),
                ShownParts.options(program).stream()
                        .flatMap(ZshCompletion::options)
                        .map(option -> "        " + option + " \\\n")
                        .collect(Collectors.joining()),
                commands.stream().map(ZshCompletion::branch).collect(Collectors.joining()));
    }

    private static String branch(CommandSpec command) {
        return Stream.concat(
                        ShownParts.options(command).stream().flatMap(ZshCompletion::options),
                        ShownParts.parameters(command).stream().map(ZshCompletion::parameter))
                .collect(Collectors.joining(
                        " \\\n                        ",
                        "                %s)\n                    _arguments -S \\\n                        "
                                .formatted(command.name()),
                        "\n                    ;;\n"));
    }

    /** One specification for each of its names; they exclude each other unless the option may be repeated. */
    private static Stream<String> options(OptionSpec option) {
        String repeated = option.isMultiValue() ? "*" : "(" + String.join(" ", option.names()) + ")";
        String text = "[" + escaped(ShownParts.summary(option)) + "]";
        return Stream.of(option.names())
                .map(name -> quoted(repeated
                        + (ShownParts.takesValue(option)
                                ? name + (name.startsWith("--") ? "=" : "+") + text + value(option)
                                : name + text)));
    }

    private static String parameter(PositionalParamSpec parameter) {
        return quoted((parameter.arity().max() > 1 ? "*" : "1") + value(parameter));
    }

    private static String value(ArgSpec argument) {
        return ":" + argument.paramLabel() + ":"
                + ShownParts.values(argument)
                        .map(values -> "(" + String.join(" ", values) + ")")
                        .orElse("_files");
    }

    /** In the text of an option. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\\\[\\]:]", "\\\\$0");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
