package io.drift.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStampTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-03-30T18:42:23Z             | 2020-03-30T18:42:23Z",
                "2020-03-30T18:42:23+00:00        | 2020-03-30T18:42:23Z",
                "2020-03-30T18:42:23+0000         | 2020-03-30T18:42:23Z",
                "2020-03-30T18:42:23+02:00        | 2020-03-30T16:42:23Z",
                "2020-03-30T18:42:23-0530         | 2020-03-31T00:12:23Z",
                "2020-03-30T18:42:23.264338+00:00 | 2020-03-30T18:42:23.264338Z",
                "2020-03-30T18:42:23.264338       | 2020-03-30T18:42:23.264338Z",
                "2020-03-30T18:42:23              | 2020-03-30T18:42:23Z",
                "2020-03-30T18:42                 | 2020-03-30T18:42:00Z",
                "2020-03-30 18:42:23.5+00:00      | 2020-03-30T18:42:23.5Z",
                "2020-03-30 18:42:23              | 2020-03-30T18:42:23Z",
                "' 2020-03-30T18:42:23Z '         | 2020-03-30T18:42:23Z",
                "2020-03-30                       | 2020-03-30T00:00:00Z",
                "Mon, 30 Mar 2020 18:42:23 GMT    | 2020-03-30T18:42:23Z",
                "Mon, 30 Mar 2020 18:42:23 +0200  | 2020-03-30T16:42:23Z",
                "Sat, 4 Jul 2020 08:02:03 GMT     | 2020-07-04T08:02:03Z"
            })
    void is_read_with_or_without_zone(String text, Instant instant) {
        assertThat(TimeStamp.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2020",
                "2020-13-01T00:00:00Z",
                "2020-03-30T25:00:00Z",
                "2020-03-30T18:42:23Zebra",
                "2020-03-30T18:42:23+99:00",
                "1585593743",
                "Mon, 30 Foo 2020 18:42:23 GMT",
                "N/A"
            })
    void is_unknown_if_it_is_garbage(String text) {
        assertThat(TimeStamp.parse(text)).isEmpty();
    }

    @Test
    void is_unknown_if_it_is_null() {
        assertThat(TimeStamp.parse(null)).isEmpty();
    }
}
