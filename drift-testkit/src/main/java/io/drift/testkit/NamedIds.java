package io.drift.testkit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from names, so that a test need not invent them and finds the same ones in every run. */
final class NamedIds {

    private NamedIds() {}

    static String of(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
