package io.drift.collector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
    /** Where the line at which it is stands. */
    private byte[] line = buffer;

    private int from;
    private int length;
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
        return advance() ? text() : null;
    }

    /**
     * Goes to the next line.
     *
     * @return false behind the last one
     * @throws UnreadableCollectionException if there are more bytes than are read
     */
    boolean advance() throws IOException {
        begun.reset();
        boolean any = false;
        while (place < filled || fill()) {
            any = true;
            int begin = place;
            place = endOfLine(begin);
            if (place < filled) {
                place++;
                ended = true;
                set(begin, place - 1 - begin);
                return true;
            }
            begun.write(buffer, begin, place - begin);
        }
        ended = false;
        if (any) {
            set(0, 0);
        }
        return any;
    }

    /** The loop in which most of the time goes, so without fields. */
    private int endOfLine(int begin) {
        byte[] bytes = buffer;
        int end = filled;
        int at = begin;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at;
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

    private void set(int begin, int bytesInBuffer) {
        number++;
        line = buffer;
        from = begin;
        length = bytesInBuffer;
        if (begun.size() > 0) {
            begun.write(buffer, begin, bytesInBuffer);
            line = begun.toByteArray();
            from = 0;
            length = line.length;
        }
        if (length > 0 && line[from + length - 1] == '\r') {
            length--;
        }
    }

    /** The line at which it is. */
    String text() {
        return PrintedText.of(line, from, length);
    }

    /** Whether that line begins with a blank. */
    boolean isIndented() {
        return length > 0 && line[from] == ' ';
    }

    /** How many bytes that line has. */
    int length() {
        return length;
    }

    /** Adds that line, without the blank in front, to the content of a section. */
    void addIndentedTo(SectionContent content) {
        content.add(line, from + 1, length - 1);
    }
}
