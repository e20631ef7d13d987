package io.drift.server.web;

import io.drift.core.error.InvalidQueryException;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as the archived baseline service understood them. */
final class BaselineIds {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private BaselineIds() {}

    /** The ids at one place of a path, separated by commas, as they stand there. */
    static List<String> inPath(String name, Context request) {
        return List.of(request.pathParam(name).split(",", -1));
    }

    /**
     * Ids, each once.
     *
     * @throws InvalidQueryException if one is no UUID, or there twice
     */
    static List<UUID> parse(List<String> texts) {
        List<String> malformed = texts.stream()
                .filter(text -> !FORM.matcher(text.toLowerCase(Locale.ROOT)).matches())
                .toList();
        if (!malformed.isEmpty()) {
            throw new InvalidQueryException(
                    "malformed UUIDs requested (" + Quoted.list(malformed).replace(",", ", ") + ")");
        }
        List<UUID> ids = texts.stream().map(UUID::fromString).toList();
        Set<UUID> once = new HashSet<>(ids);
        if (once.size() < ids.size()) {
            throw new InvalidQueryException("duplicate IDs in request");
        }
        return ids;
    }

    /** A single id. */
    static UUID parseOne(String text) {
        return parse(List.of(text)).get(0);
    }
}
