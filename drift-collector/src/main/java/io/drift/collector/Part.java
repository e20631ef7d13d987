package io.drift.collector;

import java.util.List;

/**
 * A section that somebody understands.
 *
 * @param section its name
 * @param reader reads it
 * @param role what it says if it could not be read
 * @param groups the keys of the profile, or the facts, that it tells of
 */
record Part(String section, SectionReader reader, Role role, List<String> groups) {

    /** What a section is among those that tell of the same facts. */
    enum Role {
        /** A file that tells all: a machine without it has nothing of it. */
        WHOLE,
        /** Some of several: if it fails, something is missing. If it is not there, another one tells. */
        SHARE,
        /** One of several ways to know, of which one is enough. */
        WAY
    }

    static Part whole(String section, SectionReader reader, String... groups) {
        return new Part(section, reader, Role.WHOLE, List.of(groups));
    }

    static Part share(String section, SectionReader reader, String... groups) {
        return new Part(section, reader, Role.SHARE, List.of(groups));
    }

    static Part way(String section, SectionReader reader, String... groups) {
        return new Part(section, reader, Role.WAY, List.of(groups));
    }
}
