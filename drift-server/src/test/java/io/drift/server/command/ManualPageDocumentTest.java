package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManualPageDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "man", "drift.1");
    private static final String REWRITE = "mvn -pl drift-server -am test -Dtest=ManualPageDocumentTest"
            + " -Ddrift.docs.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void tells_what_the_help_tells() throws IOException {
        String page = ProgramRun.manualPage();
        if (Boolean.getBoolean("drift.docs.rewrite")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, page);
        }
        assertThat(DOCUMENT)
                .as("docs/man/drift.1 and the help differ; rewrite it with: %s", REWRITE)
                .exists()
                .hasContent(page);
    }

    @Test
    void has_the_usual_sections_in_the_usual_order() {
        assertThat(sections())
                .containsExactly(
                        "NAME",
                        "SYNOPSIS",
                        "DESCRIPTION",
                        "COMMANDS",
                        "OPTIONS",
                        "EXIT STATUS",
                        "ENVIRONMENT",
                        "EXAMPLES");
    }

    private static List<String> sections() {
        return ProgramRun.manualPage()
                .lines()
                .filter(line -> line.startsWith(".SH "))
                .map(line -> line.substring(".SH ".length()).replace("\"", ""))
                .toList();
    }

    @Test
    void tells_each_option_of_each_command() {
        String page = ProgramRun.manualPage().replace("\\-", "-");
        Stream.of("compare", "collect", "serve", "standalone", "demo", "settings", "help", "version", "completion")
                .forEach(command -> assertThat(page)
                        .contains("\n.TP\n\\fB" + command + "\\fR\n", "\n.SS \"drift " + command + "\"\n")
                        .contains(optionsInHelp(command)));
    }

    private static List<String> optionsInHelp(String command) {
        return new ProgramRun()
                .run("help", command).lines().stream()
                        // further left than what an option is for, which may begin with one too
                        .filter(line -> line.matches(" {2,6}(-., )?--.*"))
                        .map(String::strip)
                        .map(line -> line.replaceFirst("^(-., )?(--[a-z-]+).*", "\\\\fB$2\\\\fR"))
                        .toList();
    }
}
