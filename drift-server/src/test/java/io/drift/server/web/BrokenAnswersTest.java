package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.FactRecorder;
import io.drift.core.report.ReportCsv;
import io.drift.core.source.FactSource;
import io.drift.json.ReportJson;
import io.drift.server.observability.CapturedLog;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that fail while they are written (Q46): whole and honest, or cut off, but never something between. */
@Timeout(120)
class BrokenAnswersTest {

    private static final int BLOCK = 64 * 1024;
    private static final int SMALL = 3;
    private static final int LARGE = 3000;

    private CapturedLog log;

    @BeforeEach
    void capture() {
        log = new CapturedLog();
    }

    @AfterEach
    void end() {
        log.close();
    }

    /** Where a report fails: behind so many bytes, of a report with so many facts, in that format and encoding. */
    record Place(int facts, int bytes, boolean csv, boolean gzip) {

        String requestHeaders() {
            return (csv ? "Accept: text/csv\r\n" : "") + (gzip ? "Accept-Encoding: gzip\r\n" : "");
        }
    }

    private static Stream<Place> places(int facts, int... bytes) {
        return Stream.of(false, true)
                .flatMap(csv -> Stream.of(false, true)
                        .flatMap(gzip ->
                                java.util.Arrays.stream(bytes).mapToObj(at -> new Place(facts, at, csv, gzip))));
    }

    static Stream<Place> before_the_first_block_is_out() {
        return Stream.concat(places(SMALL, 0, 1, 150), places(LARGE, 0, 1000, BLOCK - 1));
    }

    static Stream<Place> after_the_first_block() {
        return places(LARGE, BLOCK + 1, 2 * BLOCK, 200_000);
    }

    @ParameterizedTest
    @MethodSource("before_the_first_block_is_out")
    void an_answer_that_has_not_begun_becomes_another_one(Place place) throws IOException {
        try (TestRoutes routes = TestRoutes.serve(Route.open("/report", failingAt(place)))) {
            String answer = routes.answerTo(get(place, "Connection: close\r\n"));

            assertThat(answer).startsWith("HTTP/1.1 500 ");
            assertThat(head(answer))
                    .contains("Content-Type: application/problem+json")
                    .doesNotContain("Content-Disposition", "Content-Encoding", "chunked");
            assertThat(body(answer)).startsWith("{\"type\":\"about:blank\"").endsWith("\"status\":500}");
        }
    }

    @ParameterizedTest
    @MethodSource("after_the_first_block")
    void an_answer_that_has_begun_is_cut_off(Place place) throws Exception {
        try (TestRoutes routes = TestRoutes.serve(Route.open("/report", failingAt(place)))) {
            String answer = routes.answerTo(get(place, ""));

            assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotEndWith("\r\n0\r\n\r\n");
            assertThat(head(answer)).contains("Transfer-Encoding: chunked");
            assertThat(answer).doesNotContain("about:blank", "Internal Server Error");
            assertThat(log.next(line -> line.contains(" drift.audit ")))
                    .contains(" GET /report aborted ")
                    .doesNotContain(" 200 ");
        }
        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("ERROR"))
                .singleElement()
                .asString()
                .contains("/report failed half-way")
                .contains("the seam of the test");
    }

    @Test
    void a_compressed_answer_that_is_cut_off_does_not_unpack_to_a_whole_one() throws Exception {
        Place place = new Place(LARGE, 200_000, false, true);
        try (TestRoutes routes = TestRoutes.serve(Route.open("/report", failingAt(place)))) {
            String answer = routes.answerTo(get(place, ""));
            byte[] packed = chunks(body(answer)).getBytes(StandardCharsets.ISO_8859_1);

            assertThat(head(answer)).contains("Content-Encoding: gzip");
            assertThatThrownBy(() -> new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_answer_that_does_not_fail_is_whole() throws Exception {
        for (int facts : List.of(SMALL, LARGE)) {
            Place nowhere = new Place(facts, Integer.MAX_VALUE, false, false);
            try (TestRoutes routes = TestRoutes.serve(Route.open("/report", failingAt(nowhere)))) {
                String answer = routes.answerTo(get(nowhere, "Connection: close\r\n"));

                assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"drift_event_notify\":false}");
                assertThat(log.next(line -> line.contains(" drift.audit "))).contains(" GET /report 200 ");
            }
        }
    }

    @Test
    void an_answer_is_whole_though_the_body_of_its_request_never_came() throws Exception {
        for (int facts : List.of(SMALL, LARGE)) {
            Place nowhere = new Place(facts, Integer.MAX_VALUE, false, false);
            try (TestRoutes routes = TestRoutes.serve(Route.open("/report", failingAt(nowhere)))) {
                String answer = routes.answerTo(get(nowhere, "Content-Length: 5\r\n"));

                assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"drift_event_notify\":false}");
                assertThat(log.next(line -> line.contains(" drift.audit "))).contains(" GET /report 200 ");
            }
        }
    }

    @Test
    void an_error_of_the_jvm_is_answered_or_cuts_off_like_a_failure() throws Exception {
        Route<?> early = Route.open("/early", request -> overflow(0));
        Route<?> late = Route.open("/late", request -> {
            new AnswerBody(request, AnswerBody.Sending.UNHEARD).write(new byte[3 * BLOCK]);
            overflow(0);
        });
        try (TestRoutes routes = TestRoutes.serve(early, late)) {
            assertThat(routes.answerTo("GET /early HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 500 ")
                    .contains("about:blank");
            assertThat(routes.answerTo("GET /late HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ")
                    .doesNotContain("about:blank")
                    .doesNotEndWith("\r\n0\r\n\r\n");
        }
    }

    private static int overflow(int depth) {
        return depth < 0 ? depth : overflow(depth + 1) + 1;
    }

    @Test
    void a_caller_who_goes_away_is_no_failure_of_the_server() throws Exception {
        for (boolean gzip : List.of(false, true)) {
            try (TestRoutes routes = TestRoutes.serve(Route.open("/report", BrokenAnswersTest::withoutEnd))) {
                try (Socket socket = routes.connect()) {
                    socket.getOutputStream()
                            .write(get(new Place(0, 0, false, gzip), "").getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                    socket.setSoLinger(true, 0);
                }
                assertThat(log.next(line -> line.contains(" drift.audit "))).contains(" GET /report aborted ");
            }
        }
        assertThat(log.lines())
                .filteredOn(line -> !line.startsWith("DEBUG"))
                .allSatisfy(line -> assertThat(line).doesNotContain("\tat ").startsWith("INFO"));
    }

    private static void withoutEnd(Context request) throws IOException {
        AnswerBody body = new AnswerBody(request, AnswerBody.Sending.UNHEARD);
        byte[] noise = new byte[BLOCK];
        new java.util.Random(46).nextBytes(noise);
        while (true) {
            body.write(noise);
        }
    }

    private static Handler failingAt(Place place) {
        ComparisonReport report = report(place.facts());
        return request -> {
            AnswerBody body = new AnswerBody(request, AnswerBody.Sending.UNHEARD);
            OutputStream failing = new FailingStream(body, place.bytes());
            if (place.csv()) {
                request.contentType("text/csv").header("Content-Disposition", "attachment; filename=export.csv");
                new ReportCsv().write(report, failing);
            } else {
                request.contentType("application/json");
                new ReportJson().write(report, failing);
            }
            body.finish();
        };
    }

    /** Does not fail as a connection does, but as a report that cannot be written. */
    private static final class FailingStream extends FilterOutputStream {

        private int left;

        FailingStream(OutputStream out, int bytes) {
            super(out);
            left = bytes;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, Math.min(length, left));
            left -= Math.min(length, left);
            if (left == 0) {
                out.flush();
                throw new IllegalStateException("the seam of the test");
            }
        }
    }

    private static ComparisonReport report(int facts) {
        FactRecorder recorder = new FactRecorder();
        for (int number = 0; number < facts; number++) {
            recorder.record("fact-" + number, "value of the fact " + number + " " + "x".repeat(60));
        }
        return Comparison.of(List.of(FactSource.of("one", recorder.end()))).report(Clock.systemUTC());
    }

    private static String get(Place place, String headers) {
        return "GET /report HTTP/1.1\r\nHost: x\r\n" + place.requestHeaders() + headers + "\r\n";
    }

    private static String head(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"));
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    /** What the chunks hold, as far as they came. */
    private static String chunks(String body) {
        StringBuilder content = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int end = body.indexOf("\r\n", at);
            int from = end + 2;
            int to = from + Integer.parseInt(body.substring(at, end), 16);
            content.append(body, from, Math.min(to, body.length()));
            at = to + 2;
        }
        return content.toString();
    }
}
