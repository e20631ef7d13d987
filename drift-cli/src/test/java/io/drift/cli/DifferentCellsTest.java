package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of a row that differ look different. */
class DifferentCellsTest {

    @TempDir
    Path folder;

    private FieldFiles files;

    @BeforeEach
    void writeInto() {
        files = new FieldFiles(folder);
    }

    private List<String> cells(int width, String fact, String... profiles) {
        String[] words = new String[profiles.length + 1];
        for (int number = 0; number < profiles.length; number++) {
            words[number] = files.host("h" + number + ".json", number + 1, profiles[number]);
        }
        words[profiles.length] = "--only-different";
        String row = new CommandRun().on(false, width).compare(words).line("! " + fact);
        return Arrays.asList(
                row.substring(row.indexOf(fact) + fact.length()).strip().split("  +"));
    }

    private static String models(String text) {
        return "'cpu_model': '" + text + "'";
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`'x '`, `'x'`, x\u2423, x",
                "`' x'`, `'x'`, \u2423x, x",
                "`'a  b'`, `'a b'`, a\u2423\u2423b, a b",
                "`' '`, `''`, \u2423, \"\"",
                "`'-'`, null, \"-\", -",
                "`''`, null, \"\", -",
                "`'a\\u00a0b'`, `'a b'`, a\\u{a0}b, a b",
                "`'a\\nb'`, `'a\\\\nb'`, \"a\\nb\", \"a\\\\nb\"",
                "`'\\u00e9'`, `'e\\u0301'`, \"\\u{e9}\", \"e\\u{301}\"",
                "`'x\\u200b'`, `'x'`, x\\u{200b}, x",
            })
    void though_a_terminal_would_show_them_alike(String one, String two, String shownOne, String shownTwo) {
        assertThat(cells(120, "cpu_model", "'cpu_model': " + one, "'cpu_model': " + two))
                .containsExactly(shownOne, shownTwo);
    }

    @Test
    void though_one_text_reads_like_two_values() {
        assertThat(cells(
                        120,
                        "p",
                        "'installed_packages': ['p-1-1.noarch', 'p-2-1.noarch']",
                        "'installed_packages': ['p-3-1.noarch']"))
                .containsExactly("1-1.noarch, 2-1.noarch", "3-1.noarch");
        assertThat(cells(120, "a", "'x': {'a': 'b, c'}", "'x': {'a': 'b'}, 'x.a': 'c'"))
                .containsExactly("\"b, c\"", "\"b\", \"c\"");
    }

    @Test
    void where_they_are_cut() {
        String start = "a very long beginning that all of them have in common, and then ";
        assertThat(cells(50, "cpu_model", models(start + "ONE"), models(start + "TWO")))
                .satisfiesExactly(
                        one -> assertThat(one).contains("ONE"),
                        two -> assertThat(two).contains("TWO"));
    }

    @Test
    void where_only_their_ends_differ_and_a_third_one_differs_before() {
        String one = "https://mirror.example.com/content/dist/rhel9/9.4/x86_64/baseos/os";
        String two = "https://mirror.example.com/content/dist/rhel9/9.4/x86_64/baseos/debug";
        String three = "https://other.example.com/content/dist/rhel9/9.4/x86_64/baseos/debug";
        assertThat(cells(110, "cpu_model", models(one), models(two), models(three)))
                .doesNotHaveDuplicates()
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("/os").contains("//mi"),
                        second -> assertThat(second).contains("/debug", "//mi"),
                        third -> assertThat(third).contains("//other"));
    }

    @Test
    void where_pairs_of_them_differ_in_the_same_way() {
        String long1 = "-".repeat(70);
        assertThat(cells(
                        110,
                        "cpu_model",
                        models("A" + long1 + "x"),
                        models("A" + long1 + "y"),
                        models("B" + long1 + "x"),
                        models("B" + long1 + "y")))
                .doesNotHaveDuplicates();
    }

    @Test
    void where_the_values_that_all_have_leave_no_room() {
        String common = "'k-1-1.x86_64', 'k-2-1.x86_64', 'k-3-1.x86_64', 'k-4-1.x86_64', 'k-5-1.x86_64'";
        String one = "'installed_packages': [" + common + ", 'k-6-1.x86_64']";
        String two = "'installed_packages': [" + common + ", 'k-7-1.x86_64']";
        assertThat(cells(90, "k", one, two, "'installed_packages': [" + common + "]"))
                .containsExactly("6-1.x86_64, +5 in all", "7-1.x86_64, +5 in all", "+5 in all");
    }

    /** Random texts that are nearly alike, so that some room is needed to tell them apart. */
    @ParameterizedTest
    @ValueSource(ints = {8, 12, 17, 33, 60})
    void whatever_they_are_and_however_narrow(int width) {
        Random random = new Random(width);
        for (int round = 0; round < 400; round++) {
            int columns = 2 + random.nextInt(12);
            int length = 1 + random.nextInt(120);
            String base = text(random, length, 2 + random.nextInt(3));
            List<CellContent> contents = IntStream.range(0, columns)
                    .mapToObj(column -> changed(random, base))
                    .map(text -> new CellContent(text, text, 1 + random.nextInt(2), 0))
                    .toList();
            List<String> cells = RowCut.of(
                    contents, IntStream.generate(() -> width).limit(columns).toArray());
            assertDistinct(contents, cells, width);
        }
    }

    private static void assertDistinct(List<CellContent> contents, List<String> cells, int width) {
        for (int one = 0; one < cells.size(); one++) {
            assertThat(CellText.width(cells.get(one))).isLessThanOrEqualTo(width);
            for (int other = 0; other < one; other++) {
                if (!contents.get(one).own().equals(contents.get(other).own())) {
                    assertThat(cells.get(one)).isNotEqualTo(cells.get(other));
                }
            }
        }
    }

    private static String text(Random random, int length, int letters) {
        return IntStream.range(0, length)
                .mapToObj(place -> String.valueOf((char) ('a' + random.nextInt(letters))))
                .collect(Collectors.joining());
    }

    private static String changed(Random random, String base) {
        List<String> letters = new ArrayList<>(List.of(base.split("")));
        for (int change = random.nextInt(4); change > 0 && letters.size() > 1; change--) {
            int place = random.nextInt(letters.size());
            switch (random.nextInt(3)) {
                case 0 -> letters.set(place, "X");
                case 1 -> letters.add(place, "\ud83d\ude00");
                default -> letters.remove(place);
            }
        }
        return String.join("", letters);
    }
}
