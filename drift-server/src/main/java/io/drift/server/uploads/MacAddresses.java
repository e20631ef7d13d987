package io.drift.server.uploads;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The MAC addresses by which a machine is known: some of them are enough, and what is no address tells nothing; the
 * comparison shows all as they are.
 */
final class MacAddresses {

    /** A machine with a thousand containers has more, and is known by the first ones. */
    static final int MOST = 1000;

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5,19}");
    /** It remembers no names: they come from users. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Set<String> addresses = new HashSet<>();

    /** In lower case. */
    Set<String> all() {
        return addresses;
    }

    /**
     * Adds those of a list.
     *
     * @param json any value; what is no list has none
     * @throws IOException if a key stands twice in it
     */
    void addListed(byte[] json) throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() == JsonToken.START_ARRAY) {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    add(in);
                }
            }
        }
    }

    /**
     * Adds those of a list of network interfaces.
     *
     * @param json as before
     * @throws IOException if a key stands twice in it
     */
    void addInterfaces(byte[] json) throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() == JsonToken.START_ARRAY) {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    addInterface(in);
                }
            }
        }
    }

    private void addInterface(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean isAddress = in.currentName().equals("mac_address");
            in.nextToken();
            if (isAddress) {
                add(in);
            } else {
                in.skipChildren();
            }
        }
    }

    private void add(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING
                && addresses.size() < MOST
                && ADDRESS.matcher(in.getText()).matches()) {
            addresses.add(in.getText().toLowerCase(Locale.ROOT));
        } else {
            in.skipChildren();
        }
    }
}
