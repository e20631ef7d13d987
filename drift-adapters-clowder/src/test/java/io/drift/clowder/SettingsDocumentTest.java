package io.drift.clowder;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.clowder.Setting.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "settings.md");
    private static final Path README = Path.of("..", "README.md");
    private static final String README_BEGIN = "<!-- settings, made from the code -->\n";
    private static final String README_END = "<!-- end of settings -->";
    private static final String REWRITE =
            "mvn -pl drift-adapters-clowder -am test -Dtest=SettingsDocumentTest -Ddrift.docs.rewrite=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    private static final String BEGIN = """
            # Settings

            Made from the table in the code (`io.drift.clowder.Setting`). After a change there:
            `%s`

            Clowder goes before the environment, the environment before the default; an empty variable counts as not set. With
            `ACG_CONFIG`, what may stand in Clowder's file is read from there only. If a setting is wrong, Drift does not start: it
            prints a line for each fault, and its exit code is 2. `java -jar drift-server.jar settings` prints the settings that it
            would start with and where each comes from, secrets masked. A file that a setting or Clowder's file names must be a regular
            file of at most 1 MiB, or a link to one.

            """.formatted(REWRITE);

    @Test
    void tells_what_the_code_knows() throws IOException {
        if (Boolean.getBoolean("drift.docs.rewrite")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document());
        }
        assertThat(DOCUMENT)
                .as("docs/settings.md and the settings in the code differ; rewrite it with: %s", REWRITE)
                .exists()
                .hasContent(document());
    }

    @Test
    void is_told_in_the_readme_too() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(README_BEGIN) + README_BEGIN.length();
        int to = readme.indexOf(README_END);
        if (Boolean.getBoolean("drift.docs.rewrite")) {
            readme = readme.substring(0, from) + table() + readme.substring(to);
            Files.writeString(README, readme);
            to = readme.indexOf(README_END);
        }
        assertThat(readme.substring(from, to))
                .as("README.md and the settings in the code differ; rewrite it with: %s", REWRITE)
                .isEqualTo(table());
    }

    private static String table() {
        return "| Name | Default | Unit | In cdappconfig.json | What it is |\n|---|---|---|---|---|\n" + rows(Use.NOW);
    }

    private static String document() {
        return BEGIN
                + "## Settings that make a difference\n\n"
                + table()
                + "\n## Read from Clowder and checked, for features to come\n\n"
                + "| In cdappconfig.json | Today |\n|---|---|\n"
                + shortRows(Use.LATER)
                + "\n## Accepted and not used\n\n"
                + "Deployments of the archived service set these.\n\n| Name | Why it is not used |\n|---|---|\n"
                + shortRows(Use.NEVER)
                + "\n## Ignored in cdappconfig.json\n\n"
                + ClowderFile.IGNORED.stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "))
                + ", and every key that is not known.\n";
    }

    private static String rows(Use use) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.use() == use)
                .map(setting -> "| `" + setting.title() + "` | " + defaultValue(setting) + " | " + cell(setting.unit())
                        + " | " + cell(setting.clowder()) + " | " + cell(description(setting)) + " |\n")
                .collect(Collectors.joining());
    }

    private static String shortRows(Use use) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.use() == use)
                .map(setting -> "| `" + setting.title() + "` | " + cell(setting.description()) + " |\n")
                .collect(Collectors.joining());
    }

    private static String description(Setting setting) {
        String others = setting.variables().stream()
                .filter(name -> !name.equals(setting.title()))
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        return setting.description()
                + (setting.isSecret() ? " A secret." : "")
                + (others.isEmpty() ? "" : " Also accepted: " + others + ".");
    }

    private static String defaultValue(Setting setting) {
        String alone = setting.defaultValue(false);
        String underClowder = setting.defaultValue(true);
        String text = alone == null ? "" : code(alone);
        return underClowder == null || underClowder.equals(alone)
                ? text
                : (text.isEmpty() ? "none" : text) + "; with Clowder " + code(underClowder);
    }

    private static String code(String text) {
        return "`" + cell(text) + "`";
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : text.replace("|", "\\|");
    }
}
