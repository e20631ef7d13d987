package io.drift.core;

import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.port.RequestContext;
import io.drift.core.source.FactSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * One find of a comparison: asks a port, and sees to it that all comes back that was asked for, and nothing else. Ids
 * are compared ignoring case (Q8).
 *
 * @param what what is looked for, in words
 * @param ids the ids to ask for, at least one
 * @param port where to ask
 */
record Find<T extends FactSource>(
        String what, List<String> ids, BiFunction<List<String>, RequestContext, List<T>> port) {

    List<T> run(RequestContext context) {
        Set<String> asked = ids.stream().map(Find::lower).collect(Collectors.toSet());
        Set<String> returned = new HashSet<>();
        List<T> found = new ArrayList<>(ids.size());
        for (T source : port.apply(ids, context)) {
            if (asked.contains(lower(source.id())) && returned.add(lower(source.id()))) {
                found.add(source);
            }
        }
        List<String> missing =
                ids.stream().filter(id -> !returned.contains(lower(id))).toList();
        if (!missing.isEmpty()) {
            throw ItemNotReturnedException.ofIds(missing);
        }
        return found;
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
