package io.drift.testkit;

/** Something that a {@link FakePlatform} can serve: a document, or a builder that makes one. */
@FunctionalInterface
public interface PlatformItem {

    /**
     * Its document.
     *
     * @return the document; of a builder, what it has so far
     */
    PlatformDocument document();
}
