package io.drift.server.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers requests that are refused before they reach a route, such as for their heads, as {@code {"message"}}. */
public final class RefusedHeads extends ErrorHandler {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final int largestHead;

    /**
     * An answer for refused heads.
     *
     * @param largestHead how large a head may be, in bytes, to be told to who sent a larger one
     */
    public RefusedHeads(int largestHead) {
        this.largestHead = largestHead;
    }

    /** Whatever the method is, even one that no route has. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.STRICT_TRANSPORT_SECURITY, WebApi.HSTS);
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (status != HttpStatus.SERVICE_UNAVAILABLE_503) {
            // nobody knows where the next request begins, or whether this one was a HEAD
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        // who asked by HEAD would take a body for the next answer of the connection
        String body = HttpMethod.HEAD.is(request.getMethod()) ? "" : "{\"message\":\"" + textFor(status) + "\"}";
        Content.Sink.write(response, true, body, callback);
    }

    private String textFor(int status) {
        return switch (status) {
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, HttpStatus.URI_TOO_LONG_414 ->
                "the head of the request" + " is larger than " + largestHead + " bytes: send the ids by POST";
            case HttpStatus.SERVICE_UNAVAILABLE_503 ->
                "Drift has as many requests as it can work for: ask again in a few" + " seconds";
            case HttpStatus.REQUEST_TIMEOUT_408 -> "the body of the request arrives too slowly";
            case HttpStatus.EXPECTATION_FAILED_417 -> "of what may be expected, Drift knows 100-continue alone";
            case HttpStatus.UPGRADE_REQUIRED_426, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> "Drift speaks HTTP/1.1";
            default -> HttpStatus.getMessage(status);
        };
    }
}
