package io.drift.json;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Jackson's parser of UTF-8, which can also go past a known text of a list without decoding it. To be asked only behind
 * an item of a list, so that what comes next is a comma or the end.
 */
final class ListParser extends UTF8StreamJsonParser implements Upcoming {

    ListParser(
            IOContext context,
            int features,
            InputStream in,
            @Nullable ObjectCodec codec,
            ByteQuadsCanonicalizer names,
            byte[] buffer,
            int filled) {
        super(context, features, in, codec, names, buffer, 0, filled, 0, true);
    }

    /** How many different names of members it remembers. */
    int rememberedNames() {
        return _symbols.size();
    }

    /** Only what stands in the buffer is seen; the rest is parsed like anything unknown. */
    @Override
    public int agreeing(byte[] expected, int from, int to) {
        if (_tokenIncomplete) {
            return 0;
        }
        int length = Math.min(to - from, _inputEnd - _inputPtr);
        int different = Arrays.mismatch(_inputBuffer, _inputPtr, _inputPtr + length, expected, from, from + length);
        return different < 0 ? length : different;
    }

    @Override
    public void pass(int bytes) {
        _inputPtr += bytes;
    }
}
