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
 * @param partial whether to go on without those that are not there
 * @param port where to ask
 */
record Find<T extends FactSource>(
        String what, List<String> ids, boolean partial, BiFunction<List<String>, RequestContext, List<T>> port) {

    /** What was found, and the ids of what was not; of these there are none unless the find is partial. */
    record Found(List<? extends FactSource> sources, List<String> missing) {}

    Found run(RequestContext context) {
        List<String> wanted = ids;
        while (!wanted.isEmpty()) {
            try {
                List<T> found = found(wanted, context);
                return new Found(
                        found, without(found.stream().map(FactSource::id).toList(), ids));
            } catch (ItemNotReturnedException missing) {
                List<String> left = without(missing.ids(), wanted);
                if (!partial || left.size() == wanted.size()) {
                    throw missing;
                }
                wanted = left;
            }
        }
        return new Found(List.of(), ids);
    }

    private List<T> found(List<String> wanted, RequestContext context) {
        Set<SourceId> asked = wanted.stream().map(SourceId::of).collect(Collectors.toSet());
        Set<SourceId> returned = new HashSet<>();
        List<T> found = new ArrayList<>(wanted.size());
        for (T source : port.apply(wanted, context)) {
            SourceId id = SourceId.of(source.id());
            if (asked.contains(id) && returned.add(id)) {
                found.add(source);
            }
        }
        List<String> missing = wanted.stream()
                .filter(id -> !returned.contains(SourceId.of(id)))
                .toList();
        if (!missing.isEmpty() && !partial) {
            throw ItemNotReturnedException.ofIds(missing);
        }
        return found;
    }

    private static List<String> without(List<String> some, List<String> all) {
        Set<SourceId> left = some.stream().map(SourceId::of).collect(Collectors.toSet());
        return all.stream().filter(id -> !left.contains(SourceId.of(id))).toList();
    }
}
