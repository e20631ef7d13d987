package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.PreparedFact;
import io.drift.core.profile.ListItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ListOrderTest {

    private final FactRecorder recorder = new FactRecorder();
    private final ListOrder order = new ListOrder();
    private final Map<String, ListedText> known = new HashMap<>();

    /** The rest of a list as a document has it, each text behind a comma. */
    private static final class Rest implements Upcoming {

        private final byte[] bytes;
        private int at;

        Rest(List<String> texts) {
            StringBuilder json = new StringBuilder();
            texts.forEach(text -> json.append(",\"").append(text).append('"'));
            bytes = json.append(']').toString().getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int agreeing(byte[] expected, int from, int to) {
            int same = 0;
            while (from + same < to && at + same < bytes.length && bytes[at + same] == expected[from + same]) {
                same++;
            }
            return same;
        }

        @Override
        public void pass(int count) {
            at += count;
        }

        /** Reads a text as a parser does. */
        void skip(String text) {
            at += text.length() + 3;
        }
    }

    private ListedText text(String text) {
        return known.computeIfAbsent(text, any -> {
            PreparedFact fact = recorder.slot("list", text).prepare("yes");
            return new ListedText(text, new ListItem() {
                @Override
                public void record() {
                    fact.record();
                }

                @Override
                public PreparedFact fact() {
                    return fact;
                }
            });
        });
    }

    /** Reads a list, and says how many of its texts were not decoded. */
    private int expected(List<String> list) {
        order.begin();
        Rest rest = new Rest(list);
        int expected = 0;
        int place = 0;
        while (place < list.size()) {
            int recorded = order.record(rest);
            if (recorded == 0) {
                ListedText found = text(list.get(place));
                order.follow(found);
                found.record();
                rest.skip(list.get(place));
                place++;
            } else {
                expected += recorded;
                place += recorded;
            }
        }
        return expected;
    }

    private TreeSet<String> recorded() {
        TreeSet<String> names = new TreeSet<>();
        recorder.end().asMap().keySet().forEach(name -> names.add(name.member()));
        return names;
    }

    @Test
    void what_was_listed_once_is_expected_as_a_whole() {
        assertThat(expected(List.of("a", "b", "c"))).isZero();
        assertThat(expected(List.of("a", "b", "c"))).isEqualTo(3);
        assertThat(recorded()).containsExactly("a", "b", "c");
    }

    @Test
    void up_to_two_texts_may_be_left_out() {
        expected(List.of("a", "b", "c", "d", "e"));
        assertThat(expected(List.of("a", "d", "e"))).isEqualTo(3);
        assertThat(expected(List.of("a", "e"))).isEqualTo(1);
    }

    @Test
    void a_text_that_begins_as_another_is_not_taken_for_it() {
        expected(List.of("bash", "zlib"));
        recorder.end();
        expected(List.of("bash-5", "zlib"));
        assertThat(recorded()).containsExactly("bash-5", "zlib");
    }

    @Test
    void another_text_in_a_place_is_expected_there_too() {
        expected(List.of("a", "b1", "c"));
        expected(List.of("a", "b2", "c"));
        assertThat(expected(List.of("a", "b2", "c"))).isEqualTo(3);
        assertThat(expected(List.of("a", "b1", "c"))).isEqualTo(3);
    }

    @Test
    void a_text_with_an_escape_is_always_read() {
        expected(List.of("a", "b\\u00e4", "c"));
        assertThat(expected(List.of("a", "b\\u00e4", "c"))).isEqualTo(2);
    }

    /** Whatever is listed, exactly that is recorded; and most of it is expected if the lists are much the same. */
    @Test
    void nothing_is_lost_and_nothing_is_invented() {
        Random random = new Random(7);
        List<String> usual = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            usual.add("p" + number);
        }
        int listed = 0;
        int expected = 0;
        for (int list = 0; list < 400; list++) {
            List<String> texts = new ArrayList<>();
            for (String text : usual) {
                switch (random.nextInt(25)) {
                    case 0 -> texts.add(text + "-" + random.nextInt(3));
                    case 1 -> texts.addAll(List.of("x" + random.nextInt(9) + list % 2, text));
                    case 2 -> texts.remove(text);
                    default -> texts.add(text);
                }
            }
            List<String> once = texts.stream().distinct().toList();
            expected += expected(once);
            listed += once.size();
            assertThat(recorded()).as("list %d", list).isEqualTo(new TreeSet<>(once));
        }
        assertThat(expected).isGreaterThan(listed * 3 / 4);
    }
}
