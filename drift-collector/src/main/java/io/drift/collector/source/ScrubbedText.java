package io.drift.collector.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file without what may be secret, by the rules of {@code collect.sh}: what is left of a file is the same,
 * whichever way it came.
 */
final class ScrubbedText {

    private static final String WORD = "(?:pass|pwd|psk|secret|token|credential|cookie|user_?name|authorization)";
    private static final String IN_NAME = "[A-Za-z0-9_.-]";
    private static final Pattern COMMENT = Pattern.compile("\\s*+[#;].*");
    private static final Pattern BEGIN_KEY = Pattern.compile(".*-----BEGIN [A-Z0-9 ]*PRIVATE KEY.*");
    private static final Pattern END_KEY = Pattern.compile(".*-----END.*");
    private static final Pattern PLAIN = Pattern.compile("Vulnerability .*");
    private static final Pattern SWITCH =
            Pattern.compile("[^=:]*+[=:]\\s*+\"?(?:[01]|yes|no|true|false|on|off)\"?\\s*+");
    private static final Pattern GPG_KEY = Pattern.compile("\\s*+gpgkey\\s*+=.*");
    private static final Pattern SECRET = Pattern.compile(WORD, Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile("key[\"']?+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z_ -]*+");
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern PAIR = Pattern.compile("\\s*+(\\S++)\\s++\\S++");
    private static final Pattern PAIR_KEY =
            Pattern.compile("(?:pass(?:w(?:or)?d|phrase)|secret|token)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASSIGNED = Pattern.compile("(?<!" + IN_NAME + ")" + IN_NAME + "++=");
    private static final Pattern NAME = Pattern.compile(WORD + "|key|^user=", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"|'[^']*+'");
    private static final Pattern IN_OPTIONS = Pattern.compile("[^\\],\\s]*+");
    private static final Pattern IN_QUERY = Pattern.compile("[^\\],;&\\s]*+");
    private static final Pattern ARGUMENT = Pattern.compile("(?<!\\S)(-" + IN_NAME + "*+)(\\s++)\\S++");
    private static final Pattern LOGIN = Pattern.compile("(?<!\\S)((?:-u|--user|--proxy-user)\\s++[^\\s:]*+):\\S++");
    private static final Pattern SHARE = Pattern.compile("((?<!\\S)//|#|=\\s*+)[^\\s/@:=#]{1,100}+:[^\\s/@]{0,100}+@");
    private static final Pattern BEARER = Pattern.compile("([Bb]earer|[Bb]asic)\\s++[A-Za-z0-9+/=._~-]{8,}+");
    /** No line of settings is longer. */
    private static final int LONGEST = 1 << 16;

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
            kept.append(UrlUsers.without(line)).append('\n');
        } else if (GPG_KEY.matcher(line).matches()) {
            kept.append(UrlUsers.without(withoutValues(line, true))).append('\n');
        } else if (isSecret(line)) {
            dropped = true;
        } else {
            kept.append(inLine(line)).append('\n');
        }
    }

    /** A text that has no name of its own, without what may be secret within it. */
    static String inLine(String text) {
        String logins =
                LOGIN.matcher(withoutArguments(withoutValues(text, false))).replaceAll("$1:***");
        String values = withoutValues(SHARE.matcher(logins).replaceAll("$1"), true);
        return UrlUsers.without(BEARER.matcher(values).replaceAll("$1 ***"));
    }

    /** Whether a word, such as {@code --api-token}, says that the next is secret. */
    static boolean isSecretArgument(String word) {
        return word.startsWith("-")
                && word.indexOf('=') < 0
                && !BLANK.matcher(word).find()
                && NAME.matcher(word).find();
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

    /** What ends a value of a query is part of one elsewhere. */
    private static String withoutValues(String line, boolean inQuery) {
        StringBuilder values = new StringBuilder();
        Matcher name = ASSIGNED.matcher(line);
        int from = 0;
        for (int at = 0; at <= line.length() && name.find(at); ) {
            boolean isInQuery = name.start() > 0 && "?&;".indexOf(line.charAt(name.start() - 1)) >= 0;
            at = name.end();
            if (isInQuery == inQuery && NAME.matcher(name.group()).find()) {
                values.append(line, from, at).append("***");
                from = endOfValue(line, at, inQuery ? IN_QUERY : IN_OPTIONS);
                at = from;
            }
        }
        return values.append(line, from, line.length()).toString();
    }

    private static int endOfValue(String line, int begin, Pattern form) {
        Matcher plain = form.matcher(line).region(begin, line.length());
        Matcher quoted = QUOTED.matcher(line).region(begin, line.length());
        int end = plain.lookingAt() ? plain.end() : begin;
        return quoted.lookingAt() ? Math.max(end, quoted.end()) : end;
    }

    private static String withoutArguments(String line) {
        return ARGUMENT.matcher(line).replaceAll(argument -> {
            boolean isSecret = NAME.matcher(argument.group(1)).find();
            return Matcher.quoteReplacement(
                    isSecret ? argument.group(1) + argument.group(2) + "***" : argument.group());
        });
    }
}
