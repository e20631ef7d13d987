package io.drift.clowder;

import java.util.List;

/** Settings with which Drift cannot start. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    InvalidSettingsException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
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
