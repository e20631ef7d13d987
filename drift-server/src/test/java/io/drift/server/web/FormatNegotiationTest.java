package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.ReportFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatNegotiationTest {

    private static final FormatNegotiation FORMATS = new FormatNegotiation(ReportFormats.ALL);

    @Test
    void without_accept_it_is_json() {
        assertThat(FORMATS.wanted(null).name()).isEqualTo("json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv                                       | csv",
                "TEXT/Csv                                       | csv",
                "text/*                                         | csv",
                "text/csv, application/json                     | json",
                "text/csv;q=0                                   | json",
                "text/csv; q=0.5, application/json;q=0.4        | csv",
                "application/json;q=0.9, text/csv;q=0.1         | json",
                "*/*                                            | json",
                "text/csv, */*                                  | csv",
                "text/csv;q=0.5, */*                            | json",
                "application/json, text/*                       | json",
                "text/csv;charset=utf-8                         | csv",
                "text/html                                      | json",
                "text/csv;q=nonsense                            | json",
                "text/html, text/csv;q=0.3                      | csv",
                "application/*;q=0.8, text/csv;q=0.8            | csv",
                "application/json;q=0, text/csv;q=0             | json",
                "application/json;q=0, */*                      | csv",
                "'' | json",
                ",;,q= | json",
            })
    void what_is_wanted_most_wins(String accept, String format) {
        assertThat(FORMATS.wanted(accept).name()).isEqualTo(format);
    }
}
