package io.drift.server.web;

import io.drift.core.profile.PythonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sent, as a message quotes it. Nothing longer than 200 characters is quoted as a whole, or converted to
 * find out how long it is; of lists, ten entries.
 */
final class Quoted {

    private static final int LONGEST = 200;
    private static final int MOST = 10;
    /** Each of these bits is more than a quarter of a digit. */
    private static final int LARGEST_BITS = 4 * LONGEST;

    private Quoted() {}

    /** A value with quotes around texts; of a long one its beginning, or what it is. */
    static String value(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() <= LONGEST ? PythonText.quoted(text) : PythonText.quoted(beginning(text));
        }
        if (leastLength(value, LONGEST) > LONGEST) {
            return description(value);
        }
        String quoted = PythonText.quoted(value);
        return quoted.length() <= LONGEST ? quoted : description(value);
    }

    /** A text; of a long one its beginning. */
    static String text(String text) {
        return text.length() <= LONGEST ? text : beginning(text);
    }

    /** Texts separated by commas; of many the first. */
    static String list(List<String> texts) {
        String shown = texts.stream().limit(MOST).map(Quoted::text).collect(Collectors.joining(","));
        return texts.size() <= MOST ? shown : shown + " and " + (texts.size() - MOST) + " more";
    }

    private static String beginning(String text) {
        return text.substring(0, LONGEST) + "...";
    }

    private static String description(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            return "a list of " + items.size() + " entries";
        }
        return value instanceof Map<?, ?> members
                ? "an object of " + members.size() + " members"
                : "a number of many digits";
    }

    /** How long the text of a value is at least; looks no further than needed to know that it is too long. */
    private static int leastLength(@Nullable Object value, int enough) {
        int length = 1;
        if (value instanceof String text) {
            return text.length();
        } else if (value instanceof BigInteger number) {
            return number.bitLength() > LARGEST_BITS ? enough + 1 : 1;
        } else if (value instanceof BigDecimal number) {
            return number.unscaledValue().bitLength() > LARGEST_BITS ? enough + 1 : 1;
        } else if (value instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                length += leastLength(member.getKey(), enough - length);
                length += length > enough ? 1 : leastLength(member.getValue(), enough - length);
                if (length > enough) {
                    break;
                }
            }
        } else if (value instanceof Collection<?> items) {
            for (Object item : items) {
                length += leastLength(item, enough - length);
                if (length > enough) {
                    break;
                }
            }
        }
        return length;
    }
}
