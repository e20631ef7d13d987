package io.drift.collector.source;

import java.util.regex.Pattern;

/**
 * Names and passwords in front of hosts: all up to the last {@code @} before the next slash; or, as a password may have a
 * slash in it, before the next blank, unless what follows the colon is a port. Behind a number may be a password, too: if
 * no host is like what is in front of the colon, or what is behind the {@code @} is like one.
 */
final class UrlUsers {

    private static final String BEGIN = "://";
    private static final Pattern HOST = Pattern.compile("[^\\s/.]*+\\.");

    private UrlUsers() {}

    static String without(String line) {
        StringBuilder kept = new StringBuilder();
        int from = 0;
        int endOfWord = 0;
        int lastAt = -1;
        for (int at = line.indexOf(BEGIN); at >= 0; at = line.indexOf(BEGIN, from)) {
            int begin = at + BEGIN.length();
            if (begin >= endOfWord) {
                endOfWord = endOfWord(line, begin);
                lastAt = line.lastIndexOf('@', endOfWord - 1);
            }
            kept.append(line, from, begin);
            from = lastAt < begin ? begin : host(line, begin, endOfWord, lastAt);
        }
        return kept.append(line, from, line.length()).toString();
    }

    private static int endOfWord(String line, int begin) {
        int end = begin;
        while (end < line.length() && " \t\n\f\r\u000b".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Where a host begins. */
    private static int host(String line, int begin, int endOfWord, int lastAt) {
        int host = begin;
        int colon = -1;
        boolean isPort = true;
        int i = begin;
        for (; i < endOfWord && line.charAt(i) != '/'; i++) {
            char one = line.charAt(i);
            if (one == '@') {
                host = i + 1;
                colon = -1;
                isPort = true;
            } else if (colon >= 0) {
                isPort &= one >= '0' && one <= '9';
            } else if (one == ':') {
                colon = i;
            }
        }
        boolean isLogin = colon >= 0
                && lastAt >= host
                && (!isPort || !isLikeHost(line.substring(host, colon)) || isLikeHost(line.substring(lastAt + 1)));
        return isLogin ? lastAt + 1 : host;
    }

    /** Whether there is a dot in front of the next slash or blank. */
    private static boolean isLikeHost(String text) {
        return HOST.matcher(text).lookingAt();
    }
}
