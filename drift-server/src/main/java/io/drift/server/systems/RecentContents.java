package io.drift.server.systems;

import io.drift.registry.store.ProfileContent;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read last of the kept contents, inflated: to inflate a profile takes as long as to read it, and who compares
 * systems mostly compares them again. A digest stands for one content and no other, so nothing in here is ever out of
 * date. All of it together takes a sixteenth of the heap. Thread-safe.
 *
 * <pre>{@code
 * RecentContents recent = RecentContents.within(heap, metrics::heldContent, metrics::inflatedContent);
 * parse(recent.read(known.content()));
 * }</pre>
 */
public final class RecentContents {

    private static final int PART_OF_HEAP = 16;
    /** A content that takes more than such a part of the room is not held: it would drive out too many others. */
    private static final int LARGEST_PART = 16;
    /** What a content takes beside its bytes, such as its digest. */
    private static final int BESIDE = 250;

    private final long most;
    private final Map<String, byte[]> bytesOf = new LinkedHashMap<>(16, 0.75f, true);
    private long held;
    private final Runnable again;
    private final Runnable inflated;

    private RecentContents(long most, Runnable again, Runnable inflated) {
        this.most = most;
        this.again = again;
        this.inflated = inflated;
    }

    /**
     * The room in a heap.
     *
     * @param heap its size in bytes
     * @param again hears that a content was still held when it was read again
     * @param inflated hears that a content was not
     * @return nothing is held yet
     */
    public static RecentContents within(long heap, Runnable again, Runnable inflated) {
        return new RecentContents(heap / PART_OF_HEAP, again, inflated);
    }

    /**
     * Reads a content.
     *
     * @param content as it is kept
     * @return what was given
     * @throws IOException if it is damaged
     */
    byte[] read(ProfileContent content) throws IOException {
        byte[] bytes = find(content.digest());
        if (bytes == null) {
            bytes = content.bytes();
            inflated.run();
            hold(content.digest(), bytes);
        } else {
            again.run();
        }
        return bytes;
    }

    private synchronized byte @Nullable [] find(String digest) {
        return bytesOf.get(digest);
    }

    private synchronized void hold(String digest, byte[] bytes) {
        if (size(bytes) > most / LARGEST_PART || bytesOf.putIfAbsent(digest, bytes) != null) {
            return;
        }
        held += size(bytes);
        Iterator<byte[]> oldest = bytesOf.values().iterator();
        while (held > most) {
            held -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(byte[] bytes) {
        return bytes.length + BESIDE;
    }

    /** How many bytes it holds. */
    public synchronized long held() {
        return held;
    }
}
