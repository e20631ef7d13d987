package io.drift.server.systems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.registry.store.CaptureDate;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document about a system: members of one's own, then what the machine said of itself, as it is kept. The kept part is
 * never made a tree.
 */
public final class SystemDocument {

    /** Makes nodes and reads what is kept. */
    public static final JsonMapper JSON = new JsonMapper();

    /** How kept content begins. */
    static final String PROFILE = "{\"system_profile\":{";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private SystemDocument() {}

    /** The way time stamps are written in today's inventory. */
    static String stamp(Instant instant) {
        return (instant.getNano() == 0 ? SECONDS : MICROS).format(instant.atOffset(ZoneOffset.UTC));
    }

    static String text(CaptureDate captured) {
        return captured.asGiven() == null ? stamp(captured.instant()) : captured.asGiven();
    }

    static ArrayNode tags(List<Tag> tags) {
        ArrayNode list = JSON.createArrayNode();
        tags.forEach(tag -> list.addObject()
                .put("namespace", tag.namespace())
                .put("key", tag.key())
                .put("value", tag.value()));
        return list;
    }

    /**
     * The document, for a reader: the date stands beside the profile.
     *
     * @param members of the document, beside the profile
     * @param captured when the profile was taken; null if nobody knows
     * @param kept the kept content as it was given
     * @return JSON, as UTF-8
     */
    public static InputStream read(ObjectNode members, @Nullable String captured, byte[] kept) {
        byte[] open = open(members.put("captured_date", captured)).getBytes(StandardCharsets.UTF_8);
        byte[] document = Arrays.copyOf(open, open.length + kept.length - 1);
        System.arraycopy(kept, 1, document, open.length, kept.length - 1);
        return new ByteArrayInputStream(document);
    }

    /**
     * Writes the document. A profile that has nothing stays so: who reads it knows then that there is none.
     *
     * @param ofProfile members that go into the profile, such as its date; not empty
     */
    static void write(ObjectNode members, ObjectNode ofProfile, ProfileContent content, OutputStream out)
            throws IOException {
        out.write(open(members).getBytes(StandardCharsets.UTF_8));
        out.write(PROFILE.substring(1).getBytes(StandardCharsets.UTF_8));
        try (InputStream kept = content.read()) {
            kept.skipNBytes(PROFILE.length());
            int next = kept.read();
            if (next != '}') {
                out.write(open(ofProfile).substring(1).getBytes(StandardCharsets.UTF_8));
            }
            out.write(next);
            kept.transferTo(out);
        }
    }

    /** Whether a kept profile tells a host name itself. */
    static boolean tellsFqdn(ProfileContent content) throws IOException {
        try (InputStream kept = content.read();
                JsonParser in = JSON.createParser(kept)) {
            in.nextToken();
            in.nextToken();
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                if (in.currentName().equals("fqdn")) {
                    return true;
                }
                in.nextToken();
                in.skipChildren();
            }
            return false;
        }
    }

    /** An object that goes on. */
    private static String open(ObjectNode members) {
        String object = members.toString();
        return object.substring(0, object.length() - 1) + ",";
    }
}
