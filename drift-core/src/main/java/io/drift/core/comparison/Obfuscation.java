package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.Reading;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values that a system hid before it uploaded them: its name and its IPv4 addresses (Q17). Read exactly, only
 * what looks like nothing else counts as hidden, and only as a whole (Q40).
 */
final class Obfuscation {

    /** No column. Not to be changed. */
    static final BitSet NONE = new BitSet(0);

    private static final FactName FQDN = FactName.of("fqdn");
    private static final String INTERFACES = "network_interfaces";
    private static final String HIDDEN_NETWORK = "10.230.230.";
    private static final String BETWEEN = ", ";
    private static final int MOST_DIGITS = 3;
    private static final String HIDDEN_DOMAIN = ".example.com";
    private static final Pattern HIDDEN_ADDRESS = Pattern.compile(Pattern.quote(HIDDEN_NETWORK) + "[0-9]{1,3}");
    private static final Pattern HIDDEN_NAME = Pattern.compile("(host[0-9]+|[0-9a-f]{12})\\.example\\.com");

    private static final Obfuscation ARCHIVED = new Obfuscation(
            name -> name.startsWith("host"),
            addresses -> addresses.contains(HIDDEN_NETWORK)
                    && HIDDEN_ADDRESS.matcher(addresses).find());
    private static final Obfuscation EXACT = new Obfuscation(
            name -> name.endsWith(HIDDEN_DOMAIN) && HIDDEN_NAME.matcher(name).matches(), Obfuscation::isHiddenAmong);

    private final Predicate<String> hiddenName;
    private final Predicate<String> hiddenAddress;

    private Obfuscation(Predicate<String> hiddenName, Predicate<String> hiddenAddress) {
        this.hiddenName = hiddenName;
        this.hiddenAddress = hiddenAddress;
    }

    /** What counts as hidden in profiles of a reading. */
    static Obfuscation of(Reading reading) {
        return reading == Reading.EXACT ? EXACT : ARCHIVED;
    }

    /** The columns whose value is hidden. Not to be changed. */
    BitSet in(FactRow row) {
        Predicate<String> hidden = hiddenIn(row.name());
        if (hidden == null) {
            return NONE;
        }
        BitSet columns = new BitSet(row.columns());
        for (int column = 0; column < row.columns(); column++) {
            FactValue value = row.value(column);
            if (value != null && isAnyOf(value, hidden)) {
                columns.set(column);
            }
        }
        return columns;
    }

    /** Whether one of some addresses, of which each but the last has a comma and a blank behind it, is hidden. */
    private static boolean isHiddenAmong(String addresses) {
        int from = addresses.indexOf(HIDDEN_NETWORK);
        while (from >= 0) {
            int end = addresses.indexOf(BETWEEN, from);
            int to = end < 0 ? addresses.length() : end;
            boolean begins = from == 0 || addresses.startsWith(BETWEEN, from - BETWEEN.length());
            if (begins && isNumber(addresses, from + HIDDEN_NETWORK.length(), to)) {
                return true;
            }
            from = addresses.indexOf(HIDDEN_NETWORK, from + 1);
        }
        return false;
    }

    private static boolean isNumber(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to && to - from <= MOST_DIGITS;
    }

    private static boolean isAnyOf(FactValue value, Predicate<String> hidden) {
        return value instanceof FactValue.Text single
                ? hidden.test(single.text())
                : value.texts().stream().anyMatch(hidden);
    }

    private @Nullable Predicate<String> hiddenIn(FactName fact) {
        if (fact.isMember()) {
            // the group first: it is one object for all its members, and so is at hand
            boolean addresses = INTERFACES.equals(fact.group()) && fact.member().endsWith(".ipv4_addresses");
            return addresses ? hiddenAddress : null;
        }
        return fact.equals(FQDN) ? hiddenName : null;
    }
}
