package io.drift.server.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which requests come from programs of this machine that mean this server. A page of the web could send some too, in
 * the browser of somebody here: it has another origin, or has made its own name lead here, which is then the host.
 */
final class LocalRequests {

    private static final Pattern HERE = Pattern.compile("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

    private LocalRequests() {}

    /**
     * Checks where a request comes from.
     *
     * @throws Problem if no program of this machine sent it
     */
    static void check(Context request) {
        List<String> hosts = Collections.list(request.req().getHeaders("Host"));
        if (hosts.size() != 1 || !HERE.matcher(hosts.get(0)).matches()) {
            throw Problem.forbidden(
                    "the Host of a request must be localhost or a loopback address, since there is no" + " login here");
        }
        String own = "http://" + hosts.get(0);
        for (String origin : Collections.list(request.req().getHeaders("Origin"))) {
            if (!origin.equalsIgnoreCase(own)) {
                throw Problem.forbidden("pages of other origins may not ask here");
            }
        }
    }
}
