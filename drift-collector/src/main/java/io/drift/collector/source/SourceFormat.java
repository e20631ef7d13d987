package io.drift.collector.source;

import java.io.IOException;
import java.io.InputStream;

/** One kind of file that people have. A new one is a class and a line in {@link SourceFormats}. */
interface SourceFormat {

    /** The word that forces it. */
    String name();

    /** What it reads, as part of a sentence: the commands or files that people know. */
    String reads();

    /** Whether a file that begins like this is one; a format that is only ever asked for says no. */
    boolean fits(Beginning beginning);

    /** Whether a file that begins like this can be one at all: most formats are no JSON, some are nothing else. */
    default boolean takes(Beginning beginning) {
        return !beginning.isJson();
    }

    /**
     * Reads a file as far as it goes.
     *
     * @param in the whole file
     * @param found takes what is in it, and what could not be read
     * @throws UnreadableSourceException if nothing of it can be used
     */
    void read(InputStream in, Findings found) throws IOException;
}
