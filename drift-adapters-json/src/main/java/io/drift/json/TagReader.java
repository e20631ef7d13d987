package io.drift.json;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.TagRecorder;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads tags as the inventory answers them.
 *
 * <pre>{@code
 * Map<String, RecordedFacts> tags = TagReader.readTags(in);
 * RecordedFacts ofSystem = tags.getOrDefault(id, RecordedFacts.NONE);
 * }</pre>
 */
public final class TagReader {

    private static final Set<String> FIELDS = Set.of("namespace", "key", "value");

    private TagReader() {}

    /**
     * Reads an answer of {@code /hosts/{ids}/tags}.
     *
     * @param in the answer, UTF-8
     * @return the facts of the tags by the id of their system, as written in the answer
     * @throws UnreadableJsonException if it is not JSON or has another shape
     * @throws IOException if {@code in} fails
     */
    public static Map<String, RecordedFacts> readTags(InputStream in) throws IOException {
        return readTags(in, DocumentLimits.NONE);
    }

    /**
     * As {@link #readTags(InputStream)}, up to limits.
     *
     * @param in the answer, UTF-8
     * @param limits how much is read
     * @return as there
     * @throws UnreadableJsonException as there, and if there is more
     * @throws IOException if {@code in} fails
     */
    public static Map<String, RecordedFacts> readTags(InputStream in, DocumentLimits limits) throws IOException {
        TagRecorder recorder = new TagRecorder(new FactRecorder().within(limits.memory()));
        return ResultsReader.read(in, limits, source -> {
            Map<String, RecordedFacts> tags = new LinkedHashMap<>();
            source.members("results", (id, list) -> {
                list.document(false, of -> {
                    if (!of.isNull()) {
                        of.items("the tags of a system", tag -> readTag(tag, recorder));
                    }
                });
                tags.put(id, recorder.end());
            });
            return tags;
        });
    }

    private static void readTag(JsonSource source, TagRecorder recorder) throws IOException {
        TextFields tag = TextFields.read("a tag", FIELDS, source);
        recorder.tag(tag.get("namespace"), tag.get("key"), tag.get("value"));
    }
}
