package io.drift.examples.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks Drift in which facts some systems differ. */
public final class DriftClient {

    private final URI drift;
    private final String identity;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    /**
     * A client.
     *
     * @param drift where Drift is: scheme, host and port
     * @param identity the header {@code x-rh-identity}
     */
    public DriftClient(URI drift, String identity) {
        this.drift = drift;
        this.identity = identity;
    }

    /**
     * Asks.
     *
     * @param ids UUIDs of systems
     * @return whole names of the facts that are not the SAME everywhere
     * @throws IOException if Drift cannot answer; the message is its own
     * @throws InterruptedException if nobody waits any more
     */
    public List<String> differences(List<String> ids) throws IOException, InterruptedException {
        String query = ids.stream().map(id -> "system_ids[]=" + id).collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(drift.resolve(
                        "/api/drift/v1/comparison_report?" + query.replace("[", "%5B").replace("]", "%5D")))
                .header("x-rh-identity", identity)
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode report = json.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + ": " + report.path("message").asText());
        }
        List<String> differing = new ArrayList<>();
        report.path("facts").forEach(fact -> collect("", fact, differing));
        return differing;
    }

    private static void collect(String prefix, JsonNode fact, List<String> differing) {
        String name = prefix + fact.path("name").asText();
        if (fact.has("comparisons")) {
            fact.path("comparisons").forEach(member -> collect(name + ".", member, differing));
        } else if (!fact.path("state").asText().equals("SAME")) {
            differing.add(name);
        }
    }
}
