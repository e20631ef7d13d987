package io.drift.collector.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files of an archive that stand for a section of a collection.
 *
 * @param name of the section
 * @param path of the files
 * @param form turns what the files have into what the section would have; empty if it is not what was expected
 */
record ArchivedSection(String name, Pattern path, Function<String, Optional<String>> form) {

    static ArchivedSection of(String name, String path, Function<String, Optional<String>> form) {
        return new ArchivedSection(name, Pattern.compile(path), form);
    }

    /** A file that is the same in both. */
    static ArchivedSection same(String name, String path) {
        return of(name, path, Optional::of);
    }

    /**
     * Empty if there is no such file. Of several, all count, by their names; a key
     * without an end in one hides nothing of the next.
     */
    Optional<String> content(Map<String, String> files) {
        Map<String, String> fitting = new TreeMap<>();
        files.forEach((file, content) -> {
            if (path.matcher(file).matches()) {
                fitting.put(file, content);
            }
        });
        return fitting.isEmpty()
                ? Optional.empty()
                : form.apply(
                        fitting.size() == 1
                                ? fitting.values().iterator().next()
                                : fitting.values().stream()
                                        .map(ScrubbedText::of)
                                        .collect(Collectors.joining("\n\n")));
    }
}
