package io.drift.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Reads documents of the testkit with the same readers as real answers. */
@FunctionalInterface
interface AnswerReader<T> {

    T read(InputStream in) throws IOException;

    /** Reads an answer and takes from it what is wanted. */
    static <T, R> R read(Object answer, AnswerReader<T> reader, Function<T, R> wanted) {
        byte[] bytes = JsonText.of(answer).getBytes(StandardCharsets.UTF_8);
        try {
            return wanted.apply(reader.read(new ByteArrayInputStream(bytes)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the platform would not answer this: " + answer, unreadable);
        }
    }
}
