package io.drift.core.profile;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one system after another: {@code tags.<namespace>.<key>} = value. The same tag several times is a
 * multi-valued fact with its values in the order given, repeats kept.
 *
 * <pre>{@code
 * TagRecorder recorder = new TagRecorder(new FactRecorder());
 * recorder.tag("insights-client", "stage", "production");
 * RecordedFacts tags = recorder.end(); // {tags.insights-client.stage=production}
 * }</pre>
 */
public final class TagRecorder {

    /** The group of the facts of all tags. */
    static final String GROUP = "tags";

    private static final String NO_VALUE = "(no value)";

    private final FactRecorder facts;
    private final Map<FactName, List<String>> valuesOf = new LinkedHashMap<>();

    /**
     * A recorder of tags.
     *
     * @param facts where they are written; nobody else records there before {@link #end}
     */
    public TagRecorder(FactRecorder facts) {
        this.facts = facts;
    }

    /**
     * One tag of the current system.
     *
     * @param namespace its namespace; null becomes the text {@code None}, as stored baselines have it (Q4)
     * @param key its key; null as the namespace
     * @param value its value; null or an empty text becomes {@code (no value)}
     */
    public void tag(@Nullable Object namespace, @Nullable Object key, @Nullable Object value) {
        FactName fact = FactName.of(GROUP, member(namespace, key));
        String text = text(value);
        valuesOf.computeIfAbsent(fact, any -> new ArrayList<>(1)).add(text);
    }

    static String member(@Nullable Object namespace, @Nullable Object key) {
        return PythonText.of(namespace) + "." + PythonText.of(key);
    }

    static String text(@Nullable Object value) {
        return value == null || value.equals("") ? NO_VALUE : PythonText.of(value);
    }

    /**
     * Ends this system.
     *
     * @return the facts of its tags
     */
    public RecordedFacts end() {
        valuesOf.forEach((fact, texts) -> {
            if (texts.size() == 1) {
                facts.record(fact, texts.get(0));
            } else {
                facts.record(fact, texts);
            }
        });
        valuesOf.clear();
        return facts.end();
    }
}
