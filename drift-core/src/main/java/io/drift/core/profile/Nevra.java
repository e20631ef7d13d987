package io.drift.core.profile;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An RPM package as profiles name it: {@code name-[epoch:]version-release.arch}. Parts may be empty; which oddities
 * are taken as a package, and which are not, is what recorded reports contain.
 *
 * <pre>{@code
 * Nevra bash = Nevra.parse("bash-0:5.1.8-9.el9.x86_64").orElseThrow();
 * String shown = bash.shown(); // 5.1.8-9.el9.x86_64
 * }</pre>
 *
 * @param name such as {@code bash}
 * @param epoch such as {@code 1}; {@code 0} if the text has none
 * @param version such as {@code 5.1.8}
 * @param release such as {@code 9.el9}
 * @param arch such as {@code x86_64}; null if the text has none that is known
 */
public record Nevra(
        String name,
        String epoch,
        String version,
        String release,
        @Nullable String arch) {

    private static final String NO_EPOCH = "0";
    private static final Pattern LEADING_EPOCH = Pattern.compile("[0-9]+:");
    private static final Set<String> ARCHITECTURES =
            Set.of(("x86_64 i386 i486 i586 i686 src ia64 ppc ppc64 s390 s390x amd64 (none) noarch"
                            + " alpha alphaev4 alphaev45 alphaev5 alphaev56 alphaev6 alphaev67 alphaev68 alphaev7"
                            + " alphapca56 arm64 armv5tejl armv5tel armv6l armv7hl armv7hnl armv7l athlon armhfp geode"
                            + " ia32e nosrc ppc64iseries ppc64le ppc64p7 ppc64pseries sh3 sh4 sh4a sparc sparc64"
                            + " sparc64v sparcv8 sparcv9 sparcv9v aarch64")
                    .split(" "));

    /**
     * Reads a package.
     *
     * @param text such as {@code bash-0:5.1.8-9.el9.x86_64}; a leading {@code 1:} is an epoch too
     * @return empty if fewer than two dashes are left when the architecture is off
     */
    public static Optional<Nevra> parse(String text) {
        var leading = LEADING_EPOCH.matcher(text);
        if (!leading.lookingAt()) {
            return split(text, NO_EPOCH);
        }
        return split(text.substring(leading.end()), text.substring(0, leading.end() - 1));
    }

    private static Optional<Nevra> split(String text, String leadingEpoch) {
        char separator = text.lastIndexOf('.') > text.lastIndexOf('-') ? '.' : '-';
        Cut arch = Cut.atLast(separator, text);
        boolean known = arch != null && ARCHITECTURES.contains(arch.right);
        Cut release = Cut.atLast('-', known ? arch.left : text);
        Cut version = release == null ? null : Cut.atLast('-', release.left);
        if (release == null || version == null) {
            return Optional.empty();
        }
        int colon = version.right.indexOf(':');
        String epoch = colon < 0 ? leadingEpoch : version.right.substring(0, colon);
        Nevra nevra = new Nevra(
                version.left, epoch, version.right.substring(colon + 1), release.right, known ? arch.right : null);
        return Optional.of(nevra.withVersionOfOracleAsm());
    }

    /** The names of these packages contain their version; {@code oracleasm-2.6.18-8.el5} is what they are known by. */
    private Nevra withVersionOfOracleAsm() {
        int dash = name.indexOf('-');
        if (!name.startsWith("oracleasm") || !name.endsWith(".el5") || dash < 0) {
            return this;
        }
        return new Nevra(name.substring(0, dash), epoch, name.substring(dash + 1) + "-" + version, release, arch);
    }

    /**
     * What a report shows for an installed package.
     *
     * @return {@code version-release.arch}, each if present
     */
    public String shown() {
        String text = release.isEmpty() ? version : version + "-" + release;
        return arch == null ? text : text + "." + arch;
    }

    /**
     * What a report shows under exact rules (Q30).
     *
     * @return {@link #shown()} with {@code epoch:} in front if it is not 0
     */
    public String shownWithEpoch() {
        return epoch.isEmpty() || epoch.equals(NO_EPOCH) ? shown() : epoch + ":" + shown();
    }

    /** A text cut at its last separator; where that is its very last character, the right part is the whole text. */
    private record Cut(String left, String right) {

        static @Nullable Cut atLast(char separator, String text) {
            int at = text.lastIndexOf(separator);
            if (at < 0) {
                return null;
            }
            return new Cut(text.substring(0, at), at == text.length() - 1 ? text : text.substring(at + 1));
        }
    }
}
