package io.drift.core.profile;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be told of a value before anybody reads it. */
final class PlainValue {

    /** Deeper than any profile, and not too deep for a stack. */
    static final int DEEPEST = 200;

    private PlainValue() {}

    static boolean isScalar(@Nullable Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }

    /** Whether a value has an end, and one that is not too deep; one that contains itself has none. */
    static boolean isShallow(@Nullable Object value) {
        return isWithin(value, DEEPEST);
    }

    private static boolean isWithin(@Nullable Object value, int levels) {
        Collection<?> members = membersOf(value);
        if (members == null) {
            return true;
        }
        if (levels == 0) {
            return false;
        }
        for (Object member : members) {
            if (!isWithin(member, levels - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a shallow value is made of scalars, lists and objects only. */
    static boolean isReadable(@Nullable Object value) {
        Collection<?> members = membersOf(value);
        if (members == null) {
            return value == null || isScalar(value);
        }
        for (Object member : members) {
            if (!isReadable(member)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a shallow value says nothing (Q38): null, {@code N/A}, a list without items, an object of such members. */
    static boolean isMissing(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return areMissing(object.values(), false);
        }
        return value == null
                || value instanceof Collection<?> list && areMissing(list, true)
                || value instanceof CharSequence text && Leaves.isMissing(text.toString());
    }

    private static boolean areMissing(Collection<?> members, boolean items) {
        for (Object member : members) {
            if (!(items ? isMissingItem(member) : isMissing(member))) {
                return false;
            }
        }
        return true;
    }

    /** An item counts under its name, even if that is {@code N/A}. */
    static boolean isMissingItem(@Nullable Object item) {
        return !(item instanceof CharSequence) && isMissing(item);
    }

    private static @Nullable Collection<?> membersOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.values();
        }
        return value instanceof Collection<?> list ? list : null;
    }
}
