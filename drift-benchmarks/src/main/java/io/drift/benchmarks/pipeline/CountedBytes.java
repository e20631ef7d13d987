package io.drift.benchmarks.pipeline;

import java.io.OutputStream;

/** Takes a report and keeps nothing but how many bytes it had. */
final class CountedBytes extends OutputStream {

    private long count;

    @Override
    public void write(int one) {
        count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        count += length;
    }

    /** All bytes so far. */
    long count() {
        return count;
    }
}
