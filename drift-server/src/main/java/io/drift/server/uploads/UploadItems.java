package io.drift.server.uploads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The hosts of one upload, in their order. What was taken from the body is read on all processors, a MiB at a time:
 * deflating a profile and making sure that it can be compared takes most of the time of an upload.
 */
final class UploadItems {

    private static final long BYTES_AT_ONCE = 1L << 20;
    /** What it takes to read a host, to its size in the body: copies, and what a comparison would make of it. */
    private static final int READING_TAKES = 8;

    /** A text of one byte a character: two while it grows, and once more as a whole. */
    private static final int ARRIVING_TAKES = 4;

    /** Uploads take turns: one alone keeps all processors busy, and what reading needs is needed once. */
    private static final ReentrantLock READING = new ReentrantLock(true);

    private final List<UploadItem> read = new ArrayList<>();
    private final List<Supplier<UploadItem>> unread = new ArrayList<>();
    private final UploadRoom.Share share;
    private final LongSupplier besides;
    private long readBytes;
    private long unreadBytes;
    private long copying;
    private long arriving;

    /**
     * None yet.
     *
     * @param share of the memory that uploads may hold
     * @param besides how many bytes are held besides hosts by now
     */
    UploadItems(UploadRoom.Share share, LongSupplier besides) {
        this.share = share;
        this.besides = besides;
    }

    /**
     * The next one is being copied.
     *
     * @param bytes how many its copy holds by now
     * @throws io.drift.core.error.UnavailableException if other uploads hold too much
     */
    void copying(long bytes) {
        copying = bytes;
        hold();
    }

    /**
     * A text of the next one is arriving.
     *
     * @param bytes how many of it came by now
     * @throws io.drift.core.error.UnavailableException if other uploads hold too much
     */
    void arriving(long bytes) {
        arriving = bytes;
        hold();
    }

    /**
     * Counts what is held by now.
     *
     * @throws io.drift.core.error.UnavailableException if other uploads hold too much
     */
    void hold() {
        share.hold(Comparability.MOST_BYTES
                + besides.getAsLong()
                + readBytes
                + READING_TAKES * unreadBytes
                + copying
                + ARRIVING_TAKES * arriving);
    }

    /**
     * A host that is still to be read.
     *
     * @param bytes how many it has in the body
     * @param reading is called once, by any thread
     * @throws io.drift.core.error.UnavailableException if other uploads hold too much
     */
    void add(long bytes, Supplier<UploadItem> reading) {
        unread.add(reading);
        unreadBytes += bytes;
        copying(0);
        if (unreadBytes >= BYTES_AT_ONCE) {
            readAll();
        }
    }

    private void readAll() {
        List<UploadItem> more;
        READING.lock();
        try {
            more = unread.parallelStream().map(Supplier::get).toList();
        } finally {
            READING.unlock();
        }
        read.addAll(more);
        readBytes += more.stream().mapToLong(UploadItem::size).sum();
        unread.clear();
        unreadBytes = 0;
        copying(0);
    }

    int size() {
        return read.size() + unread.size();
    }

    /** All of them, read. */
    List<UploadItem> all() {
        readAll();
        return List.copyOf(read);
    }
}
