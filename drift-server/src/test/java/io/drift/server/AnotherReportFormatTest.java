package io.drift.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.Shell;
import io.drift.cli.Terminal;
import io.drift.core.CompareSystems;
import io.drift.core.ComparisonsByReading;
import io.drift.core.access.Entitlement;
import io.drift.core.access.RequiredPermissions;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.profile.Reading;
import io.drift.core.report.ReportWriter;
import io.drift.server.command.DriftCommand;
import io.drift.server.limits.RequestLimits;
import io.drift.server.observability.DriftMetrics;
import io.drift.server.observability.Readiness;
import io.drift.server.security.RequestGate;
import io.drift.server.web.ManagementRoutes;
import io.drift.server.web.ServedComparisons;
import io.drift.server.web.WebApi;
import io.drift.testkit.FakeInventory;
import io.drift.testkit.Identities;
import io.drift.testkit.SystemBuilder;
import io.drift.testkit.Systems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What another format takes: one class, and one line that adds it to the list. */
class AnotherReportFormatTest {

    private static final List<ReportWriter> FORMATS = Stream.concat(
                    ReportFormats.ALL.stream(), Stream.of(new Checklist()))
            .toList();

    private static final SystemBuilder WEB = Systems.system("web").with("arch", "x86_64");
    private static final SystemBuilder DB = Systems.system("db").with("arch", "s390x");
    private static DriftServer server;

    /** The one class: a line for each fact, without a line end behind the last one. */
    private static final class Checklist implements ReportWriter {

        @Override
        public String name() {
            return "checklist";
        }

        @Override
        public String mediaType() {
            return "text/x-checklist";
        }

        @Override
        public void write(ComparisonReport report, OutputStream out) throws IOException {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            String between = "";
            for (FactComparison fact : report.comparisons()) {
                text.append(between).append("[ ] ").append(fact.name());
                between = "\n";
            }
            text.flush();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        DriftMetrics metrics = new DriftMetrics();
        WebApi api = new WebApi(
                ServedComparisons.withoutPolicy(ComparisonsByReading.of(
                        List.of(Reading.ARCHIVED), reading -> CompareSystems.of(new FakeInventory().with(WEB, DB)))),
                context -> {
                    throw new AssertionError();
                },
                new RequestGate(Entitlement.INSIGHTS, null, RequiredPermissions.READ_COMPARISONS, null),
                "/api/drift",
                new ManagementRoutes(metrics, new Readiness()),
                metrics.reports(),
                RequestLimits.of(Duration.ofSeconds(30), 1000, Clock.systemUTC()),
                FORMATS,
                FORMATS);
        server = DriftServer.start(api::register, "127.0.0.1", 0, Duration.ofSeconds(1));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String accept) throws IOException, InterruptedException {
        String ids = "system_ids%5B%5D=" + WEB.document().id() + "&system_ids%5B%5D="
                + DB.document().id();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/api/drift/v1/comparison_report?" + ids))
                .header("x-rh-identity", Identities.user("tester").header())
                .header("Accept", accept)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String compare(Terminal terminal, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        Shell shell = new Shell(Map.of(), InputStream.nullInputStream(), both, both, () -> terminal);
        DriftCommand.commandLine(shell, Clock.systemUTC(), FORMATS)
                .execute(Stream.concat(Stream.of("compare"), Stream.of(words)).toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String compare(String... words) {
        return compare(new Terminal(false, Terminal.UNLIMITED), words);
    }

    private static String sample(String name) {
        return Path.of("..", "samples", name).toString();
    }

    @Test
    void is_answered_to_who_accepts_it() throws Exception {
        HttpResponse<String> answer = get("text/x-checklist");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/x-checklist");
        assertThat(answer.headers().firstValue("content-disposition")).isEmpty();
        assertThat(answer.headers().firstValue("vary")).hasValue("Accept, Accept-Encoding");
        assertThat(answer.body()).startsWith("[ ] arch\n[ ] ").doesNotEndWith("\n");
    }

    @Test
    void takes_nothing_from_those_that_were_there() throws Exception {
        assertThat(get("*/*").body()).startsWith("{\"facts\":");
        assertThat(get("text/*").body()).startsWith("name,state,");
        assertThat(get("text/csv;q=0.1, text/x-checklist").body()).startsWith("[ ] arch");
    }

    @Test
    void is_written_at_the_command_line() {
        assertThat(compare(sample("web-1.json"), sample("web-2.json"), "--format", "checklist", "--only-different"))
                .startsWith("[ ] sshd\n[ ] httpd\n")
                .endsWith("[ ] mod_ssl\n");
    }

    @Test
    void is_shown_on_a_terminal() {
        assertThat(compare(new Terminal(true, 80), sample("web-1.json"), "--format", "Checklist"))
                .isEqualTo(compare(sample("web-1.json"), "--format", "Checklist"));
    }

    @Test
    void is_offered_by_the_help_and_where_another_is_asked_for() {
        assertThat(compare("--help").replaceAll("\\s+", " "))
                .contains("table (for people, the default), json, csv or checklist (as the API answers).");
        assertThat(compare(sample("web-1.json"), "--format", "xml"))
                .contains("there is no format 'xml'; choose table, json, csv or checklist");
    }
}
