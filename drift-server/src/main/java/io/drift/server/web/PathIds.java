package io.drift.server.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ids in a path, {@code /hosts/{ids}}, separated by commas. */
final class PathIds {

    private static final Pattern FORM = Pattern.compile(
            "([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})");

    private PathIds() {}

    /**
     * Reads them, as they stand there.
     *
     * @throws Problem if one of them is no UUID
     */
    static List<UUID> parse(Context request) {
        return Stream.of(request.pathParam("ids").split(",", -1))
                .map(PathIds::id)
                .toList();
    }

    private static UUID id(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Problem.badRequest(Quoted.text(text) + " is not a UUID");
        }
        return UUID.fromString(FORM.matcher(text).replaceFirst("$1-$2-$3-$4-$5"));
    }
}
