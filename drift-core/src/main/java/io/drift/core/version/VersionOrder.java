package io.drift.core.version;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order versions of packages are, by who wrote them. It compares versions as facts show them: an architecture at
 * the end does not count, nor how often a version is installed, {@code 2 x} in front.
 *
 * <pre>{@code
 * VersionOrder order = VersionOrder.ofDistribution("RHEL");
 * boolean isOlder = order.compare("3.0.7-27.el9.x86_64", "3.0.7-28.el9.x86_64") < 0; // true
 * }</pre>
 */
public enum VersionOrder implements Comparator<String> {
    /** That of rpm, see {@link RpmVersion}. */
    RPM("rhel red hat centos fedora rocky alma oracle scientific suse amazon openeuler"),
    /** That of dpkg, see {@link DebianVersion}. */
    DEBIAN("debian ubuntu mint kali raspbian devuan"),
    /** That of apk, see {@link ApkVersion}. */
    APK("alpine wolfi chainguard postmarketos"),
    /** Which of the others, the versions tell, see {@link #among}. */
    AUTO("");

    private static final Set<String> ONLY_DEBIAN =
            Set.of("amd64", "all", "arm64", "armel", "armhf", "mips64el", "ppc64el");
    private static final Set<String> OTHER_ARCHITECTURES =
            Set.of(("x86_64 aarch64 noarch i386 i486 i586 i686 ppc ppc64 ppc64le s390 s390x armv7 armv7hl armv7l src"
                            + " riscv64 loong64 loongarch64 x86 (none)")
                    .split(" "));

    private static final String TIMES = " x ";

    private final List<String> distributions;

    VersionOrder(String distributions) {
        this.distributions = List.of(distributions.split(" "));
    }

    /**
     * The order of a distribution.
     *
     * @param name what it calls itself, such as {@code RHEL} or {@code Debian GNU/Linux}; null if that is not known
     * @return {@link #AUTO} if the distribution is not known
     */
    public static VersionOrder ofDistribution(@Nullable String name) {
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        for (VersionOrder order : List.of(RPM, DEBIAN, APK)) {
            for (String distribution : order.distributions) {
                if (lower.contains(distribution)) {
                    return order;
                }
            }
        }
        return AUTO;
    }

    /**
     * The one order for some versions that are compared with each other.
     *
     * @param versions as facts show them
     * @return this one; in place of {@link #AUTO}, that of dpkg if an architecture is written as Debian does, that of apk if
     *     all end with a revision as apk writes it, {@code -r0}, else that of rpm
     */
    public VersionOrder among(Collection<String> versions) {
        if (this != AUTO) {
            return this;
        }
        boolean apk = !versions.isEmpty();
        for (String version : versions) {
            if (ONLY_DEBIAN.contains(architecture(version))) {
                return DEBIAN;
            }
            apk &= hasRevisionOfApk(version);
        }
        return apk ? APK : RPM;
    }

    private static boolean hasRevisionOfApk(String shown) {
        String version = version(shown);
        int revision = version.lastIndexOf("-r") + 2;
        return revision > 2
                && revision < version.length()
                && new OrderKey(version).endOfDigits(revision) == version.length();
    }

    /** Without what stands in front of {@code x}, and behind the last dot if that is known as an architecture. */
    private static String version(String shown) {
        String arch = architecture(shown);
        boolean known = ONLY_DEBIAN.contains(arch) || OTHER_ARCHITECTURES.contains(arch);
        int times = shown.indexOf(TIMES);
        return shown.substring(
                times < 0 ? 0 : times + TIMES.length(), shown.length() - (known ? arch.length() + 1 : 0));
    }

    private static String architecture(String shown) {
        int dot = shown.lastIndexOf('.');
        return dot < 0 ? "" : shown.substring(dot + 1);
    }

    /**
     * Compares two versions of a package.
     *
     * @return less than 0 if the first is older, more than 0 if it is newer; 0, too, for versions that are written
     *     differently and of which none is newer. Over more than two versions, only the order that they have
     *     {@link #among} them is sure to be one order
     */
    @Override
    public int compare(String one, String other) {
        VersionOrder definite = among(List.of(one, other));
        return definite.key(one).compareTo(definite.key(other));
    }

    /** Texts that compare as the versions do. */
    String key(String shown) {
        String version = version(shown);
        if (this == DEBIAN) {
            return DebianVersion.of(version).key();
        }
        return this == APK
                ? ApkVersion.of(version).key()
                : RpmVersion.of(version).key();
    }
}
