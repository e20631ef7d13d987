package io.drift.server.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drift.core.ComparisonQuery;
import io.drift.core.profile.PythonText;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what to compare: from the query of a GET, from the JSON body of a POST. */
final class QueryReader {

    static final Set<String> PARAMETERS = Set.of(
            "system_ids[]", "baseline_ids[]", "historical_system_profile_ids[]", "reference_id", "short_circuit");

    private static final List<String> ID_LISTS = List.of("system_ids", "baseline_ids", "historical_system_profile_ids");
    private static final String BODY = "drift.body";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private QueryReader() {}

    /** Checks the form of a request, before anybody asks who sent it. */
    static void checkForm(Context request) {
        if (isPost(request)) {
            String contentType = request.header("Content-Type");
            if (contentType != null) {
                refuseOtherTypes(contentType);
            }
            byte[] body = bodyOf(request);
            if (body.length == 0) {
                throw Problem.badRequest("RequestBody is required");
            }
            if (contentType != null) {
                request.attribute(BODY, readBody(body));
            }
        } else {
            String shortCircuit = new QueryParameters(request.queryString()).first("short_circuit");
            if (shortCircuit != null && !isBoolean(shortCircuit)) {
                throw Problem.badRequest(notABoolean(shortCircuit));
            }
        }
    }

    private static byte[] bodyOf(Context request) {
        try {
            return request.bodyAsBytes();
        } catch (HttpResponseException tooLarge) {
            throw tooLarge;
        } catch (Exception brokenOff) {
            // the framework throws what the socket throws, without declaring it
            throw Problem.badRequest("the body is not complete, or its chunks are not");
        }
    }

    /** A body without a content type is found out only behind the gate. */
    static void checkContentType(Context request) {
        if (isPost(request) && request.header("Content-Type") == null) {
            throw Problem.unsupportedMediaType("Did not attempt to load JSON data because the request Content-Type was"
                    + " not 'application/json'.");
        }
    }

    private static boolean isPost(Context request) {
        return request.method().name().equals("POST");
    }

    private static void refuseOtherTypes(String contentType) {
        String type = contentType.split(";", 2)[0].strip();
        if (!type.toLowerCase(Locale.ROOT).equals("application/json")) {
            throw Problem.unsupportedMediaType("Invalid Content-type (" + type + "), expected ['application/json']");
        }
    }

    private static boolean isBoolean(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private static String notABoolean(String text) {
        String quoted = PythonText.quoted(text);
        return quoted + " is not of type 'boolean'\n\nFailed validating 'type' in schema:\n    {'type': 'boolean'}\n\n"
                + "On instance:\n    " + quoted;
    }

    private static Map<?, ?> readBody(byte[] body) {
        Object document;
        try {
            document = JSON.readValue(body, Object.class);
        } catch (JsonParseException notJson) {
            throw Problem.badRequest("the body is not JSON: " + notJson.getOriginalMessage());
        } catch (StreamConstraintsException tooMuch) {
            throw Problem.badRequest(
                    "the body is not JSON that makes sense here: too deep, or a name or number too long");
        } catch (MismatchedInputException trailing) {
            throw Problem.badRequest("the body is not JSON: something stands behind its end");
        } catch (IOException notReadable) {
            throw Problem.badRequest("the body is not JSON");
        }
        if (document == null) {
            throw Problem.badRequest("Request body must not be empty");
        }
        if (!(document instanceof Map<?, ?> object)) {
            throw wrongType(document, "object", "");
        }
        checkTypes(object);
        return object;
    }

    private static void checkTypes(Map<?, ?> body) {
        for (String list : ID_LISTS) {
            if (body.containsKey(list)) {
                checkIds(list, body.get(list));
            }
        }
        if (body.containsKey("reference_id") && !(body.get("reference_id") instanceof String)) {
            throw wrongType(body.get("reference_id"), "string", " - 'reference_id'");
        }
        if (body.containsKey("short_circuit") && !(body.get("short_circuit") instanceof Boolean)) {
            throw wrongType(body.get("short_circuit"), "boolean", " - 'short_circuit'");
        }
    }

    private static void checkIds(String list, @Nullable Object value) {
        if (!(value instanceof Collection<?> ids)) {
            throw wrongType(value, "array", " - '" + list + "'");
        }
        int place = 0;
        for (Object id : ids) {
            if (!(id instanceof String)) {
                throw wrongType(id, "string", " - '" + list + "." + place + "'");
            }
            place++;
        }
    }

    private static Problem wrongType(@Nullable Object value, String type, String place) {
        return Problem.badRequest(PythonText.quoted(value) + " is not of type '" + type + "'" + place);
    }

    /**
     * What to compare.
     *
     * @throws io.drift.core.error.InvalidQueryException if a rule of the query is broken
     */
    static ComparisonQuery read(Context request) {
        Map<?, ?> body = request.attribute(BODY);
        return body == null ? ofParameters(request) : ofBody(body);
    }

    private static ComparisonQuery ofParameters(Context request) {
        QueryParameters parameters = new QueryParameters(request.queryString());
        return new ComparisonQuery(
                parameters.all("system_ids[]"),
                parameters.all("baseline_ids[]"),
                parameters.all("historical_system_profile_ids[]"),
                parameters.first("reference_id"),
                "true".equalsIgnoreCase(parameters.first("short_circuit")));
    }

    private static ComparisonQuery ofBody(Map<?, ?> body) {
        return new ComparisonQuery(
                ids(body, ID_LISTS.get(0)),
                ids(body, ID_LISTS.get(1)),
                ids(body, ID_LISTS.get(2)),
                (String) body.get("reference_id"),
                Boolean.TRUE.equals(body.get("short_circuit")));
    }

    private static List<String> ids(Map<?, ?> body, String list) {
        return body.get(list) instanceof Collection<?> ids
                ? ids.stream().map(String.class::cast).toList()
                : List.of();
    }
}
