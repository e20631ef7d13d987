package io.drift.collector.source;

import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file without what may be secret, by the rules of {@code collect.sh}: what is left of a file is the same,
 * whichever way it came.
 */
final class ScrubbedText {

    private static final Pattern COMMENT = Pattern.compile("\\s*+[#;].*");
    /** Behind a setting. A number is none: {@code #1} is a part of names. */
    private static final Pattern COMMENT_BEHIND = Pattern.compile("\\s#(?:[^0-9].*)?$");

    private static final Pattern PROCESS = Pattern.compile("[0-9]++ \\(.*\\) [0-9]++");
    private static final Pattern BEGIN_KEY = Pattern.compile(".*-----BEGIN [A-Z0-9 ]*PRIVATE KEY.*");
    private static final Pattern END_KEY = Pattern.compile(".*-----END.*");
    private static final Pattern PLAIN = Pattern.compile("Vulnerability .*");
    private static final Pattern SWITCH =
            Pattern.compile("[^=:]*+[=:]\\s*+\"?(?:[01]|yes|no|true|false|on|off)\"?\\s*+");
    /** How many namespaces of users there may be is no name of a user. */
    private static final Pattern NAMESPACES =
            Pattern.compile("\\s*+[a-z./]*max_user_namespaces\\s*+[=:]\\s*+[0-9]++\\s*+");

    private static final Pattern GPG_KEY = Pattern.compile("\\s*+gpgkey\\s*+=.*");
    private static final Pattern SECRET = Pattern.compile(ScrubbedLine.WORD, Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile("key[\"']?+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z_ -]*+");
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern PAIR = Pattern.compile("\\s*+(\\S++)\\s++\\S++");
    private static final Pattern PAIR_KEY =
            Pattern.compile("(?:pass(?:w(?:or)?d|phrase)|secret|token)$", Pattern.CASE_INSENSITIVE);
    /** No line of settings is longer. */
    private static final int LONGEST = 1 << 16;

    private final StringBuilder kept = new StringBuilder();
    private boolean inKey;
    private boolean dropped;
    private boolean goesOn;
    private int leftOut;

    private ScrubbedText() {}

    /**
     * Leaves out what may be secret.
     *
     * @param leftOut is told how many lines are not there, comments apart
     */
    static String of(String text, IntConsumer leftOut) {
        ScrubbedText scrubbed = new ScrubbedText();
        text.lines().forEach(scrubbed::add);
        leftOut.accept(scrubbed.leftOut);
        return scrubbed.kept.toString();
    }

    private void add(String line) {
        inKey |= BEGIN_KEY.matcher(line).matches();
        if (inKey) {
            inKey = !END_KEY.matcher(line).matches();
            leftOut++;
        } else if (!continues(line)) {
            dropped = false;
            addWhole(line);
        }
    }

    /** Whether a line is part of a value that was dropped; an empty one is not, and a comment ends no value. */
    private boolean continues(String line) {
        if (!dropped) {
            return false;
        }
        boolean isContinued = goesOn;
        goesOn = line.endsWith("\\");
        if (!isContinued && line.isBlank()) {
            kept.append('\n');
            return true;
        }
        return isContinued
                || Character.isWhitespace(line.charAt(0))
                || COMMENT.matcher(line).matches();
    }

    private void addWhole(String line) {
        if (COMMENT.matcher(line).matches()) {
            return;
        }
        if (line.length() > LONGEST) {
            leftOut++;
        } else if (PLAIN.matcher(line).matches()) {
            kept.append(line).append('\n');
        } else {
            addSetting(withoutComment(line));
        }
    }

    private void addSetting(String line) {
        if (SWITCH.matcher(line).matches() || NAMESPACES.matcher(line).matches()) {
            kept.append(UrlUsers.without(line)).append('\n');
        } else if (GPG_KEY.matcher(line).matches()) {
            kept.append(ScrubbedLine.inQueries(line)).append('\n');
        } else if (isSecret(line)) {
            dropped = true;
            goesOn = line.endsWith("\\");
            leftOut++;
        } else {
            kept.append(ScrubbedLine.of(line)).append('\n');
        }
    }

    /** A line without the comment behind its setting; names of processes are whole. */
    static String withoutComment(String line) {
        return PROCESS.matcher(line).matches()
                ? line
                : COMMENT_BEHIND.matcher(line).replaceFirst("");
    }

    static boolean isPrivateKey(String text) {
        return text.lines().anyMatch(line -> BEGIN_KEY.matcher(line).matches());
    }

    /** A key at the beginning of a line: one word, or several of letters; or two words, of which the first is the key. */
    private static boolean isSecret(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != '=' && line.charAt(end) != ':') {
            end++;
        }
        String key = line.substring(0, end).strip();
        boolean isKey = end < line.length()
                && (!BLANK.matcher(key).find() || LETTERS.matcher(key).matches())
                && (SECRET.matcher(key).find() || KEY.matcher(key).find());
        Matcher pair = PAIR.matcher(line);
        return isKey || pair.matches() && PAIR_KEY.matcher(pair.group(1)).find();
    }
}
