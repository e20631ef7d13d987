package io.drift.core.profile;

/** Takes leaves, each with its path. */
@FunctionalInterface
interface LeafSink {

    void add(String path, String text);
}
