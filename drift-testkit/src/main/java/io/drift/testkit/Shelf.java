package io.drift.testkit;

import io.drift.core.source.SourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Items by id in any case, in the order in which they came. Thread-safe. */
final class Shelf<T> {

    private final Map<SourceId, T> items = new LinkedHashMap<>();

    /** Adds an item, in place of the one with the same id. */
    synchronized void put(String id, T item) {
        items.put(SourceId.of(id), item);
    }

    /** The items that there are, in the order of the ids. */
    synchronized List<T> find(List<String> ids) {
        return ids.stream()
                .map(id -> items.get(SourceId.of(id)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The ids for which there is no item, as written. */
    synchronized List<String> missing(List<String> ids) {
        return ids.stream().filter(id -> !items.containsKey(SourceId.of(id))).toList();
    }

    synchronized List<T> all() {
        return new ArrayList<>(items.values());
    }

    synchronized void clear() {
        items.clear();
    }
}
