package io.drift.core.policy;

import io.drift.core.fact.FactName;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Chooses facts by their names, as policies do. In the whole name, {@code *} stands for any characters, dots too, and capital letters count. A
 * pattern without a dot chooses the members of such groups too.
 *
 * <pre>{@code
 * boolean isPackage = FactPattern.of("installed_packages").chooses(FactName.of("installed_packages.bash"));
 * }</pre>
 *
 * @param text any text
 * @param longest the longest part without a {@code *}, which each name has in it that is chosen: most are told apart by that
 */
public record FactPattern(String text, String longest) {

    private static final char ANY = '*';

    /**
     * A pattern.
     *
     * @param text any text, such as {@code network_interfaces.*.mtu}
     * @return chooses what it matches
     */
    public static FactPattern of(String text) {
        String longest = Stream.of(text.split("\\*"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return new FactPattern(text, longest);
    }

    /**
     * Whether it chooses a fact.
     *
     * @param fact its name
     * @return true for the whole name, and for the group if there is no dot in the pattern
     */
    public boolean chooses(FactName fact) {
        return chooses(fact, fact.toString());
    }

    /** Whether it has no {@code *}, so that it chooses one name alone. */
    boolean isName() {
        return text.indexOf(ANY) < 0;
    }

    private boolean takesMembers() {
        return text.indexOf('.') < 0;
    }

    /**
     * What each fact that it chooses begins with.
     *
     * @return the text before the first dot; empty if there is a {@code *} before it, or no dot
     */
    String top() {
        int dot = text.indexOf('.');
        return dot < 0 || text.lastIndexOf(ANY, dot) >= 0 ? "" : text.substring(0, dot);
    }

    /**
     * Whether it chooses a fact.
     *
     * @param name the whole name of the fact
     */
    boolean chooses(FactName fact, String name) {
        return name.contains(longest) && (matches(name) || takesMembers() && fact.isMember() && matches(fact.top()));
    }

    /** Goes back to the last {@code *} at most, so that no pattern takes longer than its length times that of the name. */
    private boolean matches(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int afterStar = 0;
        while (in < name.length()) {
            if (at < text.length() && text.charAt(at) == ANY) {
                star = at++;
                afterStar = in;
            } else if (at < text.length() && text.charAt(at) == name.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++afterStar;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == ANY) {
            at++;
        }
        return at == text.length();
    }
}
