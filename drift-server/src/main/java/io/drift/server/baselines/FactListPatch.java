package io.drift.server.baselines;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.drift.core.error.InvalidQueryException;
import io.drift.registry.baselines.FactDraft;
import io.drift.registry.store.BaselineEntry;
import io.fabric8.zjsonpatch.JsonPatch;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Changes of the facts of a baseline, as a JSON patch (RFC 6902) of the document that they are. */
public final class FactListPatch implements Function<List<BaselineEntry>, List<FactDraft>> {

    /** The only operation that makes much of little. */
    private static final String COPY = "copy";

    private static final int MOST_COPIES = 100;
    private static final int LARGEST = 1 << 20;

    private final ArrayNode operations;

    private FactListPatch(ArrayNode operations) {
        this.operations = operations;
    }

    /**
     * A patch.
     *
     * @param operations in their order
     * @throws InvalidQueryException if there are too many that copy
     */
    public static FactListPatch of(List<? extends Map<?, ?>> operations) {
        ArrayNode patch = BaselineJson.JSON.valueToTree(operations);
        long copies =
                operations.stream().filter(one -> COPY.equals(one.get("op"))).count();
        if (copies > MOST_COPIES) {
            throw new InvalidQueryException("a patch may copy " + MOST_COPIES + " times at most");
        }
        return new FactListPatch(patch);
    }

    /**
     * The changed facts.
     *
     * @throws InvalidQueryException if the patch does not fit, or does not leave a list of facts
     */
    @Override
    public List<FactDraft> apply(List<BaselineEntry> facts) {
        JsonNode document = BaselineJson.facts(facts);
        ArrayNode next = BaselineJson.JSON.createArrayNode();
        int copied = 0;
        for (JsonNode operation : operations) {
            if (operation.path("op").asText().equals(COPY)) {
                document = patched(document, next);
                next.removeAll();
                copied += sizeOf(operation.path("from").asText(), document);
                if (copied > LARGEST) {
                    throw new InvalidQueryException("attempted to save fact list over " + LARGEST + " bytes");
                }
            }
            next.add(operation);
        }
        return FactListReader.read(plain(patched(document, next)), "baseline_facts");
    }

    private static int sizeOf(String pointer, JsonNode document) {
        try {
            return document.at(JsonPointer.compile(pointer)).toString().length();
        } catch (IllegalArgumentException none) {
            throw unable();
        }
    }

    private static Object plain(JsonNode document) {
        return BaselineJson.JSON.convertValue(document, Object.class);
    }

    private static JsonNode patched(JsonNode document, ArrayNode operations) {
        if (operations.isEmpty()) {
            return document;
        }
        try {
            return JsonPatch.apply(operations, document);
        } catch (RuntimeException doesNotFit) {
            // the library throws several types for patches of a wrong form, and those of the JVM for some
            throw unable();
        }
    }

    private static InvalidQueryException unable() {
        return new InvalidQueryException("unable to apply patch to baseline");
    }
}
