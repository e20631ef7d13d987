package io.drift.cli;

import io.drift.json.DocumentReader;
import io.drift.json.UnreadableJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a server for documents, and sends some. A redirect is not followed: who asks is nobody else's business. */
final class ServerCalls {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(15);
    private static final int LARGEST = 64 << 20;
    private static final int OK = 200;

    private final ServerAccess access;
    private final Duration longest;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT).build();

    ServerCalls(ServerAccess access) {
        this(access, LONGEST);
    }

    /**
     * Calls of a server.
     *
     * @param longest how long an answer may take, its body included
     */
    ServerCalls(ServerAccess access, Duration longest) {
        this.access = access;
        this.longest = longest;
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
        return send(request(pathAndQuery).build(), reading);
    }

    /**
     * Sends a document.
     *
     * @param pathAndQuery encoded
     * @param json what is sent
     * @param reading reads the answer
     * @throws CannotCompareException if it is not taken; says why, in the words of the server
     */
    <T> T post(String pathAndQuery, byte[] json, InputFile.Reading<T> reading) {
        HttpRequest.Builder request = request(pathAndQuery)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json));
        return send(request.build(), reading);
    }

    /**
     * Removes something.
     *
     * @param path encoded
     * @throws CannotCompareException if it is not done; says why, in the words of the server
     */
    void delete(String path) {
        send(request(path).DELETE().build(), nothing -> true);
    }

    private <T> T send(HttpRequest request, InputFile.Reading<T> reading) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, info -> new LimitedBody(LARGEST));
        try {
            HttpResponse<byte[]> whole = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (whole.statusCode() != OK) {
                throw new CannotCompareException(refusal(whole.statusCode(), request.method(), whole.body()));
            }
            return reading.read(new ByteArrayInputStream(whole.body()));
        } catch (TimeoutException late) {
            throw new CannotCompareException("the server " + access + " did not answer in time");
        } catch (ExecutionException failed) {
            throw new CannotCompareException(failure(failed.getCause()));
        } catch (IOException unreadable) {
            throw new CannotCompareException(unreadable(unreadable));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CannotCompareException("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private String failure(Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return "the server " + access + " did not answer in time";
        }
        return cause instanceof ConnectException
                ? "the server " + access + " cannot be reached: is its address right, and does it run?"
                : unreadable(cause);
    }

    private String unreadable(Throwable cause) {
        return "the server " + access + " gives no answer that can be read"
                + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(access.base() + pathAndQuery))
                .timeout(longest)
                .header("accept", "application/json");
        if (access.header() != null && access.value() != null) {
            request.header(access.header(), access.value());
        }
        return request;
    }

    /** Who only asks is not told what is wrong with a name in a URL; who sends something is. */
    private String refusal(int status, String method, byte[] body) {
        String reason = method.equals("GET") ? "" : reason(body);
        return reason.isEmpty() ? refusal(status) : "the server " + access + " refuses: " + reason;
    }

    private static String reason(byte[] body) {
        try {
            if (DocumentReader.readPlain(body) instanceof Map<?, ?> answer) {
                Object reason = answer.containsKey("message") ? answer.get("message") : answer.get("detail");
                return reason instanceof String text ? text : "";
            }
        } catch (UnreadableJsonException none) {
            // then the status has to do
        }
        return "";
    }

    private String refusal(int status) {
        return switch (status) {
            case 401, 403 ->
                "the server " + access + " refuses to tell (status " + status + "): does --token-file fit?";
            case 301, 302, 303, 307, 308 ->
                "the server " + access + " sends elsewhere (status " + status
                        + "), which is not followed: give --server the" + " address where the API is";
            case 404 -> "the server " + access + " does not have it (status 404)";
            default -> "the server " + access + " does not answer (status " + status + ")";
        };
    }
}
