package io.drift.core.version;

import org.jspecify.annotations.Nullable;

/**
 * A version with a key, so that keys compare as texts the way versions do: an order that is total, and equal where the key
 * is equal, cannot be got wrong then.
 */
abstract sealed class OrderedVersion<V extends OrderedVersion<V>> implements Comparable<V>
        permits RpmVersion, DebianVersion, ApkVersion {

    private final String text;
    private final String key;

    OrderedVersion(String text, String key) {
        this.text = text;
        this.key = key;
    }

    /** What is compared as a text. */
    final String key() {
        return key;
    }

    @Override
    public final int compareTo(V other) {
        return key.compareTo(other.key());
    }

    /** Whether none of the two is newer: 1.0 and 1.00 are equal. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && key.equals(((OrderedVersion<?>) other).key);
    }

    @Override
    public final int hashCode() {
        return key.hashCode();
    }

    /** The version as it was given. */
    @Override
    public final String toString() {
        return text;
    }
}
