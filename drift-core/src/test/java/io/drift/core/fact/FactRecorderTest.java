package io.drift.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactRecorderTest {

    private final FactRecorder recorder = new FactRecorder();

    @Test
    void records_texts_and_lists_and_missing_values_in_order() {
        RecordedFacts facts = recorder.record("b", "1")
                .record("a.x", List.of("p", "q"))
                .record("c", "N/A")
                .record("d", (String) null)
                .end();

        assertThat(facts.asMap())
                .containsExactly(
                        entry(FactName.of("b"), new FactValue.Text("1")),
                        entry(FactName.of("a.x"), new FactValue.Several(List.of("p", "q"))),
                        entry(FactName.of("c"), null),
                        entry(FactName.of("d"), null));
        assertThat(facts).hasToString("{b=1, a.x=[p, q], c=null, d=null}");
    }

    @Test
    void replaces_a_fact_that_is_recorded_again() {
        assertThat(recorder.record("a", "1").record("b", "2").record("a", "3").end())
                .hasToString("{a=3, b=2}");
    }

    @Test
    void begins_anew_after_the_end_of_a_source() {
        FactSlot a = recorder.slot("a");
        recorder.record("a", "1").record("b", "2").end();

        assertThat(a.isRecorded()).isFalse();
        assertThat(a.value()).isNull();
        assertThat(recorder.record("b", "4").end()).hasToString("{b=4}");
        assertThat(recorder.end().asMap()).isEmpty();
    }

    @Test
    void tells_what_it_has_recorded() {
        recorder.record("a", "1").record("b", (String) null);

        assertThat(recorder.slot("a").value()).isEqualTo(new FactValue.Text("1"));
        assertThat(recorder.slot("b").isRecorded()).isTrue();
        assertThat(recorder.slot("b").value()).isNull();
        assertThat(recorder.slot("c").isRecorded()).isFalse();
    }

    @Test
    void records_by_name_and_by_slot_alike() {
        FactSlot flag = recorder.slot("cpu_flags", "fpu");
        PreparedFact enabled = flag.prepare("enabled");
        enabled.record();
        recorder.record(FactName.of("a"), "1").record(FactName.of("b"), List.of("p", "q"));
        recorder.slot("c").record(List.of("r"));
        recorder.slot("d").recordMissing();

        assertThat(recorder.end()).hasToString("{cpu_flags.fpu=enabled, a=1, b=[p, q], c=[r], d=null}");
        flag.record("disabled");
        recorder.slot("c").record("s");
        assertThat(recorder.end()).hasToString("{cpu_flags.fpu=disabled, c=s}");
    }

    @Test
    void has_one_slot_for_equal_names() {
        assertThat(recorder.slot("cpu_flags.fpu"))
                .isEqualTo(recorder.slot("cpu_flags", "fpu"))
                .hasSameHashCodeAs(recorder.slot("cpu_flags", "fpu"))
                .isNotEqualTo(recorder.slot("cpu_flags"))
                .isNotEqualTo(new FactRecorder().slot("cpu_flags.fpu"));
    }

    @Test
    void grows_with_a_source_of_many_facts() {
        for (int i = 0; i < 5_000; i++) {
            recorder.record("group.member" + i, "value" + i % 10);
        }
        RecordedFacts facts = recorder.end();

        assertThat(facts.asMap()).hasSize(5_000);
        assertThat(facts.asMap()).containsEntry(FactName.of("group.member4999"), new FactValue.Text("value9"));
        assertThat(recorder.symbols().values()).isEqualTo(11);
    }

    @Test
    void facts_of_several_documents_are_joined_and_later_ones_replace() {
        RecordedFacts first = recorder.record("a", "1").record("b", "2").end();
        RecordedFacts second =
                new FactRecorder().record("b", "3").record("c", "4").end();

        assertThat(first.with(second)).hasToString("{a=1, b=3, c=4}");
        assertThat(RecordedFacts.NONE.with(first)).hasToString("{a=1, b=2}");
        assertThat(first).hasToString("{a=1, b=2}");
    }
}
