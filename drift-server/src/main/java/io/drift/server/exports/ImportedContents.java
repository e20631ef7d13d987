package io.drift.server.exports;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.SystemReads;
import io.drift.server.uploads.TokenCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The content of states while they are imported: what a state has had is in the store, and only the rest in memory. */
final class ImportedContents {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final SystemReads store;
    private final OrgId org;
    private final Map<String, ProfileContent> ahead = new HashMap<>();
    private final Map<String, UUID> stateWith = new HashMap<>();

    ImportedContents(SystemReads store, OrgId org) {
        this.store = store;
        this.org = org;
    }

    /**
     * Reads a line with content, from its digest to the end of its document.
     *
     * @return false if the document is missing, or is not what the digest says
     */
    boolean read(JsonParser in) throws IOException {
        String digest = in.getText();
        if (!"document".equals(in.nextFieldName())) {
            return false;
        }
        in.nextToken();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            TokenCopy.copy(in, out);
        }
        ProfileContent content = ProfileContent.of(bytes.toByteArray());
        ahead.put(digest, content);
        return content.digest().equals(digest);
    }

    /** What was read under a digest; null if nothing was. */
    @Nullable
    ProfileContent find(String digest) {
        UUID state = stateWith.get(digest);
        return state == null
                ? ahead.get(digest)
                : store.known(org, state).orElseThrow().content();
    }

    /** A state with the content is in the store. */
    void kept(String digest, UUID state) {
        ahead.remove(digest);
        stateWith.putIfAbsent(digest, state);
    }
}
