package io.drift.server.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * The method of a request is the one in its first line. A header that names another one is taken away, because the web
 * framework would believe it, and whoever stands in front of the server and lets only some methods through would not.
 */
public final class MethodAsSent implements HttpConfiguration.Customizer {

    private static final String OTHER_METHOD = "X-HTTP-Method-Override";

    /** Has no settings. */
    public MethodAsSent() {}

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!request.getHeaders().contains(OTHER_METHOD)) {
            return request;
        }
        HttpFields headers =
                HttpFields.build(request.getHeaders()).remove(OTHER_METHOD).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }
}
