package io.drift.collector.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubbedObjectTest {

    private static String left(String json) throws IOException {
        ObjectNode object = (ObjectNode) new ObjectMapper().readTree(json);
        return ScrubbedObject.of("settings", object).object().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'environment': ['POSTGRES_PASSWORD=LEAK', 'TZ=UTC']}",
                "{'command': ['serve', '--api-token', 'LEAK', '-v']}",
                "{'command': ['serve', '--password=LEAK']}",
                "{'env': [{'name': 'DB_PASSWORD', 'value': 'LEAK'}]}",
                "{'cert': '-----BEGIN PRIVATE KEY-----\\nLEAK\\n-----END PRIVATE KEY-----'}",
                "{'client-key-data': 'LEAK'}",
                "{'url': 'https://admin:p@LEAK@host/'}",
                "{'url': 'https://admin:pa/LEAK@host/'}",
                "{'url': 'mysql://u:LEAK@h/'}",
                "{'url': 'https://host/a?token=LEAK&b=c'}",
                "{'opts': 'host=h password=LEAK'}",
                "{'header': 'Authorization: Bearer LEAKLEAK'}",
                "{'mounts': [{'options': 'rw,password=LEAK,uid=0'}]}"
            })
    void a_secret_within_a_value_is_not_shown(String json) throws IOException {
        assertThat(left(json.replace('\'', '"'))).doesNotContain("LEAK");
    }

    @Test
    void what_stands_beside_a_secret_stays() throws IOException {
        assertThat(
                        left(
                                "{\"a\": [\"PASSWORD=x\", \"TZ=UTC\"], \"b\": [\"--token\", \"x\", \"-v\"], \"c\": \"rw,pass=x,uid=0\"}"))
                .isEqualTo(
                        "{\"a\":[\"PASSWORD=***\",\"TZ=UTC\"],\"b\":[\"--token\",\"***\",\"-v\"],\"c\":\"rw,pass=***,uid=0\"}");
    }
}
