package io.drift.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A text that ends with a line end, whatever is written: else what the shell prints next would stand behind it. */
final class WholeLines extends FilterOutputStream {

    private byte last = '\n';

    WholeLines(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        last = (byte) octet;
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        out.write(octets, from, length);
        if (length > 0) {
            last = octets[from + length - 1];
        }
    }

    /** Ends the last line, if it has not ended yet. */
    void end() throws IOException {
        if (last != '\n') {
            write('\n');
        }
        flush();
    }
}
