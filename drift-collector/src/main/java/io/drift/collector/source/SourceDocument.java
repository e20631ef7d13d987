package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A machine in a file, as a document that {@code SystemReader} reads.
 *
 * <pre>{@code
 * for (SourceDocument machine : read.documents()) {
 *     systems.readFile(new ByteArrayInputStream(machine.json()));
 * }
 * }</pre>
 *
 * @param content a host with its {@code system_profile}; where somebody wrote one by hand, also a profile or a baseline
 */
public record SourceDocument(ObjectNode content) {

    /**
     * What the file calls it.
     *
     * @return null if it does not
     */
    public @Nullable String name() {
        JsonNode name = content.path("display_name");
        return name.isTextual() ? name.textValue() : null;
    }

    /**
     * The document for a reader.
     *
     * @return JSON, as UTF-8
     */
    public byte[] json() {
        return content.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return content.toString();
    }
}
