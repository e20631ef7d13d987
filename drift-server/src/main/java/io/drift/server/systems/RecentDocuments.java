package io.drift.server.systems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.fact.MemoryShare;
import io.drift.core.port.Cancellation;
import io.drift.core.profile.Reading;
import io.drift.json.HostDocument;
import io.drift.json.SystemReader;
import io.drift.registry.store.ProfileContent;
import java.io.IOException;
import java.io.InputStream;
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
 * RecentDocuments.OfOneFind documents = recent.forFind(Reading.EXACT, context.cancellation());
 * HostDocument document = documents.read(members, captured, content);
 * documents.hold();
 * }</pre>
 */
public final class RecentDocuments {

    private static final int PART_OF_HEAP = 16;
    /** What takes more than such a part of the room is not held: it would drive out too much else. */
    private static final int LARGEST_PART = 2;
    /** What a document takes beside its facts and what it is found by. */
    private static final int BESIDE = 500;

    private final long most;
    private final ComparisonRoom room;
    private final Map<String, Held> documents = new HashMap<>();
    /** By itself; the one that was not asked for for the longest time comes first. */
    private final Map<ReadTogether, ReadTogether> inTheOrderOfUse = new LinkedHashMap<>(16, 0.75f, true);

    /** What the comparisons take that have not ended. */
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
        this.room = ComparisonRoom.within(heap);
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

    /** How many bytes it holds, about. */
    public synchronized long held() {
        return held;
    }

    /**
     * For what one find of a comparison reads.
     *
     * @param reading how closely they are read
     * @param cancellation of the request that they are read for; what they take is given back when that has ended
     */
    OfOneFind forFind(Reading reading, Cancellation cancellation) {
        return new OfOneFind(reading, room.shareOf(cancellation));
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

    /** What is read for one find of a comparison. Thread-safe, but for {@link #hold}. */
    final class OfOneFind {

        private final Reading reading;
        private final MemoryShare share;
        private final AtomicLong size = new AtomicLong();
        private final SystemReader reader;
        private final Map<String, HostDocument> documents = new ConcurrentHashMap<>();

        private OfOneFind(Reading reading, MemoryShare share) {
            this.reading = reading;
            this.share = share;
            this.reader = new SystemReader(reading, this::take);
        }

        /**
         * Reads a document.
         *
         * @param members of the document, beside its content
         * @param captured its date; null if it has none
         * @param content as it is kept
         * @return its only system
         * @throws io.drift.core.error.InvalidQueryException if all of this comparison takes more than a quarter of the heap
         * @throws io.drift.core.error.UnavailableException if other comparisons take the rest of that
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
            share.take(bytes);
            size.addAndGet(bytes);
        }

        /** Everything was read, and may be held for the next comparison: from now on nobody adds to its dictionary. */
        void hold() {
            RecentDocuments.this.hold(documents, size.get());
        }
    }
}
