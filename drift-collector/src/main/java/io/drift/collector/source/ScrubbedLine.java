package io.drift.collector.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that has no name of its own, without what may be secret within it; by the rules of {@code collect.sh}. */
final class ScrubbedLine {

    /** Words that make a name that of a secret. */
    static final String WORD = "(?:pass|pwd|psk|secret|token|credential|cookie|user_?name|authorization|http_?header)";

    private static final String IN_NAME = "[A-Za-z0-9_.-]";
    /** In fstab and mounts a blank within a word is a number. */
    private static final String BLANK = "(?:\\s|\\\\0(?:40|11))";

    private static final String BEGIN = "(?:^|(?<=\\s|\\\\040|\\\011))";
    private static final Pattern ASSIGNED = Pattern.compile("(?<!" + IN_NAME + ")" + IN_NAME + "++=");
    private static final Pattern ONE_WORD = Pattern.compile("\\S++");
    private static final Pattern NAME = Pattern.compile(WORD + "|key|^user=", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNED =
            Pattern.compile("(?:.*[_.-])?(?:auth|sig|signature|jwt|pw)=", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER_NAME = Pattern.compile(WORD + "|key|auth", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"|'[^']*+'");
    private static final Pattern IN_OPTIONS = Pattern.compile("[^\\],\\s]*+");
    private static final Pattern IN_QUERY = Pattern.compile("[^\\],;&\\s]*+");
    private static final Pattern HEADER_QUOTED = Pattern.compile("([\"'])(" + IN_NAME + "++:)[^\"']++");
    private static final Pattern HEADER_ARGUMENT =
            Pattern.compile("((?:-H|--header|--proxy-header)(?:" + BLANK + "|=)*+)(" + IN_NAME + "++:)[^\"'\\s]++");
    private static final Pattern HEADER_ESCAPED =
            Pattern.compile("((?<!" + IN_NAME + "))(" + IN_NAME + "++:)\\\\0(?:40|11)\\S++");
    private static final Pattern HEADER = Pattern.compile("((?<!" + IN_NAME + "))(" + IN_NAME + "++:)\\s++[^\"']++");
    private static final Pattern ARGUMENT = Pattern.compile(BEGIN + "((-" + IN_NAME + "*+)" + BLANK + "++)\\S++");
    private static final Pattern SSHPASS = Pattern.compile("(sshpass" + BLANK + "++-p)" + BLANK + "*+\\S++");
    private static final Pattern LOGIN =
            Pattern.compile(BEGIN + "((?:-u|--user|--proxy-user)" + BLANK + "++[^\\s:]*+):\\S++");
    private static final Pattern SHARE = Pattern.compile("((?<!\\S)//|#|=\\s*+)[^\\s/@:=#]{1,100}+:[^\\s/@]{0,100}+@");
    private static final Pattern BEARER = Pattern.compile(
            "(bearer)\\s++[A-Z0-9+/=._~-]++|(basic)\\s++[A-Z0-9+/=._~-]{4,}+", Pattern.CASE_INSENSITIVE);

    private ScrubbedLine() {}

    static String of(String text) {
        return inQueries(inArguments(inHeaders(text)));
    }

    /** Only what stands in the URLs of a text. */
    static String inQueries(String text) {
        return UrlUsers.without(withoutValues(text, true));
    }

    /** Whether a word, such as {@code --api-token}, says that the next is secret. */
    static boolean isSecretArgument(String word) {
        return word.startsWith("-")
                && word.indexOf('=') < 0
                && ONE_WORD.matcher(word).matches()
                && NAME.matcher(word).find();
    }

    private static String inHeaders(String text) {
        String escaped = headers(HEADER_ESCAPED, headers(HEADER_QUOTED, text, ""), "");
        return headers(HEADER, headers(HEADER_ARGUMENT, escaped, ""), " ");
    }

    private static String headers(Pattern form, String text, String blank) {
        return replaced(
                form,
                text,
                header -> HEADER_NAME.matcher(header.group(2)).find()
                        ? header.group(1) + header.group(2) + blank + "***"
                        : header.group());
    }

    private static String inArguments(String text) {
        String arguments = replaced(
                ARGUMENT,
                withoutValues(text, false),
                argument -> NAME.matcher(argument.group(2)).find() ? argument.group(1) + "***" : argument.group());
        String logins =
                LOGIN.matcher(SSHPASS.matcher(arguments).replaceAll("$1***")).replaceAll("$1:***");
        return BEARER.matcher(SHARE.matcher(logins).replaceAll("$1")).replaceAll("$1$2 ***");
    }

    private interface Replacement {
        String of(Matcher found);
    }

    private static String replaced(Pattern form, String text, Replacement replacement) {
        StringBuilder kept = new StringBuilder();
        Matcher found = form.matcher(text);
        while (found.find()) {
            found.appendReplacement(kept, Matcher.quoteReplacement(replacement.of(found)));
        }
        return found.appendTail(kept).toString();
    }

    /** What ends a value of a query is part of one elsewhere. */
    private static String withoutValues(String line, boolean inQuery) {
        StringBuilder values = new StringBuilder();
        Matcher name = ASSIGNED.matcher(line);
        int from = 0;
        for (int at = 0; at <= line.length() && name.find(at); ) {
            boolean isInQuery = name.start() > 0 && "?&;".indexOf(line.charAt(name.start() - 1)) >= 0;
            at = name.end();
            if (isInQuery == inQuery && isSecret(name.group(), inQuery)) {
                values.append(line, from, at).append("***");
                from = endOfValue(line, at, inQuery ? IN_QUERY : IN_OPTIONS);
                at = from;
            }
        }
        return values.append(line, from, line.length()).toString();
    }

    private static boolean isSecret(String name, boolean inQuery) {
        return NAME.matcher(name).find() || inQuery && SIGNED.matcher(name).matches();
    }

    private static int endOfValue(String line, int begin, Pattern form) {
        Matcher plain = form.matcher(line).region(begin, line.length());
        Matcher quoted = QUOTED.matcher(line).region(begin, line.length());
        int end = plain.lookingAt() ? plain.end() : begin;
        return quoted.lookingAt() ? Math.max(end, quoted.end()) : end;
    }
}
