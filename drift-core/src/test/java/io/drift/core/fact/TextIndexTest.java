package io.drift.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextIndexTest {

    /** So many texts with one hash: each of the digits of a number is one of two pairs of letters that hash alike. */
    static List<String> colliding(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> IntStream.range(0, 14)
                        .mapToObj(digit -> (number >> digit & 1) == 0 ? "Aa" : "BB")
                        .reduce("", String::concat))
                .toList();
    }

    private static Map<String, Integer> contents(TextIndex index) {
        TextIndex.Contents contents = index.contents();
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < contents.texts().length; i++) {
            map.put(contents.texts()[i], contents.numbers()[i]);
        }
        return map;
    }

    private static void add(List<String> texts, int from, TextIndex index) {
        for (int number = from; number < texts.size(); number++) {
            index.add(texts.get(number), number);
        }
    }

    @Test
    void a_text_is_found_once_it_was_added() {
        TextIndex index = new TextIndex();
        assertThat(index.find("a")).isEqualTo(TextIndex.UNKNOWN);
        index.add("a", 7);
        index.add("", 8);

        assertThat(index.find("a")).isEqualTo(7);
        assertThat(index.find("")).isEqualTo(8);
        assertThat(index.find("b")).isEqualTo(TextIndex.UNKNOWN);
        assertThat(contents(index)).isEqualTo(Map.of("a", 7, "", 8));
    }

    @Test
    void ten_thousand_texts_that_collide_are_found_too() {
        List<String> texts = colliding(10_000);
        assertThat(texts.stream().map(String::hashCode).distinct()).hasSize(1);
        TextIndex index = new TextIndex();
        add(texts, 0, index);

        assertThat(IntStream.range(0, texts.size())).allMatch(number -> index.find(texts.get(number)) == number);
        assertThat(index.find("AaBB")).isEqualTo(TextIndex.UNKNOWN);
        assertThat(contents(index)).hasSize(10_000);
    }

    @Test
    void a_copy_goes_its_own_way() {
        List<String> texts = colliding(100);
        TextIndex index = new TextIndex();
        add(texts.subList(0, 50), 0, index);
        TextIndex copy = new TextIndex(index);
        add(texts, 50, copy);

        assertThat(contents(index)).hasSize(50);
        assertThat(IntStream.range(0, 100)).allMatch(number -> copy.find(texts.get(number)) == number);
        assertThat(IntStream.range(50, 100)).allMatch(number -> index.find(texts.get(number)) == TextIndex.UNKNOWN);
    }

    @Test
    void it_knows_what_a_map_knows() {
        Random random = new Random(5);
        List<String> crowd = colliding(64);
        TextIndex index = new TextIndex();
        Map<String, Integer> map = new HashMap<>();
        for (int number = 0; number < 20_000; number++) {
            String text = random.nextInt(4) == 0 ? crowd.get(random.nextInt(64)) : "t" + random.nextInt(9_000);
            assertThat(index.find(text)).isEqualTo(map.getOrDefault(text, TextIndex.UNKNOWN));
            if (map.putIfAbsent(text, number) == null) {
                index.add(text, number);
            }
        }
        assertThat(contents(index)).isEqualTo(map);
    }
}
