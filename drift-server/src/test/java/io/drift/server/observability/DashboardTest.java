package io.drift.server.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DashboardTest {

    private static final Path DASHBOARD = Path.of("..", "dashboards", "drift.json");
    private static final Pattern SERIES = Pattern.compile("\\b(?:drift|jvm|process)_\\w+");

    @Test
    void every_series_that_the_dashboard_asks_for_is_there() throws IOException {
        Set<String> asked = new TreeSet<>();
        JsonNode panels = new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels");
        for (JsonNode expression : panels.findValues("expr")) {
            SERIES.matcher(expression.asText()).results().forEach(series -> asked.add(series.group()));
        }
        assertThat(panels.size()).isBetween(8, 12);
        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(names()).containsAll(asked);
    }

    private static Set<String> names() throws IOException {
        StringWriter scrape = new StringWriter();
        new DriftMetrics().write(scrape);
        return scrape.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
    }
}
