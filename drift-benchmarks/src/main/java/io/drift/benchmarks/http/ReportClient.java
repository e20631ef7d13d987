package io.drift.benchmarks.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Asks for the same report again and again over one connection, and counts what comes back. */
final class ReportClient {

    static final String IDENTITY = Base64.getEncoder()
            .encodeToString(("{\"identity\":{\"account_number\":\"1212729\",\"org_id\":\"5318290\",\"type\":\"User\","
                            + "\"user\":{\"username\":\"bench\"},\"internal\":{\"org_id\":\"5318290\"}},"
                            + "\"entitlements\":{\"insights\":{\"is_entitled\":true}}}")
                    .getBytes(StandardCharsets.UTF_8));

    private final URL url;
    private final byte[] buffer = new byte[1 << 16];

    ReportClient(int port, List<String> ids) throws IOException {
        this(port, ids, "");
    }

    /**
     * A client.
     *
     * @param more what else to ask for: further parameters, each with {@code &} in front of it
     */
    ReportClient(int port, List<String> ids, String more) throws IOException {
        String query = ids.stream().map(id -> "system_ids%5B%5D=" + id).collect(Collectors.joining("&"));
        url = URI.create("http://127.0.0.1:" + port + "/api/drift/v1/comparison_report?" + query + more)
                .toURL();
    }

    /**
     * Asks once.
     *
     * @return how many bytes the report has
     * @throws IOException if there was none, or only a part of it
     */
    long ask() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestProperty("x-rh-identity", IDENTITY);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("the server answered " + connection.getResponseCode());
        }
        long bytes = 0;
        int last = 0;
        try (InputStream body = connection.getInputStream()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                last = read > 0 ? buffer[read - 1] : last;
            }
        }
        if (last != '}') {
            throw new IOException("the report ended after " + bytes + " bytes");
        }
        return bytes;
    }
}
