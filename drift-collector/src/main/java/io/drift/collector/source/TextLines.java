package io.drift.collector.source;

import io.drift.collector.PrintedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of a text of a size that a list or a file of settings may have. */
final class TextLines {

    /** A list of all packages of a machine has about 100 KB. */
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final Map<Charset, byte[]> WIDE = Map.of(
            StandardCharsets.UTF_16LE, new byte[] {(byte) 0xff, (byte) 0xfe},
            StandardCharsets.UTF_16BE, new byte[] {(byte) 0xfe, (byte) 0xff});

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
        return text(bytes);
    }

    /** A text without its byte order mark, which tells of UTF-16 too: what a shell of Windows writes into a file is that. */
    static String text(byte[] bytes) {
        Optional<Charset> wide = WIDE.keySet().stream()
                .filter(charset -> bytes.length >= 2 && Arrays.equals(bytes, 0, 2, WIDE.get(charset), 0, 2))
                .findFirst();
        String text = wide.map(charset -> new String(bytes, charset)).orElseGet(() -> PrintedText.of(bytes));
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
