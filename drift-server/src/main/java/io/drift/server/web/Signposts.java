package io.drift.server.web;

import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.List;

/**
 * What is answered where nothing is: in the platform in the words of the archived service, on one's own with the way on.
 *
 * @param documents the addresses of the API documents; empty for the words of the archived service
 */
record Signposts(List<String> documents) {

    static final Signposts NONE = new Signposts(List.of());

    static Signposts to(List<ApiDocument> documents) {
        return new Signposts(documents.stream().map(ApiDocument::address).toList());
    }

    Problem atUnknownPath() {
        return documents.isEmpty()
                ? Problem.notFound()
                : Problem.notFound("nothing is answered under this path; what is answered, these say: GET "
                        + String.join(", ", documents));
    }

    /** Names the methods that there are, also in the header that HTTP has for them. */
    Problem atOtherMethod(MethodNotAllowedResponse other, Context request) {
        String methods = other.getDetails().getOrDefault("availableMethods", "");
        if (documents.isEmpty() || methods.isEmpty()) {
            return Problem.methodNotAllowed("Method Not Allowed");
        }
        request.header("Allow", methods);
        return Problem.methodNotAllowed("this path is there for " + methods + ", and for no other method");
    }
}
