package io.drift.collector.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code dmidecode} prints: blocks of a title and fields. Serial numbers are left where they are. */
final class DmidecodeOutput {

    private static final Map<String, String> NAMES = Map.of(
            "BIOS Information/Vendor", "bios_vendor",
            "BIOS Information/Version", "bios_version",
            "BIOS Information/Release Date", "bios_date",
            "System Information/Manufacturer", "sys_vendor",
            "System Information/Product Name", "product_name",
            "System Information/Version", "product_version",
            "Base Board Information/Manufacturer", "board_vendor",
            "Base Board Information/Product Name", "board_name");

    private static final String ABSENT = "Not Specified";

    private DmidecodeOutput() {}

    /** As {@code name=value}; empty if it could not look. */
    static Optional<String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        String title = "";
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                title = line.strip();
            } else if (colon > 0) {
                String name = NAMES.get(title + "/" + line.substring(0, colon).strip());
                String value = line.substring(colon + 1).strip();
                if (name != null && !value.isEmpty() && !value.equals(ABSENT)) {
                    fields.putIfAbsent(name, value);
                }
            }
        }
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
