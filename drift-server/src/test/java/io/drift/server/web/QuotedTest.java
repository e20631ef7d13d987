package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotedTest {

    private static final int MANY = 500_000;

    @Test
    void what_is_short_is_quoted_as_a_whole() {
        assertThat(Quoted.value(Map.of("a", List.of(1, "b")))).isEqualTo("{'a': [1, 'b']}");
        assertThat(Quoted.value("a".repeat(200))).isEqualTo("'" + "a".repeat(200) + "'");
        assertThat(Quoted.value(null)).isEqualTo("None");
        assertThat(Quoted.list(List.of("a", "b"))).isEqualTo("a,b");
    }

    @Test
    void of_what_is_long_it_says_what_it_is() {
        assertThat(Quoted.value("a".repeat(MANY))).isEqualTo("'" + "a".repeat(200) + "...'");
        assertThat(Quoted.value(Collections.nCopies(MANY, 1))).isEqualTo("a list of 500000 entries");
        assertThat(Quoted.value(Map.of("a", Collections.nCopies(MANY, 1)))).isEqualTo("an object of 1 members");
        assertThat(Quoted.value(List.of("a".repeat(150), "b".repeat(150)))).isEqualTo("a list of 2 entries");
        assertThat(Quoted.value(BigInteger.TEN.pow(5000))).isEqualTo("a number of many digits");
        assertThat(Quoted.value(Collections.nCopies(100, true))).isEqualTo("a list of 100 entries");
        assertThat(Quoted.list(
                        IntStream.range(0, 12).mapToObj(Integer::toString).toList()))
                .isEqualTo("0,1,2,3,4,5,6,7,8,9 and 2 more");
    }
}
