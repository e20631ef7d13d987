package io.drift.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells whether bytes are ASCII, eight at a time. */
final class Ascii {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private Ascii() {}

    /** Whether all bytes of a part are; those of no part are, too. */
    static boolean isAll(byte[] bytes, int from, int end) {
        int at = from;
        long seen = 0;
        while (at <= end - Long.BYTES) {
            seen |= (long) EIGHT_BYTES.get(bytes, at);
            at += Long.BYTES;
        }
        while (at < end) {
            seen |= bytes[at++];
        }
        return (seen & HIGHEST_BITS) == 0;
    }
}
