package io.drift.benchmarks.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/**
 * A request to the server as any client makes it.
 *
 * @param port that of the server
 * @param target path and query
 * @param headers its headers
 */
record Call(int port, String target, Map<String, String> headers) {

    private static final int PATIENCE = 60_000;

    /** A request by a user. */
    static Call byUser(int port, String target) {
        return new Call(port, target, Map.of("x-rh-identity", ReportClient.IDENTITY));
    }

    /** Where it goes. */
    String url() {
        return "http://127.0.0.1:" + port + target;
    }

    /**
     * Makes it.
     *
     * @param buffer for what is read and of no interest
     * @return the status, or {@link Outcomes#CUT_OFF} if the answer did not come to its end
     */
    int status(byte[] buffer) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url()).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            headers.forEach(connection::setRequestProperty);
            int status = connection.getResponseCode();
            try (InputStream body = status < HttpURLConnection.HTTP_BAD_REQUEST
                    ? connection.getInputStream()
                    : connection.getErrorStream()) {
                while (body != null && body.read(buffer) >= 0) {
                    // only that it comes to its end matters
                }
            }
            return status;
        } catch (IOException cut) {
            return Outcomes.CUT_OFF;
        }
    }
}
