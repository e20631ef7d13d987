package io.drift.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The request of a case, ready to be sent. No other headers belong to it than those here, besides {@code Host} and
 * {@code Content-Length}; a value that is not ASCII goes over the wire as UTF-8.
 *
 * @param method such as {@code GET}
 * @param pathAndQuery path and query, percent-encoded
 * @param headers the headers
 * @param body the body; empty for none
 */
public record CaseRequest(String method, String pathAndQuery, Map<String, String> headers, byte[] body) {

    /** Copies the headers. */
    public CaseRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        body = body.clone();
    }

    /**
     * The body.
     *
     * @return a copy of it; empty for none
     */
    @Override
    public byte[] body() {
        return body.clone();
    }

    static CaseRequest of(JsonNode request) {
        Map<String, String> headers = ConformanceCase.texts(request.path("headers"));
        String body = "";
        if (request.hasNonNull("body_text")) {
            body = request.get("body_text").asText();
        } else if (request.hasNonNull("body")) {
            body = request.get("body").toString();
            if (headers.keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
                headers.put("Content-Type", "application/json");
            }
        }
        return new CaseRequest(
                ConformanceCase.required(request, "method").asText(),
                ConformanceCase.required(request, "path").asText() + query(request),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String query(JsonNode request) {
        if (request.hasNonNull("raw_query")) {
            return "?" + request.get("raw_query").asText();
        }
        StringJoiner pairs = new StringJoiner("&", "?", "").setEmptyValue("");
        request.path("query")
                .forEach(pair -> pairs.add(encoded(pair.path(0).asText()) + "="
                        + encoded(pair.path(1).asText())));
        return pairs.toString();
    }

    /** Form encoding as Python has it: a tilde stays, an asterisk does not. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%7E", "~")
                .replace("*", "%2A");
    }

    /** The method and the path; never the headers, which carry an identity. */
    @Override
    public String toString() {
        return method + " " + pathAndQuery;
    }
}
