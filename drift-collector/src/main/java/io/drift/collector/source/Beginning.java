package io.drift.collector.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The first bytes of a file, which tell what it is.
 *
 * @param text without a byte order mark
 * @param lines the first of them that are whole and not blank
 * @param isArchive whether it is an archive, packed or not
 * @param isPacked whether it is packed, whatever is in it
 */
record Beginning(String text, List<String> lines, boolean isArchive, boolean isPacked) {

    /** How many bytes are looked at. */
    static final int LENGTH = 64 * 1024;

    private static final int LINES = 200;
    /** A list may have a few lines of something else, such as a warning. */
    private static final double MOST = 0.8;

    private static final Pattern JSON = Pattern.compile("\\s*(?:\\{|\\[\\s*(?:[\\[{\"\\]0-9-]|true|false|null|$))");
    private static final Pattern COMMENT = Pattern.compile("\\s*[#;]");

    /**
     * Looks at a file and leaves it as it was.
     *
     * @param in can be marked
     */
    static Beginning of(InputStream in) throws IOException {
        in.mark(LENGTH + 1);
        byte[] bytes = in.readNBytes(LENGTH);
        in.reset();
        return of(bytes);
    }

    static Beginning of(byte[] bytes) {
        String unmarked = TextLines.text(bytes);
        boolean isCut = bytes.length >= LENGTH;
        int end = isCut ? Math.max(0, unmarked.lastIndexOf('\n')) : unmarked.length();
        List<String> lines = unmarked.substring(0, end)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
        return new Beginning(unmarked, lines, Packing.isArchive(bytes), Packing.of(bytes) != Packing.PLAIN);
    }

    /** Whether most of its lines are of a kind. */
    boolean mostly(Predicate<String> kind) {
        long fitting = lines.stream().filter(kind).count();
        return fitting > 0 && fitting >= MOST * lines.size();
    }

    /** Whether there are lines, and all of them are comments. */
    boolean isOnlyComments() {
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> COMMENT.matcher(line).lookingAt());
    }

    /** Whether it can only be JSON, if it is anything that is text. */
    boolean isJson() {
        return isJson(text);
    }

    /** A bracket also begins a section of settings, and the warnings of some tools. */
    static boolean isJson(String text) {
        return JSON.matcher(text).lookingAt();
    }
}
