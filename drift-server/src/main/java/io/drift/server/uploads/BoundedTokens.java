package io.drift.server.uploads;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * A parser that bounds what bytes do not: values take memory, however short they are, and the parser remembers each name
 * that it has met.
 */
final class BoundedTokens extends JsonParserDelegate {

    /** Values, names and brackets of one host. */
    private static final int MOST_OF_A_HOST = 1_000_000;
    /** Of the whole body; a large fleet has a few thousand. */
    private static final int MOST_NAMES = 100_000;

    private static final int BITS = 1 << 18;

    private final Runnable listener;
    /** Which hashes were met. Two names of one hash count as one. */
    private final long[] met = new long[BITS / Long.SIZE];

    private int names;
    private int tokens;

    /**
     * Bounds a parser.
     *
     * @param listener hears of each token, before it is read
     */
    BoundedTokens(JsonParser parser, Runnable listener) {
        super(parser);
        this.listener = listener;
    }

    /** What is counted for a host begins again. */
    void beginHost() {
        tokens = 0;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = delegate.nextToken();
        listener.run();
        if (++tokens > MOST_OF_A_HOST) {
            throw new StreamConstraintsException("too many values");
        }
        if (token == JsonToken.FIELD_NAME && isNew(delegate.currentName()) && ++names > MOST_NAMES) {
            throw new StreamConstraintsException("too many names");
        }
        return token;
    }

    private boolean isNew(String name) {
        int bit = (name.hashCode() * 0x9e3779b9 >>> 7) & (BITS - 1);
        long mask = 1L << bit;
        boolean isNew = (met[bit / Long.SIZE] & mask) == 0;
        met[bit / Long.SIZE] |= mask;
        return isNew;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        int depth = currentToken().isStructStart() ? 1 : 0;
        while (depth > 0) {
            JsonToken token = nextToken();
            if (token == null) {
                return this;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return this;
    }
}
