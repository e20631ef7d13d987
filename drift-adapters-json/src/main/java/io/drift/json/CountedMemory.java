package io.drift.json;

import io.drift.core.fact.MemoryShare;
import java.util.concurrent.atomic.AtomicLong;

/** Memory that several threads take for one request. What was taken beyond counts as taken nevertheless. */
final class CountedMemory implements MemoryShare {

    private static final int BYTES_OF_A_MEBIBYTE = 1 << 20;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    CountedMemory(long most) {
        this.most = most;
    }

    @Override
    public void take(long bytes) {
        if (taken.addAndGet(bytes) > most && bytes > 0) {
            throw new ExceededException(
                    "what is read for one request takes more than " + most / BYTES_OF_A_MEBIBYTE + " MiB of memory");
        }
    }
}
