package io.drift.server.baselines;

import io.drift.core.error.InvalidQueryException;
import io.drift.core.profile.PythonText;
import io.drift.registry.baselines.FactDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the facts of a baseline: whether they have the right form, not whether they keep to the rules. */
public final class FactListReader {

    private static final Set<String> OF_FACT = Set.of("name", "value");
    private static final Set<String> OF_ENTRY = Set.of("name", "value", "values");
    private static final int LONGEST = 100;

    private FactListReader() {}

    /**
     * Reads facts.
     *
     * @param facts made of texts, lists and maps
     * @param place where they stand in the request
     * @throws InvalidQueryException if they have another form; says where
     */
    public static List<FactDraft> read(@Nullable Object facts, String place) {
        return read(facts, place, OF_ENTRY);
    }

    private static List<FactDraft> read(@Nullable Object facts, String place, Set<String> known) {
        if (!(facts instanceof List<?> list)) {
            throw wrongType(facts, "array", place);
        }
        List<FactDraft> drafts = new ArrayList<>();
        for (Object fact : list) {
            drafts.add(draft(fact, place + "." + drafts.size(), known));
        }
        return drafts;
    }

    private static FactDraft draft(@Nullable Object fact, String place, Set<String> known) {
        if (!(fact instanceof Map<?, ?> members)) {
            throw wrongType(fact, "object", place);
        }
        for (Object key : members.keySet()) {
            if (!known.contains(key)) {
                throw new InvalidQueryException(
                        "Additional properties are not allowed (" + shown(key) + " was unexpected) - '" + place + "'");
            }
        }
        if (!members.containsKey("name")) {
            throw new InvalidQueryException("'name' is a required property - '" + place + "'");
        }
        String name = text(members.get("name"), place + ".name");
        List<FactDraft> inside =
                members.containsKey("values") ? read(members.get("values"), place + ".values", OF_FACT) : null;
        if (!members.containsKey("value")) {
            return new FactDraft(name, null, false, inside);
        }
        Object value = members.get("value");
        return value instanceof List<?> several
                ? new FactDraft(name, texts(several, place + ".value"), true, inside)
                : new FactDraft(name, List.of(text(value, place + ".value")), false, inside);
    }

    private static List<String> texts(List<?> values, String place) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(text(value, place + "." + texts.size()));
        }
        return texts;
    }

    private static String text(@Nullable Object value, String place) {
        if (!(value instanceof String text)) {
            throw wrongType(value, "string", place);
        }
        return text;
    }

    private static InvalidQueryException wrongType(@Nullable Object value, String type, String place) {
        return new InvalidQueryException(shown(value) + " is not of type '" + type + "' - '" + place + "'");
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            return value instanceof List<?> ? "a list" : "an object";
        }
        String quoted = PythonText.quoted(value);
        return quoted.length() <= LONGEST ? quoted : quoted.substring(0, LONGEST) + "...";
    }
}
