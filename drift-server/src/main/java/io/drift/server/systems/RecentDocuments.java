package io.drift.server.systems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.error.UnavailableException;
import io.drift.core.port.Cancellation;
import io.drift.core.profile.Reading;
import io.drift.json.HostDocument;
import io.drift.json.SystemReader;
import io.drift.registry.store.ProfileContent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What comparisons read last of own systems: to inflate and read a profile takes longer than to compare it, and who compares
 * systems mostly compares them again. A document is found by all that it was read from, so nothing in here is ever out of
 * date. What one comparison reads shares its dictionary, so it is held together, and let go of together: whatever was not
 * asked for for the longest time, once all of it would take more than a sixteenth of the heap. Thread-safe.
 *
 * <pre>{@code
 * RecentDocuments recent = RecentDocuments.within(heap, metrics::heldContent, metrics::inflatedContent);
 * RecentDocuments.OfOneComparison documents = recent.forComparison(Reading.EXACT, context.cancellation());
 * HostDocument document = documents.read(members, captured, content);
 * documents.hold();
 * }</pre>
 */
public final class RecentDocuments {

    private static final int PART_OF_HEAP = 16;
    /** What comparisons read, that was not held already, may take such a part of the heap, all of them together. */
    private static final int PART_FOR_COMPARISONS = 4;

    /** What takes more than such a part of the room is not held: it would drive out too much else. */
    private static final int LARGEST_PART = 2;
    /** What a document takes beside its facts and what it is found by. */
    private static final int BESIDE = 500;

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final long most;
    private final long mostOfAComparison;
    private final Map<String, Held> documents = new HashMap<>();
    /** By itself; the one that was not asked for for the longest time comes first. */
    private final Map<ReadTogether, ReadTogether> inTheOrderOfUse = new LinkedHashMap<>(16, 0.75f, true);

    /** What the comparisons take that have not ended. */
    private final AtomicLong taken = new AtomicLong();

    private final Runnable again;
    private final Runnable inflated;
    private long held;

    private record Held(HostDocument document, ReadTogether with) {}

    /** Documents that share a dictionary. No two are equal. */
    private static final class ReadTogether {

        private final Set<String> keys;
        private final long size;

        private ReadTogether(Set<String> keys, long size) {
            this.keys = keys;
            this.size = size;
        }
    }

    private RecentDocuments(long heap, Runnable again, Runnable inflated) {
        this.most = heap / PART_OF_HEAP;
        this.mostOfAComparison = mostOfAComparison(heap);
        this.again = again;
        this.inflated = inflated;
    }

    /**
     * The room in a heap.
     *
     * @param heap its size in bytes
     * @param again hears that a document was still held when it was asked for again
     * @param inflated hears that one was not, so that its content was inflated and read
     * @return nothing is held yet
     */
    public static RecentDocuments within(long heap, Runnable again, Runnable inflated) {
        return new RecentDocuments(heap, again, inflated);
    }

    /**
     * How much may be read for one comparison.
     *
     * @param heap how large the heap may become, in bytes
     * @return bytes
     */
    public static long mostOfAComparison(long heap) {
        return heap / PART_FOR_COMPARISONS;
    }

    /** How many bytes it holds, about. */
    public synchronized long held() {
        return held;
    }

    /**
     * For the documents of one comparison.
     *
     * @param reading how closely they are read
     * @param cancellation of the request that they are read for; what they take is given back when that has ended
     */
    OfOneComparison forComparison(Reading reading, Cancellation cancellation) {
        OfOneComparison documents = new OfOneComparison(reading);
        cancellation.onCancel(documents::end);
        return documents;
    }

    private synchronized @Nullable HostDocument find(String key) {
        Held found = documents.get(key);
        if (found == null) {
            return null;
        }
        inTheOrderOfUse.get(found.with());
        return found.document();
    }

    private synchronized void hold(Map<String, HostDocument> read, long size) {
        read.keySet().removeIf(documents::containsKey);
        if (read.isEmpty() || size > most / LARGEST_PART) {
            return;
        }
        ReadTogether together = new ReadTogether(read.keySet(), size);
        read.forEach((key, document) -> documents.put(key, new Held(document, together)));
        inTheOrderOfUse.put(together, together);
        held += size;
        Iterator<ReadTogether> longestAgo = inTheOrderOfUse.values().iterator();
        while (held > most) {
            ReadTogether first = longestAgo.next();
            held -= first.size;
            documents.keySet().removeAll(first.keys);
            longestAgo.remove();
        }
    }

    /** What is read for one comparison. Thread-safe, but for {@link #hold}. */
    final class OfOneComparison {

        private final Reading reading;
        private final AtomicLong memory = new AtomicLong();
        private final SystemReader reader;
        private final Map<String, HostDocument> documents = new ConcurrentHashMap<>();

        private OfOneComparison(Reading reading) {
            this.reading = reading;
            this.reader = new SystemReader(reading, this::take);
        }

        /**
         * Reads a document.
         *
         * @param members of the document, beside its content
         * @param captured its date; null if it has none
         * @param content as it is kept
         * @return its only system
         * @throws InvalidQueryException if all of this comparison takes more than a quarter of the heap
         * @throws UnavailableException if other comparisons take the rest of that
         * @throws IOException if the content is damaged
         */
        HostDocument read(ObjectNode members, @Nullable String captured, ProfileContent content) throws IOException {
            String key = reading + content.digest() + captured + members;
            HostDocument known = find(key);
            if (known != null) {
                again.run();
                return known;
            }
            inflated.run();
            take(BESIDE + 2L * key.length());
            try (InputStream in = SystemDocument.read(members, captured, content.bytes())) {
                HostDocument document = reader.readAll(in).get(0);
                documents.put(key, document);
                return document;
            }
        }

        private void take(long bytes) {
            long all = taken.addAndGet(bytes);
            if (memory.addAndGet(bytes) > mostOfAComparison) {
                throw new InvalidQueryException("what is asked for takes more than the " + (mostOfAComparison >> 20)
                        + " MiB of memory that one report may take: ask for fewer systems at once");
            }
            if (all > mostOfAComparison) {
                throw new UnavailableException(
                        "drift",
                        ASK_AGAIN,
                        "other reports hold the memory that there is for them: ask again in a few seconds");
            }
        }

        /** Nobody needs any more what was read, but for what is held. */
        private void end() {
            taken.addAndGet(-memory.getAndSet(0));
        }

        /** Everything was read, and may be held for the next comparison: from now on nobody adds to its dictionary. */
        void hold() {
            RecentDocuments.this.hold(documents, memory.get());
        }
    }
}
