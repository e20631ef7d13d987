package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Users and groups: tables with tabs between their fields, of which the first is a name. */
final class Accounts {

    private Accounts() {}

    /**
     * A table.
     *
     * @param key of the profile
     * @param fields what stands behind the name
     */
    static SectionReader into(String key, String... fields) {
        return (section, host) -> {
            ArrayNode accounts = host.profile().putArray(key);
            boolean understood = true;
            for (String line : section.content().split("\n")) {
                String[] values = line.split("\t", -1);
                if (values.length <= fields.length) {
                    understood &= line.isBlank();
                    continue;
                }
                ObjectNode account = accounts.addObject().put("name", values[0]);
                for (int i = 0; i < fields.length; i++) {
                    account.put(fields[i], values[i + 1]);
                }
            }
            return understood;
        };
    }
}
