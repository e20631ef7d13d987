package io.drift.server.web;

import io.drift.json.DocumentReader;
import io.drift.json.UnreadableJsonException;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The body of a request that has to be a JSON object. */
final class JsonBody {

    /** How many bytes a body may have. */
    static final long LARGEST = 1024 * 1024;

    private JsonBody() {}

    /** Whether a body of a request would be read: its query, its content type and its declared length are fine. */
    static boolean isExpected(Request request) {
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return new QueryParameters(request.getHttpURI().getQuery()).names().isEmpty()
                && (contentType == null || isJson(contentType))
                && request.getLength() <= LARGEST;
    }

    /** What a body asks for. That a body has no content type is told only behind the gate. */
    static <Q> Supplier<Q> read(Context request, Function<Map<?, ?>, Q> parse) {
        String contentType = request.header("Content-Type");
        if (contentType != null) {
            refuseOtherTypes(contentType);
        }
        if (request.req().getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        byte[] body = bytesOf(request);
        if (body.length == 0) {
            throw Problem.badRequest("RequestBody is required");
        }
        if (contentType == null) {
            return JsonBody::refuseWithoutType;
        }
        Q asked = parse.apply(object(body));
        return () -> asked;
    }

    /**
     * Makes sure that a request says that its body is JSON, even if it has none.
     *
     * @throws Problem if it does not
     */
    static void refuseOtherTypes(Context request) {
        String contentType = request.header("Content-Type");
        if (contentType == null) {
            throw Problem.unsupportedMediaType("the Content-Type must be application/json");
        }
        refuseOtherTypes(contentType);
    }

    private static void refuseOtherTypes(String contentType) {
        if (!isJson(contentType)) {
            throw Problem.unsupportedMediaType(
                    "Invalid Content-type (" + Quoted.text(typeOf(contentType)) + "), expected ['application/json']");
        }
    }

    private static boolean isJson(String contentType) {
        return typeOf(contentType).toLowerCase(Locale.ROOT).equals("application/json");
    }

    private static String typeOf(String contentType) {
        return contentType.split(";", 2)[0].strip();
    }

    private static <Q> Q refuseWithoutType() {
        throw Problem.unsupportedMediaType(
                "Did not attempt to load JSON data because the request Content-Type was not 'application/json'.");
    }

    private static ContentTooLargeResponse tooLarge() {
        return new ContentTooLargeResponse(
                "the body is larger than the " + (LARGEST >> 20) + " MiB that one may have: ask for less at once");
    }

    private static byte[] bytesOf(Context request) {
        try {
            return request.bodyAsBytes();
        } catch (HttpResponseException beyondTheLimit) {
            throw tooLarge();
        } catch (Exception brokenOff) {
            // the framework throws what the socket throws, without declaring it
            throw Problem.badRequest("the body is not complete, or its chunks are not");
        }
    }

    private static Map<?, ?> object(byte[] body) {
        Object document = document(body);
        if (document == null) {
            throw Problem.badRequest("Request body must not be empty");
        }
        if (!(document instanceof Map<?, ?> object)) {
            throw wrongType(document, "object", "");
        }
        return object;
    }

    private static @Nullable Object document(byte[] body) {
        try {
            return DocumentReader.readPlain(body);
        } catch (UnreadableJsonException unreadable) {
            throw Problem.badRequest("the body is not JSON that can be read here: " + unreadable.getMessage());
        }
    }

    /**
     * A value of the wrong type.
     *
     * @param type which one it should have
     * @param place where it stands, such as {@code system_ids.0}; empty for the whole body
     */
    static Problem wrongType(@Nullable Object value, String type, String place) {
        String where = place.isEmpty() ? "" : " - '" + place + "'";
        return Problem.badRequest(Quoted.value(value) + " is not of type '" + type + "'" + where);
    }
}
