package io.drift.server.uploads;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A host as it is read from an upload: its profile is copied as it is, without the date; of what stands beside, what says
 * who it is.
 */
final class HostCopy {

    /** Half of a character has no bytes of its own, so it stays the escape that it was. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    /** More than 500 tags have. */
    private static final int MOST_TOKENS_OF_A_MEMBER = 10_000;

    private static final JsonMapper MEMBERS = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS_OF_A_MEMBER)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final byte[] NOTHING = {};
    private static final String SYSTEM_PROFILE = "system_profile";
    private static final String CAPTURED_DATE = "captured_date";
    private static final String LOOKED_AT = "looked_at";
    /** What a profile tells of who it is. */
    private static final Set<String> IDENTITY = Set.of("fqdn", "network_interfaces", CAPTURED_DATE);

    private static final Set<String> READ = Set.of(
            "id",
            "insights_id",
            "machine_id",
            "subscription_manager_id",
            "bios_uuid",
            "fqdn",
            "mac_addresses",
            "display_name",
            "reporter",
            "tags",
            "updated",
            CAPTURED_DATE,
            LOOKED_AT);

    private final Map<String, byte[]> beside = new HashMap<>();
    private final Map<String, byte[]> ofProfile = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> twice = new ArrayList<>();
    private final Amount ofTheProfile = new Amount();
    /** What says who it is stands in the profile, too. */
    private final Amount ofIdentity = new Amount();

    private final ByteArrayOutputStream profile = new Bytes(ofTheProfile);
    private final int mostBytes;
    private final LongConsumer holds;

    private long length;

    /** How many bytes were copied. */
    private static final class Amount {
        private long bytes;
    }

    private HostCopy(int mostBytes, LongConsumer holds) {
        this.mostBytes = mostBytes;
        this.holds = holds;
    }

    /**
     * Copies the host at which the parser stands, up to its end.
     *
     * @param mostBytes of a host that has more in the body, not all is copied
     * @param holds is told how many bytes the copy holds while it grows
     */
    static HostCopy read(JsonParser in, int mostBytes, LongConsumer holds) throws IOException {
        HostCopy host = new HostCopy(mostBytes, holds);
        long begin = place(in.currentTokenLocation());
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            host.member(name, in);
        }
        host.length = place(in.currentLocation()) - begin;
        return host;
    }

    /** In UTF-16 and UTF-32 the parser counts characters, each of which has two bytes or more. */
    private static long place(JsonLocation location) {
        return Math.max(location.getByteOffset(), 2 * location.getCharOffset());
    }

    private void member(String name, JsonParser in) throws IOException {
        if (!READ.contains(name) && !name.equals(SYSTEM_PROFILE)) {
            in.skipChildren();
            return;
        }
        if (!seen.add(name)) {
            twice.add(name);
        }
        if (name.equals(SYSTEM_PROFILE) && in.currentToken() == JsonToken.START_OBJECT && profile.size() == 0) {
            copyProfile(in);
        } else if (!name.equals(SYSTEM_PROFILE)) {
            beside.put(name, bytes(in));
        } else {
            in.skipChildren();
        }
    }

    private void copyProfile(JsonParser in) throws IOException {
        try (JsonGenerator out = JSON.createGenerator(profile, JsonEncoding.UTF8)) {
            out.writeStartObject();
            Set<String> names = new HashSet<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (!names.add(name)) {
                    twice.add(name);
                }
                if (IDENTITY.contains(name)) {
                    copyIdentity(name, bytes(in), out);
                } else {
                    out.writeFieldName(name);
                    TokenCopy.copy(in, out);
                }
            }
            out.writeEndObject();
        }
    }

    private void copyIdentity(String name, byte[] value, JsonGenerator out) throws IOException {
        ofProfile.put(name, value);
        if (!name.equals(CAPTURED_DATE)) {
            out.writeFieldName(name);
            try (JsonParser copied = JSON.createParser(value)) {
                copied.nextToken();
                TokenCopy.copy(copied, out);
            }
        }
    }

    private byte[] bytes(JsonParser in) throws IOException {
        ByteArrayOutputStream bytes = new Bytes(ofIdentity);
        try (JsonGenerator out = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            TokenCopy.copy(in, out);
        }
        return bytes.toByteArray();
    }

    /** How many bytes the host had in the body; of one in UTF-32, half of them. */
    long length() {
        return length;
    }

    /** A part of the copy. Escapes make it three times as long as it was in the body, and no longer. */
    private final class Bytes extends ByteArrayOutputStream {

        private static final int ESCAPED = 3;
        /** The old bytes, and twice as many new ones. */
        private static final int WHILE_IT_GROWS = 3;

        private final Amount amount;

        Bytes(Amount amount) {
            this.amount = amount;
        }

        @Override
        public void write(byte[] more, int from, int count) {
            amount.bytes += count;
            if (amount.bytes <= (long) ESCAPED * mostBytes) {
                holds.accept(WHILE_IT_GROWS * (ofTheProfile.bytes + ofIdentity.bytes));
                super.write(more, from, count);
            }
        }
    }

    /** What is kept: the profile without its date, and what its maker looked at. */
    byte[] content() throws WrongHostException {
        if (profile.size() == 0) {
            throw new WrongHostException("it has no system_profile that is an object");
        }
        for (String name : twice) {
            throw new WrongHostException("\"" + name + "\" stands twice in it");
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream(profile.size() + 64);
        write("{\"" + SYSTEM_PROFILE + "\":", content);
        content.writeBytes(profile.toByteArray());
        byte[] lookedAt = beside.get(LOOKED_AT);
        if (lookedAt != null) {
            write(",\"" + LOOKED_AT + "\":", content);
            content.writeBytes(lookedAt);
        }
        write("}", content);
        return content.toByteArray();
    }

    private static void write(String text, ByteArrayOutputStream out) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A member beside the profile; missing if there is none. */
    JsonNode beside(String name) throws WrongHostException {
        return tree(name, beside.get(name));
    }

    /** A part of the profile that says who it is; missing if there is none. */
    JsonNode ofProfile(String name) throws WrongHostException {
        return tree(name, ofProfile.get(name));
    }

    /** The MAC addresses that it tells, in lower case. */
    Set<String> macAddresses() throws WrongHostException {
        MacAddresses addresses = new MacAddresses();
        try {
            addresses.addListed(beside.getOrDefault("mac_addresses", NOTHING));
            addresses.addInterfaces(ofProfile.getOrDefault("network_interfaces", NOTHING));
            return addresses.all();
        } catch (IOException repeated) {
            throw new WrongHostException("a list of network interfaces has a key in it that stands twice");
        }
    }

    private static JsonNode tree(String name, byte @Nullable [] json) throws WrongHostException {
        try {
            return json == null ? MEMBERS.missingNode() : MEMBERS.readTree(json);
        } catch (StreamConstraintsException tooMuch) {
            throw new WrongHostException("\"" + name + "\" has too much in it");
        } catch (IOException repeated) {
            throw new WrongHostException("\"" + name + "\" has a key in it that stands twice");
        }
    }
}
