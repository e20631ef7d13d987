package io.drift.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drift.testkit.junit.FakePlatformExtension;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePlatformExtension.class)
class FakePlatformTest {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final SystemDocument web = Systems.system("web-1")
            .with("arch", "x86_64")
            .withTag("insights-client", "role", "web")
            .document();
    private final SystemDocument spare = Systems.system("spare-1").document();
    private final FakePlatform platform;

    FakePlatformTest(FakePlatform platform) {
        this.platform = platform.serve(web, spare);
    }

    @Nested
    class Inventory {

        private JsonNode inventory(String path) throws Exception {
            HttpResponse<String> response = Http.get(platform.inventoryUrl(), "/api/inventory/v1/hosts/" + path);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type")).contains("application/json");
            return Http.json(response);
        }

        @Test
        void serves_host_records_in_the_order_of_the_ids() throws Exception {
            JsonNode answer = inventory(spare.id() + "," + web.id());

            assertThat(answer.path("total").asInt()).isEqualTo(2);
            assertThat(answer.path("per_page").asInt()).isEqualTo(50);
            assertThat(answer.path("results").findValuesAsText("display_name")).containsExactly("spare-1", "web-1");
            assertThat(answer.path("results").path(0).has("system_profile")).isFalse();
        }

        @Test
        void serves_profiles_also_empty_ones() throws Exception {
            JsonNode profiles =
                    inventory(web.id() + "%2C" + spare.id() + "/system_profile").path("results");

            assertThat(profiles.path(0).path("system_profile").path("arch").asText())
                    .isEqualTo("x86_64");
            assertThat(profiles.path(1).path("system_profile")).isEmpty();
        }

        @Test
        void serves_tags_by_id_also_none() throws Exception {
            JsonNode tags = inventory(web.id() + "," + spare.id() + "/tags").path("results");

            assertThat(tags.path(web.id()).path(0).path("value").asText()).isEqualTo("web");
            assertThat(tags.path(spare.id()).isArray()).isTrue();
            assertThat(tags.path(spare.id())).isEmpty();
        }

        @Test
        void names_what_it_does_not_know() throws Exception {
            HttpResponse<String> response =
                    Http.get(platform.inventoryUrl(), "/api/inventory/v1/hosts/" + web.id() + "," + UNKNOWN);

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(Http.json(response).path("not_found_ids"))
                    .singleElement()
                    .satisfies(id -> assertThat(id.asText()).isEqualTo(UNKNOWN));
        }

        @Test
        void leaves_out_what_it_does_not_know_where_that_is_wanted() throws Exception {
            platform.shortLists();

            assertThat(inventory(web.id() + "," + UNKNOWN).path("results")).hasSize(1);
        }

        @Test
        void gives_fifty_a_page_unless_asked_for_more() throws Exception {
            List<SystemBuilder> many = IntStream.range(0, 60)
                    .mapToObj(number -> Systems.system("many-" + number))
                    .toList();
            platform.serve(many);
            String ids = many.stream().map(one -> one.document().id()).collect(Collectors.joining(","));

            assertThat(inventory(ids).path("results")).hasSize(50);
            assertThat(inventory(ids + "?page=2").path("results")).hasSize(10);
            assertThat(inventory(ids + "?per_page=100").path("results")).hasSize(60);
            assertThat(Http.get(platform.inventoryUrl(), "/api/inventory/v1/hosts/" + ids + "?per_page=101")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Nested
    class OtherServices {

        @Test
        void baselines_are_served_by_id() throws Exception {
            BaselineBuilder baseline = Baselines.baseline("web").with("arch", "x86_64");
            String path =
                    "/api/system-baseline/v1/baselines/" + baseline.build().id();

            JsonNode answer = Http.json(Http.get(platform.serve(baseline).baselineUrl(), path));

            assertThat(answer.path("meta").path("count").asInt()).isEqualTo(1);
            assertThat(answer.path("data").path(0).path("display_name").asText())
                    .isEqualTo("web");
        }

        @Test
        void historical_profiles_are_served_by_id() throws Exception {
            HistoricalProfileBuilder profile = Systems.historicalProfileOf(web);
            String path = "/api/historical-system-profiles/v1/profiles/"
                    + profile.build().id();

            JsonNode answer = Http.json(Http.get(platform.serve(profile).historicalProfilesUrl(), path));

            assertThat(answer.path("data").path(0).path("inventory_id").asText())
                    .isEqualTo(web.id());
        }

        @Test
        void both_name_what_they_do_not_know() throws Exception {
            HttpResponse<String> baseline =
                    Http.get(platform.baselineUrl(), "/api/system-baseline/v1/baselines/" + UNKNOWN);
            HttpResponse<String> profile = Http.get(
                    platform.historicalProfilesUrl(), "/api/historical-system-profiles/v1/profiles/" + UNKNOWN);

            String message = "{\"message\":\"ids [" + UNKNOWN + "] not available to display\"}";
            assertThat(baseline.statusCode()).isEqualTo(404);
            assertThat(baseline.body()).isEqualTo(message);
            assertThat(profile.statusCode()).isEqualTo(404);
            assertThat(profile.body()).isEqualTo(message);
        }

        @Test
        void the_status_page_counts_baselines() throws Exception {
            platform.serve(Baselines.baseline("one"), Baselines.baseline("two"));

            JsonNode status = Http.json(Http.get(platform.baselineUrl(), "/api/system-baseline/admin/status"));

            assertThat(status.path("totalBaselinesCount").asInt()).isEqualTo(2);
            assertThat(status.path("BaselinesBuckets").path("2").asInt()).isEqualTo(1);
        }

        @Test
        void everybody_may_do_everything() throws Exception {
            assertThat(permissions("drift,inventory")).containsExactly("drift:*:*", "inventory:*:*");
        }

        @Test
        void permissions_are_those_granted_in_the_applications_asked_for() throws Exception {
            platform.grantOnly("drift:comparisons:read", "inventory:hosts:read");

            assertThat(permissions("drift")).containsExactly("drift:comparisons:read");
            assertThat(permissions("drift%2Cinventory"))
                    .containsExactly("drift:comparisons:read", "inventory:hosts:read");
            assertThat(platform.grantOnly()).isSameAs(platform);
            assertThat(permissions("drift,inventory")).isEmpty();
        }

        @Test
        void permissions_are_not_told_without_an_application() throws Exception {
            assertThat(Http.get(platform.rbacUrl(), "/api/rbac/v1/access/").statusCode())
                    .isEqualTo(400);
        }

        private List<String> permissions(String applications) throws Exception {
            HttpResponse<String> response =
                    Http.get(platform.rbacUrl(), "/api/rbac/v1/access/?application=" + applications);
            return Http.json(response).path("data").findValuesAsText("permission");
        }
    }

    @Test
    void any_other_path_is_not_found_and_nothing_can_be_written() throws Exception {
        URI url = URI.create(platform.inventoryUrl() + "/api/inventory/v1/hosts");

        assertThat(Http.send(HttpRequest.newBuilder(url).build()).statusCode()).isEqualTo(404);
        assertThat(Http.send(HttpRequest.newBuilder(url)
                                .POST(HttpRequest.BodyPublishers.ofString("[]"))
                                .build())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void it_listens_on_the_loopback_address_only() {
        for (PlatformService service : PlatformService.values()) {
            assertThat(platform.url(service)).hasHost("127.0.0.1");
        }
    }

    @Test
    void it_can_be_reset() throws Exception {
        String path = "/api/inventory/v1/hosts/" + web.id();
        Http.get(platform.inventoryUrl(), path);

        platform.shortLists().grantOnly().strict().reset();

        assertThat(platform.calls()).isEmpty();
        assertThat(Http.get(platform.inventoryUrl(), path).statusCode()).isEqualTo(404);
    }

    @Test
    void many_may_call_at_the_same_time() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                calls.add(() -> Http.get(platform.inventoryUrl(), "/api/inventory/v1/hosts/" + web.id()));
            }
            for (Future<HttpResponse<String>> call : threads.invokeAll(calls)) {
                assertThat(call.get().statusCode()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(platform.calls(PlatformService.INVENTORY)).hasSize(500);
    }
}
