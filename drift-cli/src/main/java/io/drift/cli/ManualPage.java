package io.drift.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of a program, made from the texts of its help. */
final class ManualPage {

    /** When the texts were last gone through. */
    private static final String DATE = "2026-11-28";

    private static final String EXAMPLE_INDENT = "4";

    private static final List<Map.Entry<String, String>> ENVIRONMENT = List.of(
            Map.entry("COLUMNS", "How wide a table may be: a number above 0. Without it, as wide as the terminal."),
            Map.entry("NO_COLOR", "Set to anything, it keeps a table on a terminal from being coloured."),
            Map.entry("TERM", "If it is dumb, a table on a terminal is not coloured."),
            Map.entry("DRIFT_POLICY", "The policy of a comparison that names none with --policy."),
            Map.entry("DRIFT_SSH", "What asks machines in the place of ssh; may have options behind it."),
            Map.entry("XDG_DATA_HOME", "The folder with the data of 'drift standalone', in drift below it."));

    private final CommandSpec program;
    private final List<CommandSpec> commands;
    private final Roff page = new Roff();

    private ManualPage(CommandSpec program) {
        this.program = program;
        this.commands = ShownParts.commands(program);
    }

    /** The page, in the macros of man(7). */
    static String of(CommandSpec program) {
        return new ManualPage(program).written();
    }

    private String written() {
        page.comment("Made from the texts of the help by io.drift.cli.ManualPage; change those.")
                // names are not broken, and blanks are not stretched
                .macro("nr", "HY", "0")
                .macro("TH", program.name().toUpperCase(Locale.ROOT), "1", DATE, "Drift", "Drift Manual")
                .macro("ad", "l");
        name();
        page.macro("SH", "SYNOPSIS");
        programAndCommands().forEach(this::synopsis);
        page.macro("SH", "DESCRIPTION");
        description(program);
        page.macro("SH", "COMMANDS");
        commands.forEach(command -> page.tagged(Roff.bold(command.name()), ShownParts.summary(command) + "."));
        page.macro("SH", "OPTIONS").macro("SS", "every command");
        ShownParts.options(program).forEach(option -> argument(tag(option), option));
        commands.forEach(this::options);
        page.macro("SH", "EXIT STATUS");
        programAndCommands().forEach(this::exitCodes);
        page.macro("SH", "ENVIRONMENT");
        ENVIRONMENT.forEach(variable -> page.tagged(Roff.bold(variable.getKey()), variable.getValue()));
        page.macro("SH", "EXAMPLES").macro("RS", EXAMPLE_INDENT).macro("EX");
        programAndCommands()
                .flatMap(command -> Footer.of(command).examples().stream())
                .distinct()
                .forEach(example -> page.marked(Roff.plain(example)));
        return page.macro("EE").macro("RE").toString();
    }

    private Stream<CommandSpec> programAndCommands() {
        return Stream.concat(Stream.of(program), commands.stream());
    }

    private void name() {
        String summary = ShownParts.summary(program);
        page.macro("SH", "NAME")
                .marked(Roff.bold(program.name()) + " \\- "
                        + Roff.plain(summary.substring(0, 1).toLowerCase(Locale.ROOT) + summary.substring(1)));
    }

    private void synopsis(CommandSpec command) {
        String synopsis = new Help(command, Help.defaultColorScheme(Ansi.OFF)).synopsis(0);
        String name = command.qualifiedName();
        page.macro("SY", name)
                .text(synopsis.strip()
                        .replaceAll("\\s+", " ")
                        .substring(name.length())
                        .strip())
                .macro("YS");
    }

    private void description(CommandSpec command) {
        page.text(ShownParts.text(command.usageMessage().description()));
        Footer.of(command).texts().forEach(text -> page.macro("PP").text(text));
    }

    /** Those that every command has are not told again. */
    private void options(CommandSpec command) {
        page.macro("SS", command.qualifiedName());
        description(command);
        ShownParts.parameters(command).forEach(parameter -> argument(Roff.italic(parameter.paramLabel()), parameter));
        ShownParts.options(command).stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .forEach(option -> argument(tag(option), option));
    }

    private void argument(String tag, ArgSpec argument) {
        page.tagged(tag, ShownParts.text(argument.description()));
    }

    private static String tag(OptionSpec option) {
        String names = Stream.of(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
        return ShownParts.takesValue(option) ? names + "=" + Roff.italic(option.paramLabel()) : names;
    }

    private void exitCodes(CommandSpec command) {
        Map<String, String> codes = command.usageMessage().exitCodeList();
        List<String> sentences = Footer.of(command).exitCodes();
        if (!codes.isEmpty() || !sentences.isEmpty()) {
            page.macro("SS", command == program ? "every command" : command.qualifiedName());
            codes.forEach((code, meaning) -> page.tagged(Roff.bold(code.strip()), ShownParts.text(meaning)));
            sentences.forEach(page::text);
        }
    }
}
