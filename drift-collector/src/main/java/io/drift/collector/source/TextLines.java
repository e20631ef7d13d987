package io.drift.collector.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a text of a size that a list or a file of settings may have. */
final class TextLines {

    /** A list of all packages of a machine has about 100 KB. */
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextLines() {}

    /**
     * All lines, without what ends them.
     *
     * @throws UnreadableSourceException if it is too long
     */
    static List<String> of(InputStream in) throws IOException {
        return text(in).lines().toList();
    }

    static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableSourceException("it has more than " + MOST_BYTES / 1024 / 1024
                    + " MiB, which no list of a machine has: give the lists of single machines");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
