package io.drift.core.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plain value made of maps and lists that can be changed at a path of keys and positions. */
final class Tree {

    private Tree() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> copy(Map<String, Object> profile) {
        return (Map<String, Object>) copyOf(profile);
    }

    static Object copyOf(Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            object.forEach((key, member) -> copy.put(key, copyOf(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copyOf(item)));
            return copy;
        }
        return value;
    }

    /** The paths of everything below a value, the value itself first. */
    static List<List<Object>> paths(Object value) {
        List<List<Object>> paths = new ArrayList<>();
        collect(value, List.of(), paths);
        return paths;
    }

    private static void collect(Object value, List<Object> at, List<List<Object>> paths) {
        paths.add(at);
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, member) -> collect(member, append(at, key), paths));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), append(at, i), paths);
            }
        }
    }

    private static List<Object> append(List<Object> at, Object step) {
        List<Object> longer = new ArrayList<>(at);
        longer.add(step);
        return longer;
    }

    static boolean isLeaf(Object value) {
        return value != null && !(value instanceof Map) && !(value instanceof List);
    }

    static Object get(Object value, List<Object> path) {
        Object at = value;
        for (Object step : path) {
            at = at instanceof Map<?, ?> object ? object.get(step) : ((List<?>) at).get((Integer) step);
        }
        return at;
    }

    @SuppressWarnings("unchecked")
    static void set(Object value, List<Object> path, Object changed) {
        Object last = path.get(path.size() - 1);
        Object parent = get(value, path.subList(0, path.size() - 1));
        if (parent instanceof Map<?, ?>) {
            ((Map<Object, Object>) parent).put(last, changed);
        } else {
            ((List<Object>) parent).set((Integer) last, changed);
        }
    }

    static void remove(Object value, List<Object> path) {
        Object last = path.get(path.size() - 1);
        Object parent = get(value, path.subList(0, path.size() - 1));
        if (parent instanceof Map<?, ?> object) {
            object.remove(last);
        } else {
            ((List<?>) parent).remove((int) (Integer) last);
        }
    }
}
