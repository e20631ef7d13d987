package io.drift.collector.source;

import java.util.regex.Pattern;

/** Knows by its name what may be a secret, as {@code collect.sh} does, so that no report shows it. */
final class Secrets {

    private static final Pattern NAME = Pattern.compile(
            ".*(?:pass|pwd|psk|secret|token|credential|cookie|authorization|http_?header).*|.*key(?:-data)?",
            Pattern.CASE_INSENSITIVE);
    /** A switch is none, whatever its name. */
    private static final Pattern SWITCH =
            Pattern.compile("|[01]|yes|no|true|false|on|off|null", Pattern.CASE_INSENSITIVE);

    /** Stands for what is secret within a list or a text. */
    static final String MASK = "***";

    private Secrets() {}

    static boolean isSecret(String name, String value) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return NAME.matcher(last).matches() && !SWITCH.matcher(value).matches();
    }

    /** A value without the secrets within it, such as those of options and the name and password of its URLs. */
    static String scrubbed(String value) {
        return ScrubbedText.isPrivateKey(value) ? MASK : ScrubbedLine.of(value);
    }

    /** Says how many lines are not there; nobody should take them for lines that are the same. */
    static void tell(int lines, Findings found) {
        if (lines > 0) {
            found.remark(lines + (lines == 1 ? " line" : " lines") + " that may hold a secret "
                    + (lines == 1 ? "was" : "were") + " left out");
        }
    }
}
