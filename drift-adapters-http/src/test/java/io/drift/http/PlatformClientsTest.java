package io.drift.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drift.core.access.Caller;
import io.drift.core.access.Permission;
import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.DriftException;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.port.Cancellation;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.Reading;
import io.drift.core.source.FactSource;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.Identities;
import io.drift.testkit.PlatformService;
import io.drift.testkit.ScriptedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformClientsTest {

    private static final String ID = "9d1b3987-8c3c-44ab-9307-d5f85fcec606";
    private static final String HOSTS = "/api/inventory/v1/hosts/";
    private static final String BASELINE = "/api/system-baseline/v1/baselines/" + ID;
    private static final String PROFILE = "/api/historical-system-profiles/v1/profiles/" + ID;
    private static final String ACCESS = "/api/rbac/v1/access/?application=drift,inventory";
    private static final String BACKEND_ERROR = "Error received from backend service";

    private FakePlatform platform;
    private PlatformClients clients;

    @BeforeEach
    void start() {
        platform = FakePlatform.start().strict();
        clients = Clients.of(platform);
    }

    @AfterEach
    void stop() {
        clients.close();
        platform.close();
    }

    private static RequestContext context(Caller caller) {
        return new RequestContext(caller, "request-1", Instant.MAX, new Cancellation());
    }

    private void inventoryAnswers(String ids, ScriptedAnswer hosts, ScriptedAnswer profiles, ScriptedAnswer tags) {
        platform.answer(PlatformService.INVENTORY, HOSTS + ids, hosts);
        platform.answer(PlatformService.INVENTORY, HOSTS + ids + "/system_profile", profiles);
        platform.answer(PlatformService.INVENTORY, HOSTS + ids + "/tags", tags);
    }

    private DriftException failureOfBaselines(ScriptedAnswer answer) {
        platform.answer(PlatformService.BASELINES, BASELINE, answer);
        return catchThrowableOfType(
                DriftException.class, () -> clients.baselines().find(List.of(ID), RequestContext.local()));
    }

    private DriftException failureOfRbac(ScriptedAnswer answer) {
        platform.answer(PlatformService.RBAC, ACCESS, answer);
        return catchThrowableOfType(
                DriftException.class, () -> clients.accessControl().find(RequestContext.local()));
    }

    @Nested
    class Profiles {

        private static final String DOCUMENT =
                "[{\"id\": \"" + ID + "\", \"system_profile\": {\"threads_per_core\": 2}}]";

        private List<FactSource> found(SystemInventory inventory, HistoricalProfiles history) {
            inventoryAnswers(
                    ID,
                    ScriptedAnswer.json(200, "{\"results\": [{\"id\": \"" + ID + "\"}]}"),
                    ScriptedAnswer.json(200, "{\"results\": " + DOCUMENT + "}"),
                    ScriptedAnswer.json(200, "{\"results\": {}}"));
            platform.answer(
                    PlatformService.HISTORICAL_PROFILES,
                    PROFILE,
                    ScriptedAnswer.json(200, "{\"data\": " + DOCUMENT + "}"));
            return List.of(
                    inventory.find(List.of(ID), RequestContext.local()).get(0),
                    history.find(List.of(ID), RequestContext.local()).get(0));
        }

        @Test
        void are_read_as_archived_unless_somebody_asks() {
            assertThat(found(clients.inventory(), clients.historicalProfiles()))
                    .allSatisfy(source -> assertThat(source.reading()).isEqualTo(Reading.ARCHIVED))
                    .allSatisfy(source -> assertThat(source.facts().value(FactName.of("threads_per_core")))
                            .isNull());
        }

        @Test
        void are_read_exactly_for_who_asks() {
            assertThat(found(clients.inventory(Reading.EXACT), clients.historicalProfiles(Reading.EXACT)))
                    .allSatisfy(source -> assertThat(source.reading()).isEqualTo(Reading.EXACT))
                    .allSatisfy(source -> assertThat(source.facts().value(FactName.of("threads_per_core")))
                            .isEqualTo(new FactValue.Text("2")));
        }
    }

    @Nested
    class Headers {

        @Test
        void identity_and_request_id_go_to_every_service_the_secret_to_the_baselines_only() {
            ScriptedAnswer nothing = ScriptedAnswer.json(200, "{\"data\":[]}");
            inventoryAnswers(ID, nothing, nothing, ScriptedAnswer.json(200, "{\"results\":{}}"));
            platform.answer(PlatformService.BASELINES, BASELINE, nothing);
            platform.answer(PlatformService.HISTORICAL_PROFILES, PROFILE, nothing);
            platform.answer(PlatformService.RBAC, ACCESS, nothing);
            Caller caller = Identities.user("tester").caller();

            clients.inventory().find(List.of(ID), context(caller));
            clients.baselines().find(List.of(ID), context(caller));
            clients.historicalProfiles().find(List.of(ID), context(caller));
            clients.accessControl().find(context(caller));

            assertThat(platform.calls()).hasSize(6).allSatisfy(call -> {
                assertThat(call.header("x-rh-identity")).isEqualTo(caller.forwardedHeader());
                assertThat(call.header("x-rh-insights-request-id")).isEqualTo("request-1");
                assertThat(call.header("x-rh-drift-internal-api"))
                        .isEqualTo(call.service() == PlatformService.BASELINES ? Clients.SECRET : null);
            });
        }

        @Test
        void a_redirect_is_not_followed_with_an_identity() {
            DriftException failure = failureOfBaselines(ScriptedAnswer.text(302, ""));

            assertThat(failure).isInstanceOf(ServiceFailureException.class).hasMessage(BACKEND_ERROR);
            assertThat(platform.calls()).hasSize(1);
        }
    }

    @Nested
    class Answers {

        @ParameterizedTest
        @ValueSource(ints = {401, 403})
        void that_deny_are_passed_on_in_their_words(int status) {
            assertThat(failureOfBaselines(ScriptedAnswer.text(status, "not for you, é")))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("not for you, é");
        }

        @Test
        void that_know_nothing_are_passed_on_in_their_words() {
            assertThat(failureOfBaselines(ScriptedAnswer.text(404, "gone")))
                    .isInstanceOf(ItemNotReturnedException.class)
                    .hasMessage("gone");
        }

        @ParameterizedTest
        @ValueSource(ints = {201, 204, 400, 500, 502, 503})
        void of_another_status_are_a_failure_that_tells_nothing_of_the_inside(int status) {
            assertThat(failureOfBaselines(ScriptedAnswer.text(status, "secret inside")))
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessage(BACKEND_ERROR);
        }

        @ParameterizedTest
        @ValueSource(strings = {"<html>", "", "{\"data\":[", "{\"data\":[]}}"})
        void that_are_not_json_are_a_failure(String body) {
            assertThat(failureOfBaselines(ScriptedAnswer.json(200, body))).hasMessage(BACKEND_ERROR);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"x\":1}", "[]", "{\"data\":{}}", "{\"data\":[{}]}"})
        void of_another_shape_are_told_apart(String body) {
            assertThat(failureOfBaselines(ScriptedAnswer.json(200, body)))
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessage("unparsable result returned from service");
        }

        @Test
        void of_the_permission_service_have_words_of_their_own() {
            assertThat(failureOfRbac(ScriptedAnswer.text(403, "inside")))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("request to retrieve permissions from RBAC was forbidden");
            assertThat(failureOfRbac(ScriptedAnswer.text(404, "inside"))).hasMessage(BACKEND_ERROR);
            assertThat(failureOfRbac(ScriptedAnswer.json(200, "{}"))).hasMessage(BACKEND_ERROR);
        }
    }

    @Nested
    class Permissions_on_several_pages {

        private void page(String url, String permission, String next) {
            String link = next == null ? "null" : "\"" + next + "\"";
            platform.answer(
                    PlatformService.RBAC,
                    url,
                    ScriptedAnswer.json(
                            200,
                            "{\"links\":{\"next\":" + link + "},\"data\":[{\"permission\":\"" + permission + "\"}]}"));
        }

        private List<Permission> found() {
            return clients.accessControl()
                    .find(context(Identities.user("tester").caller()));
        }

        @Test
        void are_collected_with_the_identity_on_every_call() {
            page(ACCESS, "drift:a:read", ACCESS + "&limit=1&offset=1");
            page(ACCESS + "&limit=1&offset=1", "drift:b:read", ACCESS + "&limit=1&offset=2");
            page(ACCESS + "&limit=1&offset=2", "drift:c:read", null);

            assertThat(found())
                    .extracting(Permission::text)
                    .containsExactly("drift:a:read", "drift:b:read", "drift:c:read");
            assertThat(platform.calls())
                    .hasSize(3)
                    .allSatisfy(call -> assertThat(call.header("x-rh-identity"))
                            .isEqualTo(Identities.user("tester").header()));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://evil.example.com/api/rbac/v1/access/",
                    "//evil.example.com/",
                    "/\\\\evil.example.com/",
                    "\\\\evil.example.com",
                    "@evil.example.com/",
                    ":99/x",
                    "?offset=1",
                    "file:///etc/passwd"
                })
        void are_not_looked_for_on_another_host(String next) {
            page(ACCESS, "drift:*:*", next);

            assertThatThrownBy(this::found)
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessage(BACKEND_ERROR);
            assertThat(platform.calls()).hasSize(1);
        }

        @Test
        void are_refused_if_they_lead_in_a_circle() {
            page(ACCESS, "drift:a:read", ACCESS + "&offset=1");
            page(ACCESS + "&offset=1", "drift:b:read", ACCESS);

            assertThatThrownBy(this::found)
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessage(BACKEND_ERROR);
            assertThat(platform.calls()).hasSize(2);
        }

        @Test
        void are_refused_if_they_never_end() {
            page(ACCESS, "drift:a:read", "/0");
            IntStream.range(0, 200).forEach(number -> page("/" + number, "drift:a:read", "/" + (number + 1)));

            assertThatThrownBy(this::found).isInstanceOf(ServiceFailureException.class);
            assertThat(platform.calls()).hasSize(100);
        }

        @Test
        void may_together_take_no_longer_than_one_call() {
            clients.close();
            clients = Clients.of(
                    platform, new CallTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(500)));
            page(ACCESS, "drift:a:read", "/0");
            IntStream.range(0, 100)
                    .forEach(number -> platform.answer(
                            PlatformService.RBAC,
                            "/" + number,
                            ScriptedAnswer.json(200, "{\"links\":{\"next\":\"/" + (number + 1) + "\"},\"data\":[]}")
                                    .after(Duration.ofMillis(100))));

            assertThatThrownBy(this::found)
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessage("Request to RBAC timed out");
            assertThat(platform.calls()).hasSizeLessThan(10);
        }

        @Test
        void are_all_needed() {
            page(ACCESS, "drift:*:*", ACCESS + "&offset=1");
            platform.answer(PlatformService.RBAC, ACCESS + "&offset=1", ScriptedAnswer.text(503, "inside"));

            assertThatThrownBy(this::found).hasMessage(BACKEND_ERROR);
        }
    }

    @Nested
    class An_organisation_that_permissions_are_not_served_for {

        @Test
        void is_told_so_in_the_words_of_the_service() {
            assertThat(failureOfRbac(ScriptedAnswer.json(
                            400,
                            "{\"detail\":\"V2 orgs may only query applications in the allowed list.\\n"
                                    + " Disallowed: drift, inventory\"}")))
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessage(BACKEND_ERROR + ": V2 orgs may only query applications in the allowed list. "
                            + " Disallowed: drift, inventory");
            assertThat(failureOfRbac(ScriptedAnswer.json(400, "{\"errors\":[{\"detail\":\"no\"}]}")))
                    .hasMessage(BACKEND_ERROR + ": no");
        }

        @Test
        void is_told_nothing_that_the_service_did_not_say() {
            assertThat(failureOfRbac(ScriptedAnswer.text(400, "inside"))).hasMessage(BACKEND_ERROR);
            assertThat(failureOfRbac(ScriptedAnswer.json(500, "{\"detail\":\"inside\"}")))
                    .hasMessage(BACKEND_ERROR);
        }

        @Test
        void is_not_told_a_novel() {
            assertThat(failureOfRbac(ScriptedAnswer.json(400, "{\"detail\":\"" + "x".repeat(9999) + "\"}")))
                    .hasMessage(BACKEND_ERROR + ": " + "x".repeat(500));
        }
    }

    @Nested
    class Statistics_of_the_baselines {

        private static final String STATUS = "/api/system-baseline/admin/status";

        private void answers(ScriptedAnswer answer) {
            platform.answer(PlatformService.BASELINES, STATUS, answer);
        }

        private String found() {
            return clients.baselineStatistics()
                    .find(context(Identities.associate().caller()));
        }

        @Test
        void are_passed_on_as_they_are() {
            answers(ScriptedAnswer.json(200, "{\"a\" : \"5\", \"b\":[null]}"));

            assertThat(found()).isEqualTo("{\"a\" : \"5\", \"b\":[null]}");
            assertThat(platform.calls()).singleElement().satisfies(call -> {
                assertThat(call.header("x-rh-identity"))
                        .isEqualTo(Identities.associate().header());
                assertThat(call.header("x-rh-drift-internal-api")).isEqualTo(Clients.SECRET);
            });
        }

        @Test
        void are_a_failure_if_they_are_not_json() {
            answers(ScriptedAnswer.json(200, "<html>"));

            assertThatThrownBy(this::found)
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessage(BACKEND_ERROR);
        }
    }

    @Nested
    class Several_calls {

        private final List<String> ids = IntStream.range(0, 81)
                .mapToObj(number -> new UUID(1, number).toString())
                .toList();

        @Test
        void that_miss_ids_are_told_together_in_the_order_of_the_request() {
            ScriptedAnswer nothing = ScriptedAnswer.json(200, "{\"results\":[]}");
            ScriptedAnswer noTags = ScriptedAnswer.json(200, "{\"results\":{}}");
            for (int from = 0; from < ids.size(); from += 40) {
                List<String> batch = ids.subList(from, Math.min(from + 40, ids.size()));
                String missing = "{\"detail\":\"x\",\"not_found_ids\":[\"" + batch.get(0) + "\"]}";
                inventoryAnswers(String.join(",", batch), ScriptedAnswer.json(404, missing), nothing, noTags);
            }

            assertThatThrownBy(() -> clients.inventory().find(ids, RequestContext.local()))
                    .isInstanceOf(ItemNotReturnedException.class)
                    .hasMessage("ids [%s, %s, %s] not available to display", ids.get(0), ids.get(40), ids.get(80));
            assertThat(platform.calls()).hasSize(9);
        }

        @Test
        void that_fail_in_different_ways_raise_the_worst() {
            inventoryAnswers(
                    ID,
                    ScriptedAnswer.text(404, "gone"),
                    ScriptedAnswer.text(500, "broken"),
                    ScriptedAnswer.text(403, "denied"));

            assertThatThrownBy(() -> clients.inventory().find(List.of(ID), RequestContext.local()))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("denied");
        }
    }

    @Nested
    class A_service_that_does_not_answer {

        private static final CallTimeouts IMPATIENT =
                new CallTimeouts(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMillis(300));

        @Test
        void is_asked_once_more_when_the_connection_breaks() {
            assertThat(failureOfBaselines(ScriptedAnswer.dropped()))
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessage(BACKEND_ERROR);
            assertThat(platform.calls()).hasSizeGreaterThanOrEqualTo(2);
        }

        @Test
        void is_not_waited_for_longer_than_the_timeout() {
            clients.close();
            clients = Clients.of(platform, IMPATIENT);

            assertThat(failureOfBaselines(ScriptedAnswer.text(200, "late").after(Duration.ofMinutes(1))))
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessage("the baseline service did not answer in time");
            assertThat(failureOfRbac(ScriptedAnswer.text(200, "late").after(Duration.ofMinutes(1))))
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessage("Request to RBAC timed out");
        }

        @Test
        void is_not_even_asked_after_the_deadline() {
            RequestContext late = new RequestContext(Caller.LOCAL, "r", Instant.EPOCH, new Cancellation());

            assertThatThrownBy(() -> clients.baselines().find(List.of(ID), late))
                    .isInstanceOf(DeadlineExceededException.class);
            assertThat(platform.calls()).isEmpty();
        }

        @Test
        void is_given_up_when_nobody_waits_any_more() {
            platform.answer(
                    PlatformService.BASELINES,
                    BASELINE,
                    ScriptedAnswer.text(200, "late").after(Duration.ofMinutes(1)));
            RequestContext context = context(Caller.LOCAL);
            Thread watcher = new Thread(() -> {
                while (platform.calls().isEmpty()) {
                    Thread.onSpinWait();
                }
                context.cancellation().cancel();
            });
            watcher.start();

            assertThatThrownBy(() -> clients.baselines().find(List.of(ID), context))
                    .isInstanceOf(DeadlineExceededException.class);
        }
    }

    @Test
    void secrets_do_not_print() {
        assertThat(new ServiceEndpoints(null, null, null, null, "hush").toString())
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush\u00e9", "hush\n", "hush\0"})
    void secrets_that_cannot_be_sent_are_refused_without_being_told(String secret) {
        assertThatThrownBy(() -> new ServiceEndpoints(null, null, null, null, secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the shared secret has characters that a header cannot have");
    }
}
