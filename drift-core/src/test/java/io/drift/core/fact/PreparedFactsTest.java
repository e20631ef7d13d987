package io.drift.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PreparedFactsTest {

    private final FactRecorder recorder = new FactRecorder();
    private final PreparedFacts facts = new PreparedFacts();

    private PreparedFact fact(String member, String value) {
        return recorder.slot("cpu_flags", member).prepare(value);
    }

    private String recorded() {
        TreeMap<String, String> texts = new TreeMap<>();
        recorder.end().asMap().forEach((name, value) -> texts.put(name.member(), String.valueOf(value)));
        return texts.toString();
    }

    @Test
    void some_of_a_row_are_recorded_at_once() {
        facts.add(fact("a", "1"));
        facts.add(fact("b", "2"));
        facts.add(fact("c", "3"));
        assertThat(facts.recordNew(1, 3)).isEqualTo(3);
        assertThat(recorded()).isEqualTo("{b=2, c=3}");
    }

    @Test
    void each_source_gets_its_own() {
        facts.add(fact("a", "1"));
        assertThat(facts.recordNew(0, 1)).isEqualTo(1);
        assertThat(recorded()).isEqualTo("{a=1}");
        assertThat(recorded()).isEqualTo("{}");
        assertThat(facts.recordNew(0, 1)).isEqualTo(1);
        assertThat(recorded()).isEqualTo("{a=1}");
    }

    @Test
    void recording_stops_in_front_of_a_fact_that_the_source_has() {
        facts.add(fact("a", "1"));
        facts.add(fact("b", "2"));
        facts.add(fact("c", "3"));
        fact("b", "other").record();
        assertThat(facts.recordNew(0, 3)).isEqualTo(1);
        assertThat(facts.recordNew(1, 3)).isEqualTo(1);
        assertThat(facts.recordNew(2, 3)).isEqualTo(3);
        assertThat(recorded()).isEqualTo("{a=1, b=other, c=3}");
    }

    @Test
    void recording_stops_at_a_place_without_a_fact_and_at_the_end() {
        facts.add(fact("a", "1"));
        facts.add(null);
        facts.add(fact("c", "3"));
        assertThat(facts.size()).isEqualTo(3);
        assertThat(facts.recordNew(0, 3)).isEqualTo(1);
        assertThat(facts.recordNew(2, 99)).isEqualTo(3);
        assertThat(facts.recordNew(2, 2)).isEqualTo(2);
        assertThat(recorded()).isEqualTo("{a=1, c=3}");
    }

    @Test
    void nothing_is_recorded_of_what_was_forgotten() {
        facts.add(fact("a", "1"));
        facts.clear();
        assertThat(facts.size()).isZero();
        assertThat(facts.recordNew(0, 1)).isZero();
        facts.add(null);
        assertThat(facts.recordNew(0, 1)).isZero();
        assertThat(recorded()).isEqualTo("{}");
    }

    @Test
    void hundreds_have_room() {
        for (int number = 0; number < 300; number++) {
            facts.add(fact("f" + number, "v" + number));
        }
        assertThat(facts.recordNew(0, 300)).isEqualTo(300);
        assertThat(recorder.end().asMap()).hasSize(300);
    }
}
