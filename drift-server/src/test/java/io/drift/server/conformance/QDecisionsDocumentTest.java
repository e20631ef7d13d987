package io.drift.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every decision on an oddity that the code or a recording cites is told to who comes from the archived service. */
class QDecisionsDocumentTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path PAGE = PROJECT.resolve("docs/coming-from-the-python-service.md");
    private static final Pattern CITED = Pattern.compile("\\bQ[0-9]+\\b");
    private static final Pattern ROW = Pattern.compile("^\\| (Q[0-9]+) \\|", Pattern.MULTILINE);

    @Test
    void every_decision_that_is_cited_has_a_row() throws IOException {
        Set<String> told = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> cited = new TreeSet<>();
        for (String module :
                new String[] {"drift-core", "drift-adapters-json", "drift-adapters-http", "drift-server"}) {
            collect(PROJECT.resolve(module).resolve("src/main/java"), ".java", cited);
        }
        collect(Path.of("src/test/resources/conformance"), ".decision.json", cited);

        assertThat(cited).hasSizeGreaterThan(20);
        assertThat(told).containsAll(cited);
    }

    private static void collect(Path folder, String ending, Set<String> cited) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                CITED.matcher(Files.readString(file)).results().forEach(match -> cited.add(match.group()));
            }
        }
    }
}
