package io.drift.server.uploads;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;

/** Copies JSON without space between, and numbers digit by digit: nothing is rounded, no key that stands twice is lost. */
public final class TokenCopy {

    private TokenCopy() {}

    /**
     * Copies the value at which the parser stands, up to its end.
     *
     * @param from stands at the first token of a value
     * @param to receives it
     * @throws EOFException if the value has no end
     * @throws IOException if what is read is no JSON, or either fails
     */
    public static void copy(JsonParser from, JsonGenerator to) throws IOException {
        int depth = 0;
        for (JsonToken token = from.currentToken(); token != null; token = from.nextToken()) {
            copyToken(token, from, to);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0 && token != JsonToken.FIELD_NAME) {
                return;
            }
        }
        throw new EOFException("the document is cut off");
    }

    private static void copyToken(JsonToken token, JsonParser from, JsonGenerator to) throws IOException {
        if (token.isNumeric()) {
            to.writeNumber(from.getText());
        } else {
            to.copyCurrentEvent(from);
        }
    }
}
