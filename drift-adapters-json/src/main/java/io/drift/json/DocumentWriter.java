package io.drift.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents of any shape, such as the body of a request.
 *
 * <pre>{@code
 * byte[] body = DocumentWriter.write(Map.of("display_name", "golden")); // {"display_name":"golden"}
 * }</pre>
 */
public final class DocumentWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private DocumentWriter() {}

    /**
     * Writes a value.
     *
     * @param plain made of nulls, booleans, numbers, texts, lists and maps with texts as keys; null for JSON's null
     * @return UTF-8
     * @throws IllegalArgumentException if it is made of something else
     */
    public static byte[] write(@Nullable Object plain) {
        try {
            return JSON.writeValueAsBytes(plain);
        } catch (JsonProcessingException odd) {
            throw new IllegalArgumentException("not made of what JSON has", odd);
        }
    }
}
