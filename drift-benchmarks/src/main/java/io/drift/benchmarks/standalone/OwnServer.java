package io.drift.benchmarks.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.benchmarks.http.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A client of Drift on its own. */
record OwnServer(RunningServer server) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOSTS = "/api/inventory/v1/hosts";
    private static final int SEVERAL = 207;

    private HttpURLConnection open(String target) throws IOException {
        return (HttpURLConnection)
                URI.create("http://127.0.0.1:" + server.port() + target).toURL().openConnection();
    }

    /**
     * Uploads documents in one call.
     *
     * @return how many nanoseconds it took until the answer was there
     * @throws IOException if one of them was not kept
     */
    long upload(List<byte[]> documents) throws IOException {
        byte[] body = body(documents);
        long begin = System.nanoTime();
        HttpURLConnection connection = open(HOSTS);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty(
                "Content-Type", documents.size() == 1 ? "application/json" : "application/x-ndjson");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        if (status >= HttpURLConnection.HTTP_BAD_REQUEST) {
            throw new IOException("the upload was answered with " + status);
        }
        byte[] answer = answer(connection);
        long nanos = System.nanoTime() - begin;
        if (status == SEVERAL && JSON.readTree(answer).path("errors").asInt() > 0) {
            throw new IOException("not all systems were kept");
        }
        return nanos;
    }

    private static byte[] body(List<byte[]> documents) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] document : documents) {
            body.writeBytes(document);
            body.write('\n');
        }
        return body.toByteArray();
    }

    private static byte[] answer(HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    /** A page of the list, by name; how many nanoseconds it took. */
    long page(int number, int size) throws IOException {
        long begin = System.nanoTime();
        answer(open(page(HOSTS + "?order_by=display_name&", number, size)));
        return System.nanoTime() - begin;
    }

    private static String page(String path, int number, int size) {
        return path + "page=" + number + "&per_page=" + size;
    }

    /** The ids of the systems of a page. */
    List<String> ids(int number, int size) throws IOException {
        List<String> ids = new ArrayList<>();
        tree(page(HOSTS + "?order_by=display_name&", number, size))
                .path("results")
                .forEach(host -> ids.add(host.path("id").asText()));
        return ids;
    }

    /** What is kept of systems: for each a document with all that a report shows of it. */
    List<byte[]> documents(List<String> ids) throws IOException {
        String some = HOSTS + "/" + String.join(",", ids);
        Map<String, ObjectNode> documents = new LinkedHashMap<>();
        for (JsonNode host : tree(some + "?per_page=100").path("results")) {
            documents.put(host.path("id").asText(), (ObjectNode) host);
        }
        JsonNode tags = tree(some + "/tags?per_page=100").path("results");
        documents.forEach((id, document) -> document.set("tags", tags.path(id)));
        for (JsonNode one : tree(some + "/system_profile?per_page=100").path("results")) {
            documents.get(one.path("id").asText()).set("system_profile", one.path("system_profile"));
        }
        return documents.values().stream()
                .map(document -> document.toString().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private JsonNode tree(String target) throws IOException {
        return JSON.readTree(answer(open(target)));
    }

    /** A report. */
    byte[] answer(List<String> ids) throws IOException {
        return answer(open(target(ids)));
    }

    /** A report; how many nanoseconds it took to its last byte. */
    long report(List<String> ids) throws IOException {
        String target = target(ids);
        long begin = System.nanoTime();
        try (InputStream in = open(target).getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return System.nanoTime() - begin;
    }

    private static String target(List<String> ids) {
        return ids.stream()
                .map(id -> "system_ids%5B%5D=" + id)
                .collect(Collectors.joining("&", "/api/drift/v1/comparison_report?", ""));
    }
}
