package io.drift.collector.source;

/** How far a package of a Debian system is installed. */
enum DebState {
    /** It is there and works; what waits for a trigger does too. */
    INSTALLED,
    /** It is there in part: unpacked, half installed, half configured. */
    HALF,
    /** It is not there; perhaps files of its configuration are. */
    ABSENT;

    /** The second letter of a line of {@code dpkg -l}. */
    static DebState ofLetter(char letter) {
        return switch (letter) {
            case 'i', 'W', 't' -> INSTALLED;
            case 'H', 'U', 'F' -> HALF;
            default -> ABSENT;
        };
    }

    /** The last word of a {@code Status}, such as {@code install ok installed}. */
    static DebState ofStatus(String status) {
        return switch (status.substring(status.lastIndexOf(' ') + 1)) {
            case "installed", "triggers-awaited", "triggers-pending" -> INSTALLED;
            case "unpacked", "half-installed", "half-configured" -> HALF;
            default -> ABSENT;
        };
    }
}
