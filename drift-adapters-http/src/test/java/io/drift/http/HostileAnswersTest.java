package io.drift.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.DriftException;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.RequestContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no service gives unless it is broken, or wants to break who calls it. */
class HostileAnswersTest {

    private static final String ID = "00000000-0000-0000-0000-000000000001";
    private static final String USELESS = "Error received from backend service";
    private static final String DEEP = "[".repeat(2_000);
    private static final String LONG_NUMBER = "1".repeat(2_000);

    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    @BeforeEach
    void watchThreads() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
    }

    @AfterEach
    void noThreadHasEndedWithAnException() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        assertThat(uncaught).isEmpty();
    }

    private static String answer(String head, String body) {
        return "HTTP/1.1 " + head + "\r\n\r\n" + body;
    }

    private static String json(int status, String body) {
        return answer(status + " X\r\nContent-Type: application/json\r\nContent-Length: " + body.length(), body);
    }

    private static Throwable found(String answer) {
        return found(answer, clients -> clients.inventory().find(List.of(ID), RequestContext.local()));
    }

    private static Throwable found(String answer, Find find) {
        try (RawService service = new RawService(answer.getBytes(StandardCharsets.ISO_8859_1));
                PlatformClients clients = clients(service)) {
            return catchThrowable(() -> find.find(clients));
        }
    }

    private static PlatformClients clients(RawService service) {
        ServiceEndpoints.Endpoint endpoint = ServiceEndpoints.Endpoint.of(service.url());
        return Clients.of(new ServiceEndpoints(endpoint, endpoint, endpoint, endpoint, null), ServiceProxies.NONE);
    }

    @FunctionalInterface
    private interface Find {
        void find(PlatformClients clients);
    }

    static Map<String, String> heads() {
        return Map.ofEntries(
                Map.entry("no status line", "hello\r\n\r\n"),
                Map.entry("nothing", ""),
                Map.entry("blank", "\r\n\r\n"),
                Map.entry("zeros", "\0\0\0\0\0\0\0\0\r\n\r\n"),
                Map.entry("an escape in the status line", "HTTP/1.1 \u001b[31m X\r\n\r\n"),
                Map.entry("a status that is no number", answer("abc X", "")),
                Map.entry("a status below all others", answer("-20 X", "")),
                Map.entry("a status of zero", answer("000 X", "")),
                Map.entry("a status above all others", answer("999 X\r\nContent-Length: 0", "")),
                Map.entry("a huge status line", answer("200 " + "x".repeat(1 << 20), "{}")),
                Map.entry("a huge header", answer("200 X\r\nA: " + "x".repeat(1 << 20), "{}")),
                Map.entry("very many headers", answer("200 X" + "\r\nA: b".repeat(100_000), "{}")),
                Map.entry("a header without a name", answer("200 X\r\n: b\r\nContent-Length: 2", "{}")),
                Map.entry("a header without a colon", answer("200 X\r\nabc\r\nContent-Length: 2", "{}")),
                Map.entry(
                        "a name with odd characters", answer("200 X\r\n\u0001\u00ff a: b\r\nContent-Length: 2", "{}")),
                Map.entry(
                        "a value with odd characters",
                        answer("200 X\r\na: \u0000\u001b\u00ff\r\nContent-Length: 2", "{}")),
                Map.entry("a negative length", answer("200 X\r\nContent-Length: -5", "{}")),
                Map.entry("the least length", answer("200 X\r\nContent-Length: -9223372036854775808", "{}")),
                Map.entry("a negative length of a refusal", answer("404 X\r\nContent-Length: -5", "{}")),
                Map.entry("a length that is no number", answer("200 X\r\nContent-Length: abc", "{}")),
                Map.entry("a length beyond all", answer("200 X\r\nContent-Length: 99999999999999999999", "{}")),
                Map.entry("two lengths", answer("200 X\r\nContent-Length: 2\r\nContent-Length: 7", "{}")),
                Map.entry("no content with content", answer("204 X\r\nContent-Length: 2", "{}")),
                Map.entry("no content", answer("204 X", "")),
                Map.entry("not modified", answer("304 X", "")),
                Map.entry("reset content", answer("205 X\r\nContent-Length: 2", "{}")),
                Map.entry("other protocols", answer("101 X\r\nUpgrade: h2c\r\nConnection: upgrade", "")),
                Map.entry("only an early answer", answer("103 X", "")),
                Map.entry("a redirect to nowhere", answer("302 X\r\nLocation: http://[\r\nContent-Length: 0", "")),
                Map.entry("a login to a proxy", answer("407 X\r\nProxy-Authenticate: \u0001\r\nContent-Length: 0", "")),
                Map.entry("a retry at an odd time", answer("503 X\r\nRetry-After: -1\r\nContent-Length: 0", "")),
                Map.entry(
                        "a chunk that is no number",
                        answer("200 X\r\nTransfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n")),
                Map.entry("a negative chunk", answer("200 X\r\nTransfer-Encoding: chunked", "-2\r\n{}\r\n0\r\n\r\n")),
                Map.entry(
                        "a chunk beyond all",
                        answer("200 X\r\nTransfer-Encoding: chunked", "ffffffffffffffffff\r\n{}")),
                Map.entry("a chunk without an end", answer("200 X\r\nTransfer-Encoding: chunked", "2\r\n{}xx")),
                Map.entry(
                        "odd trailers",
                        answer("200 X\r\nTransfer-Encoding: chunked", "2\r\n{}\r\n0\r\n: \u0001\r\n\r\n")),
                Map.entry("gzip that is none", answer("200 X\r\nContent-Encoding: gzip\r\nContent-Length: 2", "{}")),
                Map.entry("gzip that is empty", answer("200 X\r\nContent-Encoding: gzip\r\nContent-Length: 0", "")),
                Map.entry(
                        "gzip with a broken block",
                        answer(
                                "200 X\r\nContent-Encoding: gzip",
                                "\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0003\u00ff\u00ff\u00ff\u00ff")),
                Map.entry("an unknown encoding", answer("200 X\r\nContent-Encoding: x\r\nContent-Length: 1", "x")),
                Map.entry("odd cookies", answer("200 X\r\nSet-Cookie: \u0001=;;;=\r\nContent-Length: 1", "x")),
                Map.entry(
                        "a text of no known charset",
                        answer(
                                "500 X\r\nContent-Type: text/plain; charset=\"no\u0001such\"\r\nContent-Length: 1",
                                "x")));
    }

    static Stream<String> hostileHeads() {
        return heads().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("hostileHeads")
    void are_failures_like_any_other(String kind) {
        assertThat(found(heads().get(kind)))
                .isInstanceOf(DriftException.class)
                .satisfies(failure -> assertThat(failure.getMessage())
                        .as(kind)
                        .isIn(USELESS, "unparsable result returned from service", "{}", ""));
    }

    @Test
    void with_a_negative_length_or_other_nonsense_are_told_as_the_service_failing() {
        for (String kind : List.of("a negative length", "the least length", "zeros")) {
            assertThat(found(heads().get(kind)))
                    .as(kind)
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessage(USELESS);
        }
    }

    static List<String> documentsBeyondLimits() {
        return List.of(
                "{\"results\":" + DEEP,
                "{\"x\":" + DEEP,
                "{\"results\":[{\"id\":" + LONG_NUMBER + "}]}",
                "{\"results\":[{\"id\":1." + LONG_NUMBER + "}]}",
                "{\"" + "n".repeat(60_000) + "\":1}");
    }

    @ParameterizedTest
    @MethodSource("documentsBeyondLimits")
    void that_are_beyond_limits_are_broken_for_every_service(String body) {
        RequestContext context = RequestContext.local();
        for (Find find : List.<Find>of(
                clients -> clients.baselines().find(List.of(ID), context),
                clients -> clients.historicalProfiles().find(List.of(ID), context),
                clients -> clients.inventory().find(List.of(ID), context),
                clients -> clients.accessControl().find(context))) {
            assertThat(found(json(200, body), find))
                    .isInstanceOf(ServiceFailureException.class)
                    .satisfies(failure ->
                            assertThat(failure.getMessage()).isIn(USELESS, "unparsable result returned from service"));
        }
    }

    @Test
    void that_are_beyond_limits_tell_nothing_of_the_parser() {
        assertThat(found(json(200, "{\"x\":" + DEEP))).hasMessage(USELESS);
    }

    @Test
    void that_say_in_too_deep_a_document_what_is_missing_are_taken_as_words() {
        String body = "{\"not_found_ids\":" + DEEP;
        assertThat(catchThrowableOfType(ItemNotReturnedException.class, () -> {
                    throw found(json(404, body));
                }))
                .hasMessageContaining("not_found_ids");
    }

    @Test
    void that_say_in_too_deep_a_document_why_nobody_may_be_served_say_nothing() {
        assertThat(found(json(400, DEEP), clients -> clients.accessControl().find(RequestContext.local())))
                .isInstanceOf(ServiceFailureException.class)
                .hasMessage(USELESS);
    }

    @Test
    void that_say_at_great_length_why_nobody_is_served_are_not_cut_within_a_character() {
        byte[] body = ("{\"detail\":\"x" + "\ud83d\ude00".repeat(600) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(found(
                        json(400, new String(body, StandardCharsets.ISO_8859_1)),
                        clients -> clients.accessControl().find(RequestContext.local())))
                .hasMessage(USELESS + ": x" + "\ud83d\ude00".repeat(499));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "nonsense", "\u0001", "utf-16", "\"", ""})
    void that_forbid_in_any_charset_forbid(String charset) {
        assertThat(found(answer(
                        "403 X\r\nContent-Type: text/plain; charset=" + charset + "\r\nContent-Length: 2", "no")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/\\\\x",
                "/\\u0000\\u001b?\\ud800",
                "/%zz?%",
                "/../../..?a#b",
                "/a?next=http://x",
                "/:99999999",
                "/@x",
                "/\\ud83d"
            })
    void of_the_permission_service_that_lead_to_odd_pages_end(String next) {
        String body = "{\"data\":[],\"links\":{\"next\":\"" + next + "\"}}";
        assertThat(found(json(200, body), clients -> clients.accessControl().find(RequestContext.local())))
                .isInstanceOf(ServiceFailureException.class)
                .hasMessage(USELESS);
    }

    @Test
    void that_an_observer_cannot_bear_are_failures_too() {
        try (RawService service = new RawService(json(200, "{}").getBytes(StandardCharsets.ISO_8859_1));
                PlatformClients clients = Clients.observed(service.url(), (of, took, outcome) -> {
                    throw new IllegalStateException("no");
                })) {
            assertThat(catchThrowable(() -> clients.baselines().find(List.of(ID), RequestContext.local())))
                    .isInstanceOf(ServiceFailureException.class);
            assertThat(service.calls()).isPositive();
        }
    }
}
