package io.drift.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drift.core.error.InvalidQueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonQueryTest {

    private static final String A = "aaaaaaaa-0000-4000-8000-00000000000a";
    private static final String B = "bbbbbbbb-0000-4000-8000-00000000000b";
    private static final String C = "cccccccc-0000-4000-8000-00000000000c";
    private static final List<String> NONE = List.of();

    private static ComparisonQuery query(
            List<String> systems, List<String> baselines, List<String> historicalProfiles, String reference) {
        return new ComparisonQuery(systems, baselines, historicalProfiles, reference, false);
    }

    private static void refused(
            List<String> systems, List<String> baselines, List<String> profiles, String reference, String message) {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> query(systems, baselines, profiles, reference))
                .withMessage(message);
    }

    @Nested
    class A_valid_query {

        @Test
        void asks_for_anything() {
            assertThat(query(List.of(A), NONE, NONE, null).systemIds()).containsExactly(A);
            assertThat(query(NONE, List.of(B), NONE, null).baselineIds()).containsExactly(B);
            assertThat(query(NONE, NONE, List.of(C, A), null).historicalProfileIds())
                    .containsExactly(C, A);
        }

        @Test
        void may_have_any_of_its_ids_as_reference_or_none() {
            for (String id : List.of(A, B, C)) {
                assertThat(query(List.of(A), List.of(B), List.of(C), id).referenceId())
                        .isEqualTo(id);
            }
            assertThat(query(List.of(A), NONE, NONE, "").referenceId()).isNull();
            assertThat(query(List.of(A), NONE, NONE, null).referenceId()).isNull();
        }

        @Test
        void may_have_ids_in_any_case_and_one_in_several_lists() {
            query(List.of(A, A.toUpperCase(Locale.ROOT)), List.of(A), List.of(A), A);
        }

        @Test
        void cannot_be_changed_afterwards() {
            List<String> ids = new ArrayList<>(List.of(A));
            ComparisonQuery query = query(ids, NONE, NONE, null);
            ids.add(B);

            assertThat(query.systemIds()).containsExactly(A);
        }
    }

    @Nested
    class Is_refused {

        @Test
        void if_nothing_is_asked_for() {
            refused(NONE, NONE, NONE, "rubbish", "must specify at least one of system, baseline, or HSP");
        }

        @Test
        void if_an_id_is_given_twice() {
            refused(List.of(A, B, A), NONE, NONE, null, "duplicate UUID specified in system_ids list");
            refused(NONE, List.of(A, A), NONE, null, "duplicate UUID specified in baseline_ids list");
            refused(NONE, NONE, List.of(A, A), null, "duplicate UUID specified in historical_system_profile_ids list");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "x",
                    "aaaaaaaa-0000-4000-8000-00000000000",
                    "aaaaaaaa-0000-4000-8000-00000000000aa",
                    "aaaaaaaa000040008000000000000000",
                    "gaaaaaaa-0000-4000-8000-00000000000a",
                    "aaaaaaaa-0000-4000-8000-00000000000a\n",
                    " aaaaaaaa-0000-4000-8000-00000000000a",
                    "{aaaaaaaa-0000-4000-8000-00000000000a}",
                    "\uff41aaaaaaa-0000-4000-8000-00000000000a",
                    "aaaaaaaa-0000-4000-8000-00000000000\u0661"
                })
        void if_an_id_is_no_uuid(String malformed) {
            String message = "malformed UUIDs requested (" + malformed + ")";
            refused(List.of(A, malformed), NONE, NONE, null, message);
            refused(NONE, List.of(malformed), NONE, null, message);
            refused(NONE, NONE, List.of(malformed, B), null, message);
            if (!malformed.isEmpty()) {
                refused(List.of(A), NONE, NONE, malformed, message);
            }
        }

        @Test
        void if_the_reference_is_not_asked_for_in_exactly_this_form() {
            refused(List.of(A), List.of(B), NONE, C, "reference id " + C + " does not match any ids from query");
            String upper = A.toUpperCase(Locale.ROOT);
            refused(List.of(A), NONE, NONE, upper, "reference id " + upper + " does not match any ids from query");
        }
    }

    @Nested
    class Of_several_rules_the_first_is_named {

        @Test
        void duplicates_before_malformed_ids_and_systems_before_baselines_before_profiles() {
            refused(
                    List.of("x"),
                    NONE,
                    List.of(A, A),
                    "y",
                    "duplicate UUID specified in historical_system_profile_ids list");
            refused(NONE, List.of("x", "x"), List.of(A, A), null, "duplicate UUID specified in baseline_ids list");
            refused(List.of(A, A), List.of(B, B), NONE, null, "duplicate UUID specified in system_ids list");
        }

        @Test
        void many_and_long_malformed_ids_in_few_words() {
            List<String> many =
                    IntStream.range(0, 1000).mapToObj(Integer::toString).toList();
            refused(many, NONE, NONE, null, "malformed UUIDs requested (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, and 990 more)");
            refused(
                    List.of("x".repeat(201)),
                    NONE,
                    NONE,
                    null,
                    "malformed UUIDs requested (" + "x".repeat(200) + "...)");
        }

        @Test
        void all_malformed_ids_of_the_first_list_that_has_any() {
            refused(List.of("x", A, "y"), List.of("z"), NONE, "w", "malformed UUIDs requested (x, y)");
            refused(List.of(A), List.of("z"), List.of("v"), "w", "malformed UUIDs requested (z)");
            refused(List.of(A), NONE, List.of("v"), "w", "malformed UUIDs requested (v)");
            refused(List.of(A), NONE, NONE, "w", "malformed UUIDs requested (w)");
        }
    }
}
