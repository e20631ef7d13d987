package io.drift.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactNameTest {

    @Nested
    class A_name {

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "arch, -, arch",
                    "cpu_flags.fpu, cpu_flags, fpu",
                    "tags.ns.key, tags, ns.key",
                    ".x, '', x",
                    "x., x, ''",
                    "., '', ''",
                    "'', -, ''",
                    "a..b, a, .b"
                })
        void is_split_at_its_first_dot(String text, String group, String member) {
            assertThat(FactName.of(text)).isEqualTo(new FactName(group, member)).hasToString(text);
        }

        @ParameterizedTest
        @CsvSource({"a, b, a, b", "a, b.c, a, b.c", "a.b, c, a, b.c", "'', '', '', ''"})
        void is_made_of_group_and_member(String group, String member, String splitGroup, String splitMember) {
            assertThat(FactName.of(group, member)).isEqualTo(new FactName(splitGroup, splitMember));
        }

        @Test
        void cannot_be_split_elsewhere() {
            assertThatIllegalArgumentException().isThrownBy(() -> new FactName(null, "a.b"));
            assertThatIllegalArgumentException().isThrownBy(() -> new FactName("a.b", "c"));
        }

        @Test
        void has_a_top_level_name() {
            assertThat(FactName.of("tags.ns.key").top()).isEqualTo("tags");
            assertThat(FactName.of("arch").top()).isEqualTo("arch");
            assertThat(FactName.of("arch").isMember()).isFalse();
            assertThat(FactName.of("tags.k").isMember()).isTrue();
        }
    }

    @Nested
    class Report_order {

        /** Beyond the BMP and yet below in UTF-16: the musical clef against a private use character. */
        private static final List<String> SORTED = List.of(
                "",
                "Z",
                "a",
                ".x",
                "a.",
                "a.Z",
                "a.b",
                "a.b.c",
                "a.\uffff",
                "a.\ud834\udd1e",
                "a!",
                "a!.b",
                "ab",
                "b",
                "\u0131",
                "\ue000",
                "\uffff.x",
                "\ud834\udd1e",
                "\ud834\udd1e.a");

        @Test
        void is_by_group_then_single_before_group_then_member() {
            List<FactName> names = Stream.of("", ".x", "Z", "a", "a.", "a.Z", "a.b", "a.b.c", "a!", "a!.b", "ab", "b")
                    .map(FactName::of)
                    .toList();
            assertThat(shuffled(names)).isEqualTo(names);
        }

        @Test
        void is_by_code_point_beyond_the_basic_plane() {
            List<FactName> names = Stream.of("a", "z.b", "z.\uffff", "z.\ud834\udd1e", "\ue000", "\ud834\udd1e")
                    .map(FactName::of)
                    .toList();
            assertThat(shuffled(names)).isEqualTo(names);
        }

        @Test
        void of_plain_texts_agrees_with_their_code_points() {
            for (String left : SORTED) {
                for (String right : SORTED) {
                    assertThat(Integer.signum(CodePointOrder.INSTANCE.compare(left, right)))
                            .as("%s and %s", left, right)
                            .isEqualTo(Integer.signum(Arrays.compare(
                                    left.codePoints().toArray(),
                                    right.codePoints().toArray())));
                }
            }
        }

        private List<FactName> shuffled(List<FactName> names) {
            List<FactName> mixed = new ArrayList<>(names);
            Collections.shuffle(mixed, new Random(7));
            return mixed.stream().sorted().toList();
        }
    }
}
