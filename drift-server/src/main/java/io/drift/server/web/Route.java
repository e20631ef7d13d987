package io.drift.server.web;

import io.javalin.http.Handler;
import java.util.Set;

/**
 * A path of the API.
 *
 * @param path the whole path, without a slash at its end
 * @param methods what it answers, such as GET; what answers GET answers HEAD too
 * @param parameters the query parameters that it knows with GET; others are refused
 * @param access who may call it
 * @param handler answers
 */
record Route(String path, Set<String> methods, Set<String> parameters, Access access, Handler handler) {

    /** Who may call a path. */
    enum Access {
        /** Everybody, with any query parameters. */
        OPEN,
        /** Who passes the gate. */
        GATED
    }

    boolean answers(String method) {
        return methods.contains(method) || method.equals("HEAD") && methods.contains("GET");
    }
}
