package io.drift.server.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostCopyTest {

    private final List<Long> held = new ArrayList<>();

    private HostCopy copy(String host, int mostBytes) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(host)) {
            parser.nextToken();
            return HostCopy.read(parser, mostBytes, held::add);
        }
    }

    @Test
    void what_is_held_beside_the_profile_counts() throws IOException {
        copy(
                "{\"fqdn\":\"web-1\",\"system_profile\":{},\"looked_at\":{\"except\":[\"" + "x".repeat(1000) + "\"]}}",
                5_000_000);
        assertThat(Collections.max(held)).isGreaterThan(1000);
    }

    @Test
    void of_a_host_that_is_too_large_little_more_is_held_than_of_the_largest_one() throws IOException {
        String values = ("\"" + "x".repeat(98) + "\",").repeat(10_000);
        HostCopy tooLarge = copy("{\"system_profile\":{\"a\":[" + values + "1]}}", 100_000);
        assertThat(tooLarge.length()).isGreaterThan(1_000_000);
        assertThat(Collections.max(held)).isBetween(100_000L, 9 * 100_000L);
    }

    @Test
    void the_largest_host_is_copied_whole_even_if_all_of_it_is_escaped() throws Exception {
        String profile = "{\"arch\":\"" + "é".repeat(50_000) + "\"}";
        String host = "{\"system_profile\":" + profile + "}";
        HostCopy largest = copy(host, 2 * host.length());
        assertThat(new String(largest.content(), StandardCharsets.UTF_8))
                .isEqualTo("{\"system_profile\":" + profile.replace("é", "\\u00E9") + "}");
    }
}
