package io.drift.server.uploads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadLinesTest {

    /** What is read at a time. */
    private static final int BLOCK = 1 << 16;

    private static final int LONG_ENOUGH = 10 * BLOCK;

    private static List<UploadLines.Line> lines(InputStream in, int longest) throws IOException {
        UploadLines lines = new UploadLines(in, longest, bytes -> {});
        List<UploadLines.Line> all = new ArrayList<>();
        for (UploadLines.Line line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        assertThat(lines.next()).as("there is nothing behind the last line").isNull();
        return all;
    }

    private static List<UploadLines.Line> lines(String text, int longest) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(ISO_8859_1)), longest);
    }

    private static List<String> texts(List<UploadLines.Line> lines) {
        return lines.stream().map(line -> new String(line.bytes(), ISO_8859_1)).toList();
    }

    private static List<String> texts(String text) throws IOException {
        return texts(lines(text, LONG_ENOUGH));
    }

    /** Ends of lines end lines, and do not begin another one. */
    private static List<String> expected(String text) {
        List<String> expected = new ArrayList<>(List.of(text.split("\n", -1)));
        if (expected.get(expected.size() - 1).isEmpty()) {
            expected.remove(expected.size() - 1);
        }
        return expected;
    }

    @Test
    void nothing_has_no_line() throws IOException {
        assertThat(texts("")).isEmpty();
    }

    @Test
    void the_last_line_needs_no_end() throws IOException {
        assertThat(texts("one\ntwo")).containsExactly("one", "two");
        assertThat(texts("one\ntwo\n")).containsExactly("one", "two");
    }

    @Test
    void empty_lines_are_lines_and_are_blank() throws IOException {
        assertThat(texts("\n\none\n\n")).containsExactly("", "", "one", "");
        assertThat(lines("\n \t\n\r\none\n", LONG_ENOUGH))
                .extracting(UploadLines.Line::isBlank)
                .containsExactly(true, true, true, false);
    }

    /** For JSON it is a blank. */
    @Test
    void a_carriage_return_stays_with_its_line() throws IOException {
        assertThat(texts("one\r\ntwo\r\n\rthree")).containsExactly("one\r", "two\r", "\rthree");
    }

    @Test
    void of_a_line_that_is_too_long_the_beginning_is_kept_and_the_next_one_is_whole() throws IOException {
        List<UploadLines.Line> lines = lines("12345\n123456\n1234567\n\n12345", 6);

        assertThat(texts(lines)).containsExactly("12345", "123456", "123456", "", "12345");
        assertThat(lines).extracting(UploadLines.Line::tooLong).containsExactly(false, false, true, false, false);
    }

    @Test
    void a_last_line_without_end_can_be_too_long_too() throws IOException {
        List<UploadLines.Line> lines = lines("x".repeat(3 * BLOCK), BLOCK);

        assertThat(texts(lines)).containsExactly("x".repeat(BLOCK));
        assertThat(lines).extracting(UploadLines.Line::tooLong).containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {BLOCK - 2, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK - 1, 2 * BLOCK, 2 * BLOCK + 1})
    void a_line_may_span_blocks_and_end_with_one(int length) throws IOException {
        String line = "x".repeat(length);

        assertThat(texts(line + "\nafter\n")).containsExactly(line, "after");
        assertThat(texts(line + "\n")).containsExactly(line);
        assertThat(texts(line)).containsExactly(line);
        assertThat(texts(line + "\n\n")).containsExactly(line, "");
    }

    /** However the bytes come in. */
    @RepeatedTest(20)
    void lines_are_what_splitting_the_whole_text_gives(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        String text = text(random);
        int longest = 1 + random.nextInt(BLOCK);

        List<UploadLines.Line> lines = lines(inPieces(text, random), longest);

        assertThat(texts(lines)
                        .equals(expected(text).stream()
                                .map(line -> cut(line, longest))
                                .toList()))
                .as("seed " + repetition.getCurrentRepetition())
                .isTrue();
        assertThat(lines.stream().map(UploadLines.Line::tooLong).toList())
                .isEqualTo(expected(text).stream()
                        .map(line -> line.length() > longest)
                        .toList());
    }

    private static String cut(String line, int longest) {
        return line.substring(0, Math.min(longest, line.length()));
    }

    private static String text(Random random) {
        String lines = random.ints(20, 0, 4)
                .mapToObj(kind -> switch (kind) {
                    case 0 -> "";
                    case 1 -> "{}\r";
                    case 2 -> "y".repeat(random.nextInt(3 * BLOCK));
                    default ->
                        random.ints(random.nextInt(30), 11, 256)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining());
                })
                .collect(Collectors.joining("\n"));
        return random.nextBoolean() ? lines : lines + "\n";
    }

    /** As a network gives them: at least one byte, and never more than there is room for. */
    private static InputStream inPieces(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1)) {
            @Override
            public int read(byte[] target) {
                return read(target, 0, 1 + random.nextInt(target.length));
            }
        };
    }
}
