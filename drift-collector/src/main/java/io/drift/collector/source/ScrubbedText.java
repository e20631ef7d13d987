package io.drift.collector.source;

import java.util.regex.Pattern;

/**
 * The text of a file without what may be secret, by the rules of {@code collect.sh}: what is left of a file is the same,
 * whichever way it came.
 */
final class ScrubbedText {

    private static final String WORD = "(?:pass|pwd|psk|secret|token|credential|cookie|user_?name|authorization)";
    private static final String NO_SPACE = "[^=:\\s]";
    private static final String LETTERS = "[A-Za-z_ -]";
    private static final String IN_NAME = "[A-Za-z0-9_.-]";
    private static final Pattern COMMENT = Pattern.compile("\\s*[#;].*");
    private static final Pattern BEGIN_KEY = Pattern.compile(".*-----BEGIN [A-Z0-9 ]*PRIVATE KEY.*");
    private static final Pattern END_KEY = Pattern.compile(".*-----END.*");
    private static final Pattern PLAIN = Pattern.compile("Vulnerability .*");
    private static final Pattern SWITCH =
            Pattern.compile(".*[=:]\\s*\"?(?:[01]|yes|no|true|false|on|off)\"?\\s*|\\s*gpgkey\\s*=.*");
    private static final Pattern SECRET_KEY = Pattern.compile(
            "\\s*(?:" + NO_SPACE + "*" + WORD + NO_SPACE + "*|" + LETTERS + "*" + WORD + LETTERS + "*|" + NO_SPACE
                    + "*key[\"']?|" + LETTERS + "*key)\\s*[=:].*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_PAIR =
            Pattern.compile("\\s*\\S*(?:pass(?:w(?:or)?d|phrase)|secret|token)\\s+\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile(
            "(^|[^A-Za-z0-9_.-])(" + IN_NAME + "*(?:" + WORD + "|key)" + IN_NAME
                    + "*=|user=)(?:\"[^\"]*\"|'[^']*'|[^\\],;&\\s]*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEARER = Pattern.compile("([Bb]earer|[Bb]asic)\\s+[A-Za-z0-9+/=._~-]{8,}");
    private static final Pattern USER = Pattern.compile("://[^\\s/]*@");
    private static final Pattern PASSWORD = Pattern.compile("://[^\\s/:@]*:[^\\s/]*[^0-9/\\s]\\S*@");
    /** No line of settings is longer; some patterns take their time on what is endless. */
    private static final int LONGEST = 10_000;

    private final StringBuilder kept = new StringBuilder();
    private boolean inKey;
    private boolean dropped;

    private ScrubbedText() {}

    static String of(String text) {
        ScrubbedText scrubbed = new ScrubbedText();
        text.lines().forEach(scrubbed::add);
        return scrubbed.kept.toString();
    }

    private void add(String line) {
        inKey |= BEGIN_KEY.matcher(line).matches();
        boolean isContinued = dropped && !line.isEmpty() && Character.isWhitespace(line.charAt(0));
        if (inKey) {
            inKey = !END_KEY.matcher(line).matches();
        } else if (!isContinued && line.length() <= LONGEST) {
            dropped = false;
            addWhole(line);
        }
    }

    private void addWhole(String line) {
        if (COMMENT.matcher(line).matches()) {
            return;
        }
        if (PLAIN.matcher(line).matches()) {
            kept.append(line).append('\n');
        } else if (SWITCH.matcher(line).matches()) {
            kept.append(withoutUsers(line)).append('\n');
        } else if (SECRET_KEY.matcher(line).matches()
                || SECRET_PAIR.matcher(line).matches()) {
            dropped = true;
        } else {
            String withoutValues = VALUE.matcher(line).replaceAll("$1$2***");
            kept.append(withoutUsers(BEARER.matcher(withoutValues).replaceAll("$1 ***")))
                    .append('\n');
        }
    }

    private static String withoutUsers(String line) {
        return PASSWORD.matcher(USER.matcher(line).replaceAll("://")).replaceAll("://");
    }
}
