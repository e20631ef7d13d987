package io.drift.core.profile;

import static io.drift.core.Sources.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.FactRecorder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagRecorderTest {

    private final TagRecorder tags = new TagRecorder(new FactRecorder());

    @Test
    void names_a_fact_by_namespace_and_key() {
        tags.tag("ns", "key", "value");
        tags.tag("a.b", "c/d.e", "x");

        assertThat(tags.end().asMap())
                .isEqualTo(facts("tags.ns.key", "value", "tags.a.b.c/d.e", "x").asMap());
    }

    @Test
    void shows_that_there_is_no_value() {
        tags.tag("ns", "a", "");
        tags.tag("ns", "b", null);

        assertThat(tags.end()).hasToString("{tags.ns.a=(no value), tags.ns.b=(no value)}");
    }

    @Test
    void keeps_the_text_of_python_for_a_null_namespace() {
        tags.tag(null, "k", "v");

        assertThat(tags.end()).hasToString("{tags.None.k=v}");
    }

    @Test
    void makes_a_tag_that_is_given_several_times_multi_valued_in_that_order() {
        tags.tag("ns", "k", "b");
        tags.tag("ns", "other", "x");
        tags.tag("ns", "k", "a");
        tags.tag("ns", "k", "b");
        tags.tag("ns", "k", null);

        assertThat(tags.end().asMap())
                .isEqualTo(facts("tags.ns.k", List.of("b", "a", "b", "(no value)"), "tags.ns.other", "x")
                        .asMap());
    }

    @Test
    void begins_anew_with_each_system() {
        tags.tag("ns", "k", "a");
        tags.end();
        tags.tag("ns", "k", "b");

        assertThat(tags.end()).hasToString("{tags.ns.k=b}");
        assertThat(tags.end().asMap()).isEmpty();
    }
}
