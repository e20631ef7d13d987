package io.drift.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A stream that fails with a {@link CharacterCodingException} where it is not UTF-8. Jackson lets some of that through,
 * such as letters that take more bytes than they need. A piece that is not all ASCII is decoded, and dropped.
 */
final class StrictUtf8 extends FilterInputStream {

    private static final int PIECE = 1 << 13;
    private static final int LONGEST_CHARACTER = 4;

    /** Null as long as everything was ASCII. */
    private @Nullable Decoding decoding;

    /** Decodes what is not all ASCII. */
    private static final class Decoding {

        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer dropped = CharBuffer.allocate(PIECE);
        /** What was read and not decoded yet: the beginning of a character may wait for its end. */
        private final ByteBuffer waiting = ByteBuffer.allocate(PIECE + LONGEST_CHARACTER);

        boolean isAmidCharacter() {
            return waiting.position() > 0;
        }

        void decode(byte[] bytes, int from, int length, boolean isEnd) throws CharacterCodingException {
            waiting.put(bytes, from, length).flip();
            CoderResult result;
            do {
                result = decoder.decode(waiting, dropped.clear(), isEnd);
                if (result.isError()) {
                    result.throwException();
                }
            } while (result.isOverflow());
            waiting.compact();
        }
    }

    StrictUtf8(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, Math.min(length, PIECE));
        boolean amid = decoding != null && decoding.isAmidCharacter();
        if (!amid && (read <= 0 || Ascii.isAll(into, from, from + read))) {
            return read;
        }
        decoding = decoding == null ? new Decoding() : decoding;
        decoding.decode(into, from, Math.max(0, read), read < 0);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return Math.max(0, read(new byte[PIECE], 0, (int) Math.min(bytes, PIECE)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
