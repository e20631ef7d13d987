package io.drift.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactSymbolsTest {

    private final FactSymbols symbols = new FactSymbols();

    @Test
    void equal_names_have_one_symbol_however_they_are_written() {
        int fact = symbols.fact("tags.ns.key");

        assertThat(symbols.fact("tags", "ns.key")).isEqualTo(fact);
        assertThat(symbols.fact("tags.ns", "key")).isEqualTo(fact);
        assertThat(symbols.fact(FactName.of("tags.ns.key"))).isEqualTo(fact);
        assertThat(symbols.nameOf(fact)).isEqualTo(FactName.of("tags.ns.key"));
        assertThat(symbols.facts()).isEqualTo(1);
    }

    @Test
    void a_single_fact_is_not_a_member_of_a_group_of_that_name() {
        assertThat(symbols.fact("a")).isNotEqualTo(symbols.fact("a."));
        assertThat(symbols.fact("a")).isEqualTo(symbols.fact(FactName.of("a")));
    }

    @Test
    void equal_values_have_one_symbol() {
        assertThat(symbols.value("x")).isEqualTo(symbols.value(new String("x"))).isNotEqualTo(symbols.value("y"));
        assertThat(symbols.value(List.of("x", "y"))).isEqualTo(symbols.value(List.of("x", "y")));
        assertThat(symbols.values()).isEqualTo(4);
        assertThat(symbols.valueOf(symbols.value("y"))).isEqualTo(new FactValue.Text("y"));
    }

    @Test
    void null_and_not_available_and_an_empty_list_are_missing() {
        assertThat(symbols.value((String) null)).isEqualTo(FactSymbols.MISSING);
        assertThat(symbols.value("N/A")).isEqualTo(FactSymbols.MISSING);
        assertThat(symbols.value(List.of())).isEqualTo(FactSymbols.MISSING);
        assertThat(symbols.valueOf(FactSymbols.MISSING)).isNull();
    }

    @Test
    void an_empty_text_is_a_value_of_its_own() {
        assertThat(symbols.value("")).isNotEqualTo(FactSymbols.MISSING);
        assertThat(symbols.value("n/a")).isNotEqualTo(FactSymbols.MISSING);
    }

    @Test
    void a_list_of_one_is_not_that_text() {
        assertThat(symbols.value(List.of("x"))).isNotEqualTo(symbols.value("x"));
    }

    @Test
    void lists_whose_texts_run_together_alike_are_told_apart() {
        assertThat(List.of(
                        symbols.value(List.of("ab", "c")),
                        symbols.value(List.of("a", "bc")),
                        symbols.value(List.of("1:a2:bc")),
                        symbols.value(List.of("abc")),
                        symbols.value(List.of("abc", ""))))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_multi_valued_fact_has_at_least_one_value() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FactValue.Several(List.of()));
        assertThat(new FactValue.Several(List.of("a", "b"))).hasToString("[a, b]");
        assertThat(new FactValue.Text("a").texts()).containsExactly("a");
    }
}
