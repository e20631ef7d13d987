package io.drift.server.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.registry.systems.UploadOutcome;
import io.drift.server.uploads.UploadItem;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What became of the hosts of one upload, as an answer: each with a status of its own. */
final class UploadAnswer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SEVERAL = 207;

    private final ArrayNode data = JSON.createArrayNode();
    private int errors;

    private UploadAnswer() {}

    /**
     * The answer.
     *
     * @param items all hosts in their order
     * @param outcomes of those among them that could be read, in their order
     */
    static UploadAnswer of(List<UploadItem> items, List<UploadOutcome> outcomes) {
        UploadAnswer answer = new UploadAnswer();
        Iterator<UploadOutcome> next = outcomes.iterator();
        for (UploadItem item : items) {
            UploadItem.Fault fault = item.fault();
            UploadOutcome outcome = fault == null ? next.next() : UploadOutcome.rejected(fault.reason());
            answer.add(outcome, fault != null && fault.tooLarge());
        }
        return answer;
    }

    private void add(UploadOutcome outcome, boolean tooLarge) {
        UUID id = outcome.id();
        int status = tooLarge ? 413 : status(outcome.kind());
        errors += status < 400 ? 0 : 1;
        data.addObject()
                .put("status", status)
                .put("outcome", outcome.kind().name().toLowerCase(Locale.ROOT))
                .put("id", id == null ? null : id.toString())
                .put("reason", outcome.reason());
    }

    private static int status(UploadOutcome.Kind kind) {
        return switch (kind) {
            case CREATED -> 201;
            case UPDATED, UNCHANGED, RENAMED, REINSTALLED, ADDED_TO_HISTORY -> 200;
            case REJECTED -> 400;
        };
    }

    /** One document has its own status; several have theirs beside them. */
    int status() {
        return data.size() == 1 ? data.get(0).path("status").asInt() : SEVERAL;
    }

    byte[] body() {
        ObjectNode body = JSON.createObjectNode().put("total", data.size()).put("errors", errors);
        body.set("data", data);
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
