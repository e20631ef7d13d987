package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRow;
import java.util.BitSet;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the values that a system hid before it uploaded them: its name and its IPv4 addresses (Q17). */
final class Obfuscation {

    private static final FactName FQDN = FactName.of("fqdn");
    private static final String HIDDEN_HOST = "host";
    private static final String HIDDEN_NETWORK = "10.230.230.";
    private static final Pattern HIDDEN_ADDRESS = Pattern.compile(Pattern.quote(HIDDEN_NETWORK) + "[0-9]{1,3}");
    /** No column. Not to be changed. */
    static final BitSet NONE = new BitSet(0);

    private Obfuscation() {}

    /** The columns whose value is hidden. Not to be changed. */
    static BitSet in(FactRow row) {
        if (!mayBeHidden(row.name())) {
            return NONE;
        }
        BitSet hidden = new BitSet(row.columns());
        for (int column = 0; column < row.columns(); column++) {
            hidden.set(column, isHidden(row.name(), row.text(column)));
        }
        return hidden;
    }

    private static boolean mayBeHidden(FactName fact) {
        return fact.isMember()
                ? fact.member().endsWith(".ipv4_addresses") && Objects.equals(fact.group(), "network_interfaces")
                : fact.equals(FQDN);
    }

    private static boolean isHidden(FactName fact, @Nullable String text) {
        if (text == null) {
            return false;
        }
        if (!fact.isMember()) {
            return text.startsWith(HIDDEN_HOST);
        }
        return text.contains(HIDDEN_NETWORK) && HIDDEN_ADDRESS.matcher(text).find();
    }
}
