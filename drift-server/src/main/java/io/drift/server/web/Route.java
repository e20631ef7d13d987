package io.drift.server.web;

import io.drift.core.port.RequestContext;
import io.drift.server.limits.ClientWatch;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.function.Supplier;

/**
 * What is answered to one method of one path, and all that is checked before.
 *
 * @param method such as GET; a route for GET answers HEAD too
 * @param path the template of the whole path, such as {@code /v1/hosts/{ids}}, without a slash at its end
 * @param access who may call it
 * @param form how a request says what it asks for
 * @param action what it does
 * @param <Q> what a request asks for
 */
record Route<Q>(String method, String path, Access access, RequestForm<Q> form, Action<Q> action) {

    /** Who may call a route. */
    enum Access {
        /** Everybody. */
        OPEN,
        /** Who passes the gate. */
        GATED
    }

    /** Answers a request that has passed all checks of its route. */
    @FunctionalInterface
    interface Action<Q> {

        /**
         * Answers.
         *
         * @param asked what the request asks for
         * @param context who asks, and until when
         * @param request receives the answer
         */
        void answer(Q asked, RequestContext context, Context request) throws Exception;
    }

    /** A route for GET that everybody may call, with any query parameters. */
    static Route<?> open(String path, Handler handler) {
        return new Route<>(
                "GET",
                path,
                Access.OPEN,
                RequestForm.ofAnything(),
                (asked, context, request) -> handler.handle(request));
    }

    /** A route behind the gate. */
    static <Q> Route<Q> gated(String method, String path, RequestForm<Q> form, Action<Q> action) {
        return new Route<>(method, path, Access.GATED, form, action);
    }

    /** Whether a whole path is one of this route, with a slash at its end or without. */
    boolean isOf(String whole) {
        String form = path.replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q");
        return whole.equals(path) || whole.matches("\\Q" + form + "\\E/?");
    }

    void register(Door door, RoutesConfig config) {
        config.addEndpoint(new Endpoint(HandlerType.findOrCreate(method), path, request -> answer(request, door)));
        if (method.equals("GET")) {
            config.addEndpoint(new Endpoint(HandlerType.HEAD, path, request -> answer(request, door)));
        }
    }

    /**
     * The form is checked before the gate. An error becomes an exception, because the framework shows errors to no
     * handler, and would end half an answer as if it were whole.
     */
    private void answer(Context request, Door door) throws Exception {
        try {
            Supplier<Q> asked = form.reading().apply(request);
            if (access == Access.GATED) {
                ClientWatch.Watched client = door.watch(request);
                try {
                    RequestContext context = door.admit(request);
                    action.answer(asked.get(), context, request);
                } finally {
                    client.close();
                }
            } else {
                action.answer(asked.get(), door.open(request), request);
            }
        } catch (Error fatal) {
            throw new IllegalStateException("the request ended in an error of the JVM", fatal);
        }
    }
}
