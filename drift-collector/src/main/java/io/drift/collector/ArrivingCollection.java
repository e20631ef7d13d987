package io.drift.collector;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;

/**
 * A collection while it is printed. It ends with its last line: what is left running on a machine may hold the stream open
 * for as long as it likes.
 *
 * <pre>{@code
 * ArrivingCollection arrived = ArrivingCollection.read(process.getInputStream());
 * if (arrived.hasEnd()) {
 *     Collection collection = Collection.parse(new ByteArrayInputStream(arrived.bytes()));
 * }
 * }</pre>
 *
 * @param bytes what was printed, whatever it is; of what is too large, a little more than {@link Collection#MOST_BYTES}
 * @param hasEnd whether the last line is there
 */
public record ArrivingCollection(byte[] bytes, boolean hasEnd) {

    /** A stream, and what was read of it. */
    private static final class Copied extends FilterInputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Copied(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer) throws IOException {
            int read = in.read(buffer);
            bytes.write(buffer, 0, Math.max(read, 0));
            return read;
        }
    }

    /**
     * Reads up to the last line, or to the end of a stream that has none.
     *
     * @param in is not closed; if it fails, what came before counts
     * @return what arrived
     */
    public static ArrivingCollection read(InputStream in) {
        Copied copied = new Copied(in);
        boolean hasEnd;
        try {
            hasEnd = readToLastLine(new BoundedLines(copied));
        } catch (IOException failed) {
            hasEnd = false;
        }
        return new ArrivingCollection(copied.bytes.toByteArray(), hasEnd);
    }

    private static boolean readToLastLine(BoundedLines lines) throws IOException {
        String last = null;
        for (String line = lines.next(); line != null; line = lines.next()) {
            Matcher first = CollectionParser.FIRST_LINE.matcher(line);
            if (last == null) {
                last = first.find() ? first.group(2) + " complete " : null;
            } else if (lines.hasEnd() && line.startsWith(last)) {
                return true;
            }
        }
        return false;
    }
}
