package io.drift.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftServerTest {

    @ParameterizedTest
    @CsvSource({"60000, 1000", "20000, 1000", "2000, 100", "1, 1", "0, 1"})
    void a_client_that_only_keeps_its_connection_uses_up_no_short_time_of_grace(long graceMillis, long idleMillis) {
        assertThat(DriftServer.idleMillisAtTheEnd(graceMillis)).isEqualTo(idleMillis);
    }
}
