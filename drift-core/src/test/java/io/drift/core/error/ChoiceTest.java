package io.drift.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {

    private static final Choice COMMANDS = new Choice(List.of("compare", "serve", "settings", "completion", "help"));

    @ParameterizedTest
    @CsvSource({
        "compare, compare",
        "comprae, compare",
        "cmpare, compare",
        "comppare, compare",
        "compile, compare",
        "SETTINGS, settings",
        "set, settings",
        "sreve, serve",
        "completoin, completion",
        "hel, help",
        "hepl, help",
    })
    void a_slip_for_each_three_letters_is_forgiven(String typed, String meant) {
        assertThat(COMMANDS.nearest(typed)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "x", "s", "co", "diff", "help-me-please", "''"})
    void what_is_far_from_all_is_none(String typed) {
        assertThat(COMMANDS.nearest(typed)).isEmpty();
    }

    @Test
    void is_told_in_words() {
        assertThat(new Choice(List.of("a", "b", "c")).inWords()).isEqualTo("a, b or c");
        assertThat(new Choice(List.of("a", "b")).inWords()).isEqualTo("a or b");
        assertThat(new Choice(List.of("a")).inWords()).isEqualTo("a");
    }
}
