package io.drift.server.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Batches of hosts that are uploaded to a server in another process. Each host has its name in its profile, too. */
final class Batches {

    /** How many a batch has. */
    static final int HOSTS = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String hosts;

    Batches(String url) {
        this.hosts = url + "/api/inventory/v1/hosts";
    }

    /** Uploads a batch; the status of the answer. */
    CompletableFuture<Integer> upload(String mark) {
        return client.sendAsync(request(mark), HttpResponse.BodyHandlers.ofString(UTF_8))
                .thenApply(HttpResponse::statusCode);
    }

    /** Uploads a batch and waits for the answer. */
    HttpResponse<String> send(String mark) throws IOException, InterruptedException {
        return client.send(request(mark), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private HttpRequest request(String mark) {
        String array = IntStream.range(0, HOSTS)
                .mapToObj(i -> host(mark + "-" + i))
                .collect(Collectors.joining(",", "[", "]"));
        return HttpRequest.newBuilder(URI.create(hosts))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(array))
                .build();
    }

    private static String host(String name) {
        return "{\"fqdn\":\"" + name + "\",\"system_profile\":{\"arch\":\"" + name + "\",\"installed_packages\":["
                + IntStream.range(0, 100)
                        .mapToObj(i -> "\"p" + (name + i).hashCode() + "-0:" + i + ".x86_64\"")
                        .collect(Collectors.joining(","))
                + "]}}";
    }

    /** How many hosts of a batch are there, each with its own profile. */
    int wholeHosts(String mark) throws IOException, InterruptedException {
        Map<String, String> names = new HashMap<>();
        get("?per_page=100&display_name=" + mark + "-")
                .path("results")
                .forEach(host -> names.put(
                        host.path("id").asText(), host.path("display_name").asText()));
        if (!names.isEmpty()) {
            get("/" + String.join(",", names.keySet()) + "/system_profile?per_page=100")
                    .path("results")
                    .forEach(host -> assertThat(host.at("/system_profile/arch").asText())
                            .isEqualTo(names.get(host.path("id").asText())));
        }
        return names.size();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hosts + path)).build();
        return JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8)).body());
    }
}
