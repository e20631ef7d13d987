package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFormatTest {

    @Test
    void without_accept_it_is_json() {
        assertThat(ReportFormat.of(null)).isEqualTo(ReportFormat.JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv                                       | CSV",
                "TEXT/Csv                                       | CSV",
                "text/*                                         | CSV",
                "text/csv, application/json                     | JSON",
                "text/csv;q=0                                   | JSON",
                "text/csv; q=0.5, application/json;q=0.4        | CSV",
                "application/json;q=0.9, text/csv;q=0.1         | JSON",
                "*/*                                            | JSON",
                "text/csv, */*                                  | CSV",
                "text/csv;q=0.5, */*                            | JSON",
                "application/json, text/*                       | JSON",
                "text/csv;charset=utf-8                         | CSV",
                "text/html                                      | JSON",
                "text/csv;q=nonsense                            | JSON",
                "text/html, text/csv;q=0.3                      | CSV",
                "application/*;q=0.8, text/csv;q=0.8            | CSV",
                "application/json;q=0, text/csv;q=0             | JSON",
                "application/json;q=0, */*                      | CSV",
                "'' | JSON",
                ",;,q= | JSON",
            })
    void what_is_wanted_most_wins(String accept, ReportFormat format) {
        assertThat(ReportFormat.of(accept)).isEqualTo(format);
    }
}
