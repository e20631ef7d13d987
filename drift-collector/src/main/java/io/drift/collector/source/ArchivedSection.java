package io.drift.collector.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
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
     * What the section would have, without what may be secret. Of several files, all count, by their names; a key
     * without an end in one hides nothing of the next.
     *
     * @param leftOut is told how many lines are not there
     * @return empty if there is no such file
     */
    Optional<String> content(Map<String, String> files, IntConsumer leftOut) {
        Map<String, String> fitting = new TreeMap<>();
        files.forEach((file, content) -> {
            if (path.matcher(file).matches()) {
                fitting.put(file, content);
            }
        });
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        return fitting.size() == 1
                ? form.apply(fitting.values().iterator().next()).map(text -> ScrubbedText.of(text, leftOut))
                : form.apply(fitting.values().stream()
                        .map(text -> ScrubbedText.of(text, leftOut))
                        .collect(Collectors.joining("\n\n")));
    }
}
