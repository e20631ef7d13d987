package io.drift.json;

import io.drift.core.fact.MemoryShare;

/**
 * How much is read of what a service answers, for one request.
 *
 * <pre>{@code
 * DocumentLimits limits = DocumentLimits.of(200_000, Runtime.getRuntime().maxMemory() / 4);
 * List<HostRecord> hosts = HostReader.readHosts(in, limits);
 * }</pre>
 *
 * @param mostFacts how many values, lists, objects and names there may be in one document, such as a profile, whether they
 *     become facts or not
 * @param memory the share of the request; goes down with every document that is read
 */
public record DocumentLimits(int mostFacts, MemoryShare memory) {

    /** For documents of one's own: all is read. */
    public static final DocumentLimits NONE = ofOwnDocuments(MemoryShare.UNLIMITED);

    /**
     * For what somebody unknown sends. An id takes 39 bytes, so that a body of 1 MiB with more values asks for nothing, and
     * no number in it is looked at but to say that it is none.
     */
    static final DocumentLimits OF_A_REQUEST = new DocumentLimits(30_000, MemoryShare.UNLIMITED);

    static final int LONGEST_NUMBER_OF_A_REQUEST = 200;

    /** The longest value of a kept baseline has 1,000 characters; what is much longer is refused before it is decoded. */
    static final int LONGEST_TEXT_OF_A_REQUEST = 1 << 16;

    /** Nobody calls anything by a longer text. */
    static final int LONGEST_TEXT = 1 << 20;

    /** Documents that are read as a whole, for they are not in UTF-8, are no longer. */
    static final int LONGEST_WIDE_DOCUMENT = 1 << 20;

    /**
     * Limits of a request that may hold so much; for the documents of that request alone.
     *
     * @param mostFacts as {@link #mostFacts}
     * @param bytes how much memory may be taken, by several threads together
     * @return limits of which nothing is taken yet
     */
    public static DocumentLimits of(int mostFacts, long bytes) {
        return new DocumentLimits(mostFacts, new CountedMemory(bytes));
    }

    /** For documents of one's own: all is read, and what it takes is told. */
    static DocumentLimits ofOwnDocuments(MemoryShare memory) {
        return new DocumentLimits(Integer.MAX_VALUE, memory);
    }

    boolean areNone() {
        return mostFacts == Integer.MAX_VALUE || memory == MemoryShare.UNLIMITED;
    }
}
