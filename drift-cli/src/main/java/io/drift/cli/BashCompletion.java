package io.drift.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Completion for bash, from 3.2 on. Where nothing else is offered, bash completes names of files by itself, which knows
 * about blanks, folders and {@code ~}; where no file is expected it is told not to, which 3.2 does not heed.
 */
final class BashCompletion {

    private static final String SCRIPT = """
            # Completion of drift for bash. Made by: drift completion bash

            _drift() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= index
                # --option=value comes as three words
                if [ "$word" = = ]; then
                    word=
                elif [ "$before" = = ]; then
                    before=${COMP_WORDS[COMP_CWORD - 2]}
                fi
                for ((index = 1; index < COMP_CWORD; index++)); do
                    case ${COMP_WORDS[index]} in
                        -*) ;;
                        *) command=${COMP_WORDS[index]}; break ;;
                    esac
                done

                local options= values= files=
                case $command in
            %s    esac

                case $word in
                    -*) values=$options files= ;;
                esac
                COMPREPLY=($(compgen -W "$values" -- "$word"))
                [ -n "$files" ] || compopt +o default 2>/dev/null
                return 0
            }

            complete -o default -F _drift drift
            """;

    private BashCompletion() {}

    /** To be sourced by bash. */
    static String script(CommandSpec program) {
        List<CommandSpec> commands = ShownParts.commands(program);
        String names = commands.stream().map(CommandSpec::name).collect(Collectors.joining(" "));
        return SCRIPT.formatted(branch("''", program, "values='" + names + "'")
                + commands.stream()
                        .map(command -> branch(command.name(), command, parameters(command)))
                        .collect(Collectors.joining()));
    }

    private static String branch(String pattern, CommandSpec command, String parameters) {
        String options = ShownParts.options(command).stream()
                .flatMap(option -> Stream.of(option.names()))
                .collect(Collectors.joining(" "));
        List<OptionSpec> valued = ShownParts.options(command).stream()
                .filter(ShownParts::takesValue)
                .toList();
        StringBuilder branch = new StringBuilder();
        branch.append("        %s)\n            options='%s'\n".formatted(pattern, options));
        if (valued.isEmpty()) {
            branch.append(parameters.isEmpty() ? "" : "            " + parameters + "\n");
        } else {
            branch.append("            case $before in\n");
            valued.forEach(option -> branch.append("                %s) %s options= ;;\n"
                    .formatted(String.join(" | ", option.names()), values(option))));
            branch.append("                *) %s ;;\n            esac\n".formatted(parameters));
        }
        return branch.append("            ;;\n").toString();
    }

    private static String parameters(CommandSpec command) {
        List<PositionalParamSpec> parameters = ShownParts.parameters(command);
        return parameters.isEmpty() ? "" : values(parameters.get(0));
    }

    private static String values(ArgSpec argument) {
        return ShownParts.values(argument)
                .map(values -> "values='" + String.join(" ", values) + "'")
                .orElse("files=yes");
    }
}
