package io.drift.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected forms are those of Python's {@code ipaddress} module, which recorded reports contain. */
class Ipv6TextTest {

    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:0db8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
        "1::2:0:0:0:3, 1:0:0:2::3",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "0:0:0:0:0:0:0:0, ::",
        "::, ::",
        "::1, ::1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "0:1:0:1:0:1:0:1, 0:1:0:1:0:1:0:1",
        "::ffff:192.0.2.128, ::ffff:c000:280",
        "::1.2.3.4, ::102:304",
        "::255.0.0.255, ::ff00:ff",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
        "FE80:0::1%eth0, fe80::1%eth0",
        "FE80:0::1%Eth 0, fe80::1%Eth 0"
    })
    void is_compressed_and_lower_case(String given, String shown) {
        assertThat(Ipv6Text.compressed(given)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FE80:0::1/64",
                "FE80:0::1%eth0/64",
                " ::1",
                "FE80::1 ",
                "FE80:0::1%",
                "FE80:0::1%a%b",
                "12345::",
                "FE80::00001",
                "::FFFF:192.0.02.1",
                "::FFFF:1.2.3.256",
                "::1.2.3",
                "::1.2.3.4.5",
                "1.2.3.4",
                "1.2.3.4::",
                "A:::2",
                "A::2::3",
                ":A:2:3:4:5:6:7",
                "A:2:3:4:5:6:7:",
                "A:2:3:4:5:6:7",
                "A:2:3:4:5:6:7:8:9",
                "::A:2:3:4:5:6:7:8",
                "G::",
                "A:2:3:4:5:6:7:1.2.3.4",
                "",
                ":",
                "::-1",
                "N/A"
            })
    void is_kept_where_it_is_no_address(String given) {
        assertThat(Ipv6Text.compressed(given)).isEqualTo(given);
    }

    @Test
    void still_means_the_same_address_and_could_not_be_shorter() throws UnknownHostException {
        Random random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            int[] groups = IntStream.range(0, 8)
                    .map(any -> random.nextInt(3) * random.nextInt(0x8000))
                    .toArray();
            String full = IntStream.of(groups)
                    .mapToObj(group -> "0".repeat(4 - Integer.toHexString(group).length()) + Integer.toHexString(group))
                    .collect(Collectors.joining(":"));
            String shown = Ipv6Text.compressed(full);

            assertThat(bytes(shown)).as("%s as %s", full, shown).isEqualTo(bytes(full));
            assertThat(Ipv6Text.compressed(shown)).isEqualTo(shown);
            assertThat(shown).doesNotContainPattern("(^|:)0[0-9a-f]").doesNotContainPattern("(^|:)0:0(:|$).*(?<!:):$");
            if (!shown.contains("::")) {
                assertThat(shown).doesNotContainPattern("(^|:)0:0(:|$)");
            }
        }
    }

    /** Java reads an address mapped from IPv4 as four bytes, which none of these is. */
    private static byte[] bytes(String address) throws UnknownHostException {
        return InetAddress.getByName(address).getAddress();
    }
}
