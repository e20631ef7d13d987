package io.drift.collector.source;

import io.drift.core.profile.Nevra;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A package as a line of {@code rpm -qa} tells it.
 *
 * @param name such as {@code bash}
 * @param epoch such as {@code 1}; {@code (none)} where rpm says so; null if the line does not tell
 * @param version such as {@code 5.1.8}
 * @param release such as {@code 9.el9}
 * @param arch such as {@code x86_64}; null if the line does not tell, and of a signing key, which has none
 */
record RpmLine(
        String name,
        @Nullable String epoch,
        String version,
        String release,
        @Nullable String arch) {

    private static final String NONE = "(none)";
    private static final String SIGNING_KEY = "gpg-pubkey";
    private static final String EPOCH = "([0-9]+|\\(none\\)|None)";
    /** {@code bash-0:5.1.8-9.el9.x86_64}, or {@code 0:bash-5.1.8-9.el9.x86_64}; behind it a date, of {@code --last}. */
    private static final Pattern ONE_WORD = Pattern.compile("(?:([0-9]+):)?([^\\s:]+)-(?:" + EPOCH
            + ":)?([^\\s:-]+)-([^\\s:-]+?)(?:\\.([a-z][a-z0-9_]*|\\(none\\)))?(?:\\s.*)?");

    private static final String BETWEEN = "[ \\t|,;]+";
    /** {@code bash 0 5.1.8 9.el9 x86_64}, with anything usual between. */
    private static final Pattern FIVE_WORDS = Pattern.compile("([^\\s|,;:]+)" + BETWEEN + EPOCH + BETWEEN
            + "([^\\s|,;:]+)" + BETWEEN + "([^\\s|,;:]+)" + BETWEEN + "([a-z][a-z0-9_]*|\\(none\\))");
    /** No line of a package is longer, and a pattern that looks for a dash takes its time. */
    private static final int LONGEST = 1000;

    static Optional<RpmLine> parse(String line) {
        String text = line.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher words = FIVE_WORDS.matcher(text);
        if (words.matches()) {
            return Optional.of(
                    new RpmLine(words.group(1), words.group(2), words.group(3), words.group(4), words.group(5)));
        }
        Matcher word = ONE_WORD.matcher(text);
        if (!word.matches()) {
            return Optional.empty();
        }
        String epoch = word.group(1) == null ? word.group(3) : word.group(1);
        return Optional.of(new RpmLine(word.group(2), epoch, word.group(4), word.group(5), word.group(6)));
    }

    boolean tellsEpoch() {
        return epoch != null;
    }

    /** Whether nobody but rpm writes packages like this. */
    boolean isOfRpmOnly() {
        return name.equals(SIGNING_KEY)
                || arch != null
                        && Nevra.parse("any-1-1." + arch).map(Nevra::arch).isPresent();
    }

    /** As profiles name it. */
    String nevra() {
        String shown = name + "-" + epochInFront() + version + "-" + release;
        return arch == null || arch.equals(NONE) ? shown : shown + "." + arch;
    }

    private String epochInFront() {
        return epoch == null || epoch.equals(NONE) || epoch.equals("None") ? "" : epoch + ":";
    }
}
