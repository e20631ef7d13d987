package io.drift.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a server for documents. A redirect is not followed: who asks is nobody else's business. */
final class ServerCalls {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(15);
    private static final int LARGEST = 64 << 20;
    private static final int OK = 200;

    private final ServerAccess access;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT).build();

    ServerCalls(ServerAccess access) {
        this.access = access;
    }

    /** A text as a part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Asks for a document.
     *
     * @param pathAndQuery encoded
     * @param reading reads it
     * @throws CannotCompareException if there is none; says why, without what was sent
     */
    <T> T get(String pathAndQuery, InputFile.Reading<T> reading) {
        try {
            HttpResponse<InputStream> answer =
                    http.send(request(pathAndQuery), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new CannotCompareException(refusal(answer.statusCode()));
                }
                return reading.read(new ByteArrayInputStream(whole(body)));
            }
        } catch (HttpTimeoutException late) {
            throw new CannotCompareException("the server " + access + " did not answer in time");
        } catch (IOException failed) {
            throw new CannotCompareException("the server " + access + " gives no answer that can be read"
                    + (failed.getMessage() == null ? "" : ": " + failed.getMessage()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CannotCompareException("interrupted");
        }
    }

    private HttpRequest request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(access.base() + pathAndQuery))
                .timeout(LONGEST)
                .header("accept", "application/json");
        if (access.header() != null && access.value() != null) {
            request.header(access.header(), access.value());
        }
        return request.build();
    }

    private static byte[] whole(InputStream body) throws IOException {
        byte[] document = body.readNBytes(LARGEST + 1);
        if (document.length > LARGEST) {
            throw new IOException("it is longer than " + LARGEST + " bytes");
        }
        return document;
    }

    private String refusal(int status) {
        return switch (status) {
            case 401, 403 ->
                "the server " + access + " refuses to tell (status " + status + "): does --token-file fit?";
            case 404 -> "the server " + access + " does not have it (status 404)";
            default -> "the server " + access + " does not answer (status " + status + ")";
        };
    }
}
