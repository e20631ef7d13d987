package io.drift.core.profile;

import java.util.Optional;
import java.util.Set;
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
        int colon = endOfNumber(text);
        return colon > 0 && colon < text.length() && text.charAt(colon) == ':'
                ? split(text.substring(colon + 1), text.substring(0, colon))
                : split(text, NO_EPOCH);
    }

    private static int endOfNumber(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** From the end, because a name may contain what separates the parts behind it. */
    private static Optional<Nevra> split(String text, String leadingEpoch) {
        int separator = Math.max(text.lastIndexOf('.'), text.lastIndexOf('-'));
        String arch = separator < 0 ? "" : text.substring(separator + 1);
        boolean known = ARCHITECTURES.contains(arch);
        int end = known ? separator : text.length();
        int releaseDash = text.lastIndexOf('-', end - 1);
        int versionDash = text.lastIndexOf('-', releaseDash - 1);
        if (versionDash < 0) {
            return Optional.empty();
        }
        String release = text.substring(behind(releaseDash, end), end);
        int epochBegin = behind(versionDash, releaseDash);
        int colon = text.indexOf(':', epochBegin);
        boolean hasEpoch = colon >= 0 && colon < releaseDash;
        Nevra nevra = new Nevra(
                text.substring(0, versionDash),
                hasEpoch ? epoch(text, epochBegin, colon) : leadingEpoch,
                text.substring(hasEpoch ? colon + 1 : epochBegin, releaseDash),
                release,
                known ? arch : null);
        return Optional.of(nevra.withVersionOfOracleAsm());
    }

    /** Where a part begins that ends before an end; if that is nothing, all before the end, as recorded reports have it. */
    private static int behind(int dash, int end) {
        return dash == end - 1 ? 0 : dash + 1;
    }

    /** Nearly every package has the epoch 0. */
    private static String epoch(String text, int from, int to) {
        return to - from == 1 && text.charAt(from) == '0' ? NO_EPOCH : text.substring(from, to);
    }

    /** The names of these packages contain their version; {@code oracleasm-2.6.18-8.el5} is what they are known by. */
    private Nevra withVersionOfOracleAsm() {
        int dash = name.indexOf('-');
        if (!name.startsWith("oracleasm") || !name.endsWith(".el5") || dash < 0) {
            return this;
        }
        return new Nevra(name.substring(0, dash), epoch, name.substring(dash + 1) + "-" + version, release, arch);
    }

    /** Whether a text is told by the name and {@link #shownWithEpoch}: no other text, but for an epoch of 0, has the same. */
    boolean tellsAll(String text) {
        String shown = shown();
        int from = text.startsWith(epoch + ":" + name) ? epoch.length() + 1 : 0;
        int behindName = from + name.length() + 1;
        int beforeShown = text.length() - shown.length();
        return behindName <= beforeShown
                && text.startsWith(name + "-", from)
                && text.endsWith(shown)
                && version.indexOf(':') < 0
                && tellsEpoch(text.substring(behindName, beforeShown), from > 0);
    }

    private boolean tellsEpoch(String inFrontOfVersion, boolean inFrontOfName) {
        boolean told = inFrontOfName || epoch.equals(NO_EPOCH);
        return told && inFrontOfVersion.isEmpty()
                || !inFrontOfName && !epoch.isEmpty() && inFrontOfVersion.equals(epoch + ":");
    }

    /**
     * What a report shows for an installed package.
     *
     * @return {@code version-release.arch}, each if present
     */
    public String shown() {
        if (!release.isEmpty() && arch != null) {
            return version + "-" + release + "." + arch;
        }
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
}
