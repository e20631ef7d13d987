package io.drift.collector.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on inputs has the formats that there are. */
class InputsDocumentTest {

    private static final Path PAGE = Path.of("../docs/inputs.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    private static List<String> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }

    @Test
    void the_table_has_each_format_once_in_the_order_of_trying() throws IOException {
        assertThat(rows()).isEqualTo(SourceReader.formats());
    }

    @Test
    void each_format_can_be_asked_for_by_its_name_and_says_what_it_reads() {
        assertThat(SourceReader.formats())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(SourceReader.ofFormat(name)).isPresent())
                .allSatisfy(name -> assertThat(SourceReader.reads(name).orElseThrow())
                        .isNotBlank()
                        .doesNotContain("%", "${", "--"));
        assertThat(SourceReader.ofFormat("rmp")).isEmpty();
    }
}
