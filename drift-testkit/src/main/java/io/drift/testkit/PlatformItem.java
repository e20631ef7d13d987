package io.drift.testkit;

/** Something that a {@link FakePlatform} can serve: a document, or a builder that makes one. */
@FunctionalInterface
public interface PlatformItem {

    /**
     * Its document.
     *
     * @return of a builder, what it has been told up to now
     */
    PlatformDocument document();
}
