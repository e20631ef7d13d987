package io.drift.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected texts were computed with Python: the truncated quotient of two logarithms, decimal half-even. */
class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 Byte",
        "1, 1.00 Byte",
        "100, 100.00 Byte",
        "1000, 1000.00 Byte",
        "1023, 1023.00 Byte",
        "1024, 1.00 KiB",
        "1025, 1.00 KiB",
        "1152, 1.12 KiB",
        "1920, 1.88 KiB",
        "1048575, 1024.00 KiB",
        "1048576, 1.00 MiB",
        "1048577, 1.00 MiB",
        "1073741823, 1024.00 MiB",
        "1073741824, 1.00 GiB",
        "1073741825, 1.00 GiB",
        "16620134400, 15.48 GiB",
        "1099511627775, 1024.00 GiB",
        "1099511627776, 1.00 TiB",
        "1099511627777, 1.00 TiB",
        "1125899906842623, 1.00 PiB",
        "1125899906842624, 1.00 PiB",
        "1125899906842625, 1.00 PiB",
        "1152921504606846975, 1.00 EiB",
        "1152921504606846976, 1.00 EiB",
        "1152921504606846977, 1.00 EiB",
        "9223372036854775807, 8.00 EiB"
    })
    void is_shown_in_its_best_binary_unit(long bytes, String shown) {
        assertThat(ByteSize.of(bytes)).isEqualTo(shown);
    }

    @Test
    void may_be_any_number() {
        assertThat(ByteSize.of(100)).isEqualTo("100.00 Byte");
        assertThat(ByteSize.of(1536.0)).isEqualTo("1.50 KiB");
        assertThat(ByteSize.of(new BigDecimal("1E+3"))).isEqualTo("1000.00 Byte");
        assertThat(ByteSize.of(BigInteger.TWO.pow(80))).isEqualTo("1048576.00 EiB");
        assertThat(ByteSize.of(0.5)).isEqualTo("0.50 Byte");
    }
}
