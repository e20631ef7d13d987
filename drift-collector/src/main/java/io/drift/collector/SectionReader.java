package io.drift.collector;

/** Reads a section into a profile. What it does not understand it leaves out; it never fails. */
@FunctionalInterface
interface SectionReader {

    /**
     * Reads what a section tells.
     *
     * @param section something was read of it
     * @param host gets its facts
     * @return whether all of it was understood
     */
    boolean read(Section section, HostDraft host);
}
