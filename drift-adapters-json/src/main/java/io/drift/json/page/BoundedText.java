package io.drift.json.page;

import java.nio.charset.StandardCharsets;

/** A text of bounded size: pieces are whole or not there, and behind one without room comes none. */
final class BoundedText {

    private final int mostBytes;
    private final StringBuilder text = new StringBuilder();
    private int bytes;
    private boolean full;

    BoundedText(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whether there was room for the piece. */
    boolean add(String piece) {
        int size = full ? 0 : piece.getBytes(StandardCharsets.UTF_8).length;
        full |= bytes + size > mostBytes;
        if (!full) {
            text.append(piece);
            bytes += size;
        }
        return !full;
    }

    /** Adds a short piece that must be there. */
    void end(String piece) {
        text.append(piece);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
