package io.drift.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a call goes.
 *
 * @param path the path, percent-decoded
 * @param query the parameters of the query, percent-decoded; of several with one name the last
 */
record CallTarget(String path, Map<String, String> query) {

    static CallTarget parse(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return new CallTarget(decoded(path), mark < 0 ? Map.of() : parameters(target.substring(mark + 1)));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return parameters;
    }

    /** Percent-decoded; a plus sign stays one, and so does what is not percent-encoded properly. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The ids behind a prefix and in front of an ending; empty if the path is not of that form. */
    List<String> ids(String prefix, String ending) {
        if (path.length() <= prefix.length() + ending.length() || !path.startsWith(prefix) || !path.endsWith(ending)) {
            return List.of();
        }
        String ids = path.substring(prefix.length(), path.length() - ending.length());
        return ids.contains("/") ? List.of() : List.of(ids.split(",", -1));
    }

    int number(String parameter, int otherwise) {
        String text = query.get(parameter);
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
