package io.drift.clowder;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Settings with which Drift cannot start. The message has a line for each fault, secrets masked.
 *
 * <pre>{@code
 * try {
 *     System.out.println(SettingsLoader.load(System.getenv(), Set.of(Setting.INVENTORY_SVC_URL)));
 * } catch (InvalidSettingsException invalid) {
 *     invalid.faults().forEach(System.err::println);
 * }
 * }</pre>
 */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private final transient List<String> faults;

    private InvalidSettingsException(String message, List<String> faults) {
        super(message);
        this.faults = faults;
    }

    /**
     * Settings that are wrong. Values come from anywhere, and each fault must stay one line.
     *
     * @param faults at least one, secrets masked
     * @return the exception
     */
    public static InvalidSettingsException of(List<String> faults) {
        List<String> lines = faults.stream()
                .map(fault -> CONTROL.matcher(fault).replaceAll(" "))
                .toList();
        return new InvalidSettingsException(String.join("\n", lines), lines);
    }

    /**
     * All that is wrong, not only the first fault.
     *
     * @return at least one line, each with the setting's name, its value (secrets masked) and what is allowed
     */
    public List<String> faults() {
        return faults == null ? List.of(String.valueOf(getMessage())) : faults;
    }
}
