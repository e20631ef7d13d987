package io.drift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A machine that is reached by ssh. None of its parts can be taken for an option or has a character that means something
 * to a shell.
 *
 * @param user who logs in; null for whom the configuration of ssh names
 * @param host its name, its address, or an alias of the configuration
 * @param port where it listens; null for the port that the configuration names
 */
record SshHost(@Nullable String user, String host, @Nullable Integer port) {

    static final String PREFIX = "ssh:";

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.\\\\-]*\\$?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*|[0-9A-Fa-f:.]+(%[A-Za-z0-9]+)?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Pattern FORM = Pattern.compile("(?:([^@]*)@)?(?:\\[([^\\]]*)\\]|([^\\[\\]:]*))(?::(.*))?");
    private static final int LAST_PORT = 65_535;

    /** Checks the parts. */
    SshHost {
        if (user != null && !USER.matcher(user).matches()
                || !HOST.matcher(host).matches()
                || port != null && (port < 1 || port > LAST_PORT)) {
            throw new IllegalArgumentException("no host of ssh");
        }
    }

    static boolean isOne(String word) {
        return word.startsWith(PREFIX);
    }

    /**
     * A word of the command line.
     *
     * @param word {@code ssh:[user@]host[:port]}; an IPv6 address stands in brackets
     * @throws CannotCompareException if it is none
     */
    static SshHost parse(String word) {
        Matcher form = FORM.matcher(word.substring(PREFIX.length()));
        if (isOne(word)
                && form.matches()
                && (form.group(4) == null || PORT.matcher(form.group(4)).matches())) {
            String host = form.group(2) == null ? form.group(3) : form.group(2);
            Integer port = form.group(4) == null ? null : Integer.valueOf(form.group(4));
            try {
                return new SshHost(form.group(1), host, port);
            } catch (IllegalArgumentException odd) {
                throw refused(word);
            }
        }
        throw refused(word);
    }

    private static CannotCompareException refused(String word) {
        return new CannotCompareException(
                "'" + word + "' is no machine: write ssh:[USER@]HOST[:PORT], as in ssh:web-1");
    }

    /** The words for ssh that say where to go; {@code --} ends its options. */
    List<String> destination() {
        List<String> words = new ArrayList<>();
        if (port != null) {
            words.addAll(List.of("-p", port.toString()));
        }
        words.add("--");
        words.add(user == null ? host : user + "@" + host);
        return words;
    }

    /** As it was written, without the prefix. */
    @Override
    public String toString() {
        String address = port != null && host.contains(":") ? "[" + host + "]" : host;
        return (user == null ? "" : user + "@") + address + (port == null ? "" : ":" + port);
    }
}
