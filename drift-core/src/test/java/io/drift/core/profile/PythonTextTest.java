package io.drift.core.profile;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected texts were printed by Python 3.11. */
class PythonTextTest {

    @ParameterizedTest
    @CsvSource({
        "1e22, 1e+22",
        "1e-07, 1e-07",
        "0.1, 0.1",
        "1e16, 1e+16",
        "123456789012345680.0, 1.2345678901234568e+17",
        "1e15, 1000000000000000.0",
        "9999999999999998.0, 9999999999999998.0",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "1.0, 1.0",
        "0.0, 0.0",
        "-0.0, -0.0",
        "2.5, 2.5",
        "100.0, 100.0",
        "5e-324, 5e-324",
        "1.5e-323, 1.5e-323",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "9007199254740993.0, 9007199254740992.0",
        "0.002, 0.002",
        "0.3333333333333333, 0.3333333333333333",
        "-1.5e300, -1.5e+300",
        "4.35, 4.35",
        "1e21, 1e+21",
        "123456.789, 123456.789",
        "1152921504606846976.0, 1.152921504606847e+18",
        "9.5e-7, 9.5e-07",
        "1e-9, 1e-09",
        "1e-10, 1e-10",
        "8.41e21, 8.41e+21",
        "1e23, 1e+23",
        "8.5e22, 8.5e+22",
        "2e-3, 0.002",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void of_a_floating_number_has_the_shortest_digits(double value, String shown) {
        assertThat(PythonText.of(value)).isEqualTo(shown);
    }

    static Stream<Arguments> values() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("k", null);
        object.put("b", List.of(Map.of("x", "y")));
        return Stream.of(
                Arguments.of(null, "None"),
                Arguments.of(true, "True"),
                Arguments.of(false, "False"),
                Arguments.of(0, "0"),
                Arguments.of(-5L, "-5"),
                Arguments.of(BigInteger.TWO.pow(70), "1180591620717411303424"),
                Arguments.of(new BigDecimal("1.50"), "1.5"),
                Arguments.of(new BigDecimal("1E+2"), "100.0"),
                Arguments.of("it's", "it's"),
                Arguments.of("", ""),
                Arguments.of(asList(1, "a", null, true, 1.5), "[1, 'a', None, True, 1.5]"),
                Arguments.of(List.of(), "[]"),
                Arguments.of(List.of(List.of()), "[[]]"),
                Arguments.of(Map.of(), "{}"),
                Arguments.of(object, "{'k': None, 'b': [{'x': 'y'}]}"),
                Arguments.of(Map.of("a", Map.of("b", Map.of())), "{'a': {'b': {}}}"),
                Arguments.of(List.of("it's"), "[\"it's\"]"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void of_a_value_is_its_notation_in_python(Object value, String shown) {
        assertThat(PythonText.of(value)).isEqualTo(shown);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("plain \u00e9 \u0130", "'plain \u00e9 \u0130'"),
                Arguments.of("", "''"),
                Arguments.of("it's", "\"it's\""),
                Arguments.of("'x'", "\"'x'\""),
                Arguments.of("say \"x\"", "'say \"x\"'"),
                Arguments.of("\"x\" it's", "'\"x\" it\\'s'"),
                Arguments.of("it's \"x\"", "'it\\'s \"x\"'"),
                Arguments.of("a\\b", "'a\\\\b'"),
                Arguments.of("\n\r\t", "'\\n\\r\\t'"),
                Arguments.of("\0\u001f\u007f", "'\\x00\\x1f\\x7f'"),
                Arguments.of("\u0085\u00a0\u00ad", "'\\x85\\xa0\\xad'"),
                Arguments.of("\u200b\u2028\u3000\ufeff", "'\\u200b\\u2028\\u3000\\ufeff'"),
                Arguments.of("\ue000\u0378\ud800", "'\\ue000\\u0378\\ud800'"),
                Arguments.of("\ud83d\ude00", "'\ud83d\ude00'"),
                Arguments.of("\udb40\udc01\udbff\udfff", "'\\U000e0001\\U0010ffff'"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void of_a_text_inside_another_value_is_quoted(String value, String shown) {
        assertThat(PythonText.quoted(value)).isEqualTo(shown);
        assertThat(PythonText.of(List.of(value))).isEqualTo("[" + shown + "]");
        assertThat(PythonText.of(value)).isEqualTo(value);
    }

    @Test
    void reads_back_as_the_same_number() {
        Random random = new Random(22);
        for (int i = 0; i < 2_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(PythonText.of(value))).isEqualTo(value);
            }
        }
    }
}
