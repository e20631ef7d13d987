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
    /** Shorter names are counted with what comes next. */
    private static final int LONG_NAME = 100;

    private final MetNames names;
    private final Listener listener;

    private int tokens;

    /** Hears what a parser does. */
    interface Listener {

        /** Hears nothing. */
        Listener NONE = () -> {};

        /** A token was read. */
        void token();

        /** A long name is remembered from now on. */
        default void longName() {}
    }

    /**
     * Bounds a parser.
     *
     * @param names of the whole upload
     */
    BoundedTokens(JsonParser parser, MetNames names, Listener listener) {
        super(parser);
        this.names = names;
        this.listener = listener;
    }

    /** What is counted for a host begins again. */
    void beginHost() {
        tokens = 0;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = delegate.nextToken();
        listener.token();
        if (++tokens > MOST_OF_A_HOST) {
            throw new StreamConstraintsException("too many values");
        }
        if (token == JsonToken.FIELD_NAME) {
            String name = delegate.currentName();
            if (names.add(name) && name.length() > LONG_NAME) {
                listener.longName();
            }
        }
        return token;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        JsonToken current = currentToken();
        int depth = current != null && current.isStructStart() ? 1 : 0;
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
