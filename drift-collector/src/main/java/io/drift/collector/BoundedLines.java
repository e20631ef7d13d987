package io.drift.collector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, up to a size that no honest collection reaches. What is no UTF-8 is U+FFFD. */
final class BoundedLines {

    /** A machine with 20,000 packages and 5,000 processes prints about 5 MiB. */
    static final int MOST_BYTES = 16 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    /** The beginning of a line whose end is not in the buffer. */
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    private int place;
    private int filled;
    private long bytes;
    private int number;
    private boolean ended = true;

    BoundedLines(InputStream in) {
        this.in = in;
    }

    /** The number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** Whether the line that was read last has an end; the last one may have none. */
    boolean hasEnd() {
        return ended;
    }

    /**
     * The next line, without its end.
     *
     * @return null behind the last one
     * @throws UnreadableCollectionException if there are more bytes than are read
     */
    @Nullable
    String next() throws IOException {
        begun.reset();
        boolean any = false;
        while (place < filled || fill()) {
            any = true;
            int from = place;
            while (place < filled && buffer[place] != '\n') {
                place++;
            }
            if (place < filled) {
                place++;
                ended = true;
                return line(from, place - 1 - from);
            }
            begun.write(buffer, from, place - from);
        }
        ended = false;
        return any ? line(0, 0) : null;
    }

    private boolean fill() throws IOException {
        place = 0;
        filled = Math.max(in.read(buffer), 0);
        bytes += filled;
        if (bytes > MOST_BYTES) {
            throw new UnreadableCollectionException("there are more than " + (MOST_BYTES >> 20)
                    + " MiB of it: no machine prints so much; collect again, perhaps with --without");
        }
        return filled > 0;
    }

    private String line(int from, int length) {
        number++;
        String text;
        if (begun.size() == 0) {
            text = new String(buffer, from, length, StandardCharsets.UTF_8);
        } else {
            begun.write(buffer, from, length);
            text = begun.toString(StandardCharsets.UTF_8);
        }
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
