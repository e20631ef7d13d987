package io.drift.core;

import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.port.RequestContext;
import io.drift.core.source.FactSource;
import io.drift.core.source.SourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        Set<SourceId> asked = ids.stream().map(SourceId::of).collect(Collectors.toSet());
        Set<SourceId> returned = new HashSet<>();
        List<T> found = new ArrayList<>(ids.size());
        for (T source : port.apply(ids, context)) {
            SourceId id = SourceId.of(source.id());
            if (asked.contains(id) && returned.add(id)) {
                found.add(source);
            }
        }
        List<String> missing =
                ids.stream().filter(id -> !returned.contains(SourceId.of(id))).toList();
        if (!missing.isEmpty()) {
            throw ItemNotReturnedException.ofIds(missing);
        }
        return found;
    }
}
