package io.drift.core.fact;

import static io.drift.core.Sources.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FactTableTest {

    private static FactTable table(RecordedFacts... columns) {
        FactTableBuilder builder = new FactTableBuilder();
        for (RecordedFacts column : columns) {
            builder.column(column);
        }
        return builder.build();
    }

    private static List<String> rows(FactTable table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.add(table.row(row).toString());
        }
        return rows;
    }

    @Nested
    class A_table {

        @Test
        void is_the_union_of_all_facts_in_report_order() {
            FactTable table = table(facts("b", "1", "a.y", "2"), facts(), facts("a.x", "3", "b", "4", "a", "5"));

            assertThat(table.columns()).isEqualTo(3);
            assertThat(rows(table)).containsExactly("a: - | - | 5", "a.x: - | - | 3", "a.y: 2 | - | -", "b: 1 | - | 4");
            assertThat(table.name(3)).isEqualTo(FactName.of("b"));
        }

        @Test
        void gives_equal_values_of_different_dictionaries_one_object() {
            FactRecorder shared = new FactRecorder();
            RecordedFacts first = shared.record("x", "z").record("a", "1").end();
            RecordedFacts second =
                    shared.record("a", "2").record("b", List.of("p")).end();
            FactTable table = table(first, second, facts("b", List.of("p"), "a", "1"));
            FactRow a = table.row(0);
            FactRow b = table.row(1);

            assertThat(rows(table)).containsExactly("a: 1 | 2 | 1", "b: - | [p] | [p]", "x: z | - | -");
            assertThat(a.value(0)).isSameAs(a.value(2)).isNotEqualTo(a.value(1));
            assertThat(b.value(1)).isSameAs(b.value(2));
            assertThat(a.isSame(0, 2)).isTrue();
            assertThat(a.isSame(0, 1)).isFalse();
            assertThat(a.value(1)).isEqualTo(new FactValue.Text("2"));
        }

        @Test
        void joins_the_documents_of_a_source_so_that_a_later_one_replaces() {
            FactTable table = table(
                    facts("a", "1", "b", "2").with(facts("b", null)).with(facts("c", "3", "a", "4")), facts("b", "2"));

            assertThat(rows(table)).containsExactly("a: 4 | -", "b: - | 2", "c: 3 | -");
        }

        @Test
        void has_rows_that_few_of_many_columns_have_and_rows_that_most_have() {
            RecordedFacts[] columns = new RecordedFacts[9];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = i == 4 || i == 7
                        ? facts("most", "m" + i, "few", "old").with(facts("few", "f" + i))
                        : facts("most", "m");
            }
            columns[8] = facts("few", null);
            FactTable table = table(columns);

            assertThat(rows(table))
                    .containsExactly(
                            "few: - | - | - | - | f4 | - | - | f7 | -", "most: m | m | m | m | m4 | m | m | m7 | -");
            assertThat(rows(table.onlyFactsOf(column -> column == 8)))
                    .containsExactly("few: - | - | - | - | f4 | - | - | f7 | -");
            assertThat(rows(table.onlyFactsOf(column -> column < 4)))
                    .containsExactly("most: m | m | m | m | m4 | m | m | m7 | -");
        }

        @Test
        void leaves_out_what_its_dictionary_knows_of_others() {
            FactRecorder shared = new FactRecorder();
            RecordedFacts first = shared.record("a", "1").record("b", "2").end();
            RecordedFacts second =
                    shared.record("c", "3").record("b", List.of("4", "5")).end();
            for (int i = 0; i < 100; i++) {
                shared.record("other" + i, "x" + i).end();
            }

            assertThat(rows(table(first))).containsExactly("a: 1", "b: 2");
            assertThat(rows(table(first, second, facts("b", "2", "d", "6"))))
                    .containsExactly("a: 1 | - | -", "b: 2 | [4, 5] | 2", "c: - | 3 | -", "d: - | - | 6");
        }

        @Test
        void does_not_change_the_dictionaries_of_its_columns() {
            FactRecorder shared = new FactRecorder();
            RecordedFacts first = shared.record("a", "1").record("b", "2").end();
            RecordedFacts second = shared.record("a", "1").record("b", "2").end();
            table(first, second, facts("c", "3", "b", List.of("4")));

            assertThat(shared.symbols().facts()).isEqualTo(2);
            assertThat(shared.symbols().values()).isEqualTo(3);
        }

        @Test
        void may_have_sources_without_facts_or_no_sources() {
            assertThat(table().rows()).isZero();
            assertThat(table(RecordedFacts.NONE).rows()).isZero();
            assertThat(rows(table(RecordedFacts.NONE, facts("a", null)))).containsExactly("a: - | -");
        }

        @Test
        void can_be_built_again() {
            FactTableBuilder builder = new FactTableBuilder().column(facts("a", "1"));
            builder.build();

            assertThat(rows(builder.column(facts("a", "2")).build())).containsExactly("a: 1 | 2");
        }

        @Test
        void is_narrowed_to_the_facts_of_some_columns_with_or_without_a_value() {
            FactTable table = table(facts("a", "1", "b", null), facts("b", "2", "c", "3"), facts("d", "4"));

            assertThat(rows(table.onlyFactsOf(column -> column == 0))).containsExactly("a: 1 | - | -", "b: - | 2 | -");
            assertThat(rows(table.onlyFactsOf(column -> column > 0)))
                    .containsExactly("b: - | 2 | -", "c: - | 3 | -", "d: - | - | 4");
            assertThat(table.onlyFactsOf(column -> false).rows()).isZero();
            assertThat(table.rows()).isEqualTo(4);
        }
    }

    @Nested
    class A_row {

        @Test
        void is_found_by_name() {
            FactTable table = table(facts("a", "1", "a.x", "2", "b", "3", "c.\ud834\udd1e", "4", "c.\ue000", "5"));

            for (int row = 0; row < table.rows(); row++) {
                assertThat(table.row(table.name(row)))
                        .get()
                        .hasToString(rows(table).get(row));
            }
            assertThat(table.row(FactName.of("a.w"))).isEmpty();
            assertThat(table.row(FactName.of("zz"))).isEmpty();
            assertThat(table.row(FactName.of(""))).isEmpty();
            assertThat(table.onlyFactsOf(column -> false).row(FactName.of("a"))).isEmpty();
        }

        @Test
        void shows_texts_and_missing_values() {
            FactRow row =
                    table(facts("a", "x"), facts("a", "N/A"), facts("a", "")).row(0);

            assertThat(row.columns()).isEqualTo(3);
            assertThat(row.text(0)).isEqualTo("x");
            assertThat(row.isMissing(1)).isTrue();
            assertThat(row.value(1)).isNull();
            assertThat(row.text(2)).isEmpty();
            assertThat(row.isMissing(2)).isFalse();
        }

        @Test
        void tells_whether_columns_agree_apart_from_those_set_aside() {
            FactRow row = table(facts("a", "x"), facts("a", "x"), facts("a", "y"), facts("b", "z"))
                    .row(0);

            assertThat(row.isOneValue(columns())).isFalse();
            assertThat(row.isOneValue(columns(2, 3))).isTrue();
            assertThat(row.isOneValue(columns(0, 1, 2))).isTrue();
            assertThat(row.isOneValue(columns(0, 1, 2, 3))).isFalse();
            assertThat(row.isUnique(columns())).isFalse();
            assertThat(row.isUnique(columns(1))).isTrue();
            assertThat(row.isUnique(columns(0, 1, 2, 3))).isTrue();
        }

        private static BitSet columns(int... numbers) {
            BitSet columns = new BitSet();
            IntStream.of(numbers).forEach(columns::set);
            return columns;
        }

        @Test
        void is_multi_valued_if_some_cell_is_a_list_even_of_one() {
            FactTable table = table(
                    facts("a", "x", "b", List.of("x"), "c", List.of()),
                    facts("a", "y", "b", "x", "d", List.of("p", "q")));

            assertThat(table.row(0).isMultiValued()).isFalse();
            assertThat(table.row(1).isMultiValued()).isTrue();
            assertThat(table.row(1).text(0)).isNull();
            assertThat(table.row(1).text(1)).isEqualTo("x");
            assertThat(table.row(2).isMultiValued()).isFalse();
            assertThat(table.row(3).isMultiValued()).isTrue();
        }
    }
}
