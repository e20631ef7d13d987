package io.drift.server.systems;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HostCopyTest {

    @Test
    void what_is_held_beside_the_profile_counts_until_it_is_read() throws IOException {
        String host =
                "{\"fqdn\":\"web-1\",\"system_profile\":{},\"looked_at\":{\"except\":[\"" + "x".repeat(1000) + "\"]}}";
        try (JsonParser parser = new JsonFactory().createParser(host)) {
            parser.nextToken();
            assertThat(HostCopy.read(parser).size()).isGreaterThan(1000);
        }
    }
}
