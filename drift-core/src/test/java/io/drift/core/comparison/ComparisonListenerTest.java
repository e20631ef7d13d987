package io.drift.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.CompareSystems;
import io.drift.core.ComparisonQuery;
import io.drift.core.comparison.ComparisonListener.Phase;
import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.RequestContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonListenerTest {

    private static final String ID = "00000000-0000-0000-0000-000000000001";

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final ComparisonListener listener = phase -> {
        heard.add("starts " + phase);
        return () -> heard.add("ends " + phase);
    };

    @Test
    void hears_the_parts_of_a_comparison_in_their_order() {
        Comparison.of(List.of()).withListener(listener).report(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        assertThat(heard)
                .containsExactly(
                        "starts COMPARE",
                        "starts ORDER_COLUMNS",
                        "ends ORDER_COLUMNS",
                        "starts FILL_TABLE",
                        "ends FILL_TABLE",
                        "starts SELECT_FACTS",
                        "ends SELECT_FACTS",
                        "starts MAKE_HEADER",
                        "ends MAKE_HEADER",
                        "starts GROUP_FACTS",
                        "ends GROUP_FACTS",
                        "ends COMPARE");
    }

    @Test
    void hears_of_finds_that_fail_and_of_none_that_nobody_asked_for() {
        CompareSystems compareSystems = CompareSystems.of((ids, context) -> {
                    throw new AccessDeniedException("no");
                })
                .withBaselines((ids, context) -> {
                    throw new ServiceFailureException("baseline service", "broken");
                })
                .withExecutor(Runnable::run)
                .withListener(listener);
        ComparisonQuery query = new ComparisonQuery(List.of(ID), List.of(ID), List.of(), null, false);
        assertThatThrownBy(() -> compareSystems.compare(query, RequestContext.local()))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(heard)
                .containsExactly(
                        "starts FIND",
                        "starts FIND_SYSTEMS",
                        "ends FIND_SYSTEMS",
                        "starts FIND_BASELINES",
                        "ends FIND_BASELINES",
                        "ends FIND");
    }

    @Test
    void what_is_heard_does_not_change_what_comes_out() {
        assertThat(ComparisonListener.NONE.during(Phase.COMPARE, () -> "done")).isEqualTo("done");
        assertThat(listener.during(Phase.FIND, () -> "done")).isEqualTo("done");
    }
}
