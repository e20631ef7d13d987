package io.drift.collector.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read; what is skipped is read, too. Knows whether it ended as a tar does. */
final class CountedStream extends FilterInputStream {

    private static final int BUFFER = 1 << 16;
    /** A whole tar ends with zeros; one that was cut between two files looks whole otherwise. */
    private static final int END_OF_TAR = 512;

    private final Counter counter;
    private long zeros;

    /** Hears how many bytes were read. */
    @FunctionalInterface
    interface Counter {
        void count(int length) throws IOException;
    }

    CountedStream(InputStream in, Counter counter) {
        super(in);
        this.counter = counter;
    }

    boolean endedAsTar() {
        return zeros >= END_OF_TAR;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) {
            counter.count(read);
            countZeros(into, from, read);
        }
        return read;
    }

    private void countZeros(byte[] read, int from, int length) {
        int last = length;
        while (last > 0 && read[from + last - 1] == 0) {
            last--;
        }
        zeros = last == 0 ? zeros + length : length - last;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] nowhere = new byte[(int) Math.min(Math.max(bytes, 0), BUFFER)];
        return nowhere.length == 0 ? 0 : Math.max(read(nowhere, 0, nowhere.length), 0);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
