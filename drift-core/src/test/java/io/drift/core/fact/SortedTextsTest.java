package io.drift.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortedTextsTest {

    private static List<String> sorted(String... texts) {
        return Arrays.stream(SortedTexts.of(texts))
                .mapToObj(place -> texts[place])
                .toList();
    }

    @Test
    void texts_come_by_code_point() {
        assertThat(sorted("b", "", "\ud834\udd1e", "a", "ab", "\ue000", "\u00e9", "\u007f", "B"))
                .containsExactly("", "B", "a", "ab", "b", "\u007f", "\u00e9", "\ue000", "\ud834\udd1e");
    }

    @Test
    void what_begins_alike_is_compared_to_the_end() {
        assertThat(sorted(
                        "python3-libs",
                        "python3",
                        "python3-",
                        "python3-dnf",
                        "python3\0",
                        "python\u00e93",
                        "python\u00e92"))
                .containsExactly(
                        "python3",
                        "python3\0",
                        "python3-",
                        "python3-dnf",
                        "python3-libs",
                        "python\u00e92",
                        "python\u00e93");
    }

    @Test
    void no_texts_and_one_are_sorted() {
        assertThat(sorted()).isEmpty();
        assertThat(sorted("x")).containsExactly("x");
    }

    @Test
    void the_order_is_that_of_code_points_whatever_the_letters_are() {
        Random random = new Random(20);
        String letters = "aab\0-.\u007f\u0080\u00e9\ud7ff\ue000\uffff";
        for (int round = 0; round < 200; round++) {
            String[] texts = IntStream.range(0, random.nextInt(300))
                    .mapToObj(any -> random.ints(random.nextInt(14), 0, letters.length() + 1)
                            .collect(
                                    StringBuilder::new,
                                    (text, i) ->
                                            text.append(i < letters.length() ? letters.charAt(i) + "" : "\ud834\udd1e"),
                                    StringBuilder::append)
                            .toString())
                    .distinct()
                    .toArray(String[]::new);

            assertThat(sorted(texts))
                    .isSortedAccordingTo(CodePointOrder.INSTANCE)
                    .containsExactlyInAnyOrder(texts);
        }
    }
}
