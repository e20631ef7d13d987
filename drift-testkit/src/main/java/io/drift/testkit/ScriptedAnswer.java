package io.drift.testkit;

import java.time.Duration;

/**
 * What a service answers, word for word.
 *
 * @param status the HTTP status; ignored if the connection is dropped
 * @param contentType the header {@code Content-Type}
 * @param body the body, sent as UTF-8
 * @param delay how long the service takes before it answers
 * @param isDropped whether the connection is closed without an answer
 */
public record ScriptedAnswer(int status, String contentType, String body, Duration delay, boolean isDropped) {

    private static final String JSON = "application/json";

    /**
     * JSON, or what pretends to be.
     *
     * @param status the HTTP status
     * @param body the body, sent as it is
     * @return the answer
     */
    public static ScriptedAnswer json(int status, String body) {
        return new ScriptedAnswer(status, JSON, body, Duration.ZERO, false);
    }

    /**
     * Plain text.
     *
     * @param status the HTTP status
     * @param body the body
     * @return the answer
     */
    public static ScriptedAnswer text(int status, String body) {
        return json(status, body).as("text/plain; charset=utf-8");
    }

    /**
     * No answer: the connection is closed once the request has arrived.
     *
     * @return the answer
     */
    public static ScriptedAnswer dropped() {
        return new ScriptedAnswer(0, JSON, "", Duration.ZERO, true);
    }

    /**
     * The same with another content type.
     *
     * @param type such as {@code text/html}
     * @return the answer
     */
    public ScriptedAnswer as(String type) {
        return new ScriptedAnswer(status, type, body, delay, isDropped);
    }

    /**
     * The same, later.
     *
     * @param wait how long the service takes
     * @return the answer
     */
    public ScriptedAnswer after(Duration wait) {
        return new ScriptedAnswer(status, contentType, body, wait, isDropped);
    }

    /** An answer of a service's own, as JSON. */
    static ScriptedAnswer of(int status, Object json) {
        return json(status, JsonText.of(json));
    }
}
