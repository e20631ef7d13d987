package io.drift.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small files of hosts and baselines; their JSON has {@code '} in place of quotes. */
record FieldFiles(Path folder) {

    /** A file, by its path. */
    String file(String name, String json) {
        try {
            return Files.writeString(folder.resolve(name), json.replace('\'', '"'))
                    .toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A host of a number; hosts of one number are one machine. */
    String host(String name, int number, String profile) {
        return file(name, document(number, "'updated': '2026-08-02T00:00:00+00:00'", profile));
    }

    /** A host that does not tell of when it is. */
    String undated(String name, int number, String profile) {
        return file(name, document(number, "'updated': null", profile));
    }

    static String document(int number, String more, String profile) {
        return "{'id': '00000000-0000-4000-8000-00000000000%1$d', 'display_name': 'node-%1$d', 'fqdn': 'node-%1$d.example.com', %2$s, 'system_profile': {%3$s}}"
                .formatted(number, more, profile);
    }

    /** A stored baseline with the values of one group. */
    String baseline(String name, String group, String members) {
        return file(
                name,
                "{'id': 'b', 'display_name': 'golden', 'baseline_facts': [{'name': '%s', 'values': [%s]}]}"
                        .formatted(group, members));
    }

    static String member(String name, String value) {
        return "{'name': '" + name + "', 'value': '" + value + "'}";
    }
}
