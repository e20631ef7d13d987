package io.drift.json;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The envelope in which services answer: an object with its items under {@code results}, or under {@code data}. */
final class ResultsReader {

    private ResultsReader() {}

    /**
     * Reads an answer.
     *
     * @param in the answer
     * @param items reads what stands under {@code results} or {@code data}
     * @throws UnreadableJsonException if it has neither, or the wrong thing there
     */
    static <T> T read(InputStream in, DocumentLimits limits, JsonSource.Reading<T> items) throws IOException {
        return read(in, limits, items, (name, member) -> member.skip());
    }

    /** Reads an answer whose other members somebody else reads. */
    static <T> T read(InputStream in, DocumentLimits limits, JsonSource.Reading<T> items, JsonSource.Member others)
            throws IOException {
        return JsonSource.read(in, limits, source -> {
            Envelope<T> envelope = new Envelope<>();
            source.members("the answer", (name, member) -> {
                if (name.equals("results")) {
                    envelope.results = items.read(member);
                } else if (name.equals("data")) {
                    envelope.data = items.read(member);
                } else {
                    others.read(name, member);
                }
            });
            T read = envelope.results != null ? envelope.results : envelope.data;
            if (read == null) {
                throw source.wrongShape("the answer has neither results nor data");
            }
            return read;
        });
    }

    private static final class Envelope<T> {
        @Nullable
        T results;

        @Nullable
        T data;
    }
}
