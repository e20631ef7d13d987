package io.drift.collector;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Settings of a kernel that {@code sysctl -a} does not print though the kernel has them: those that only root may read, if
 * somebody else ran it, and those that it takes for deprecated or cannot read at all. They are not looked at.
 *
 * <pre>{@code
 * HiddenSettings.of(List.of("kernel.ostype")).forEach(name -> host.notLookedAt("sysctl." + name));
 * }</pre>
 */
public final class HiddenSettings {

    /** Which of them there are is a matter of the version and of the architecture. */
    private static final List<String> OF_ROOT = List.of(
            "fs.protected_fifos",
            "fs.protected_hardlinks",
            "fs.protected_regular",
            "fs.protected_symlinks",
            "kernel.apparmor_display_secid_mode",
            "kernel.cad_pid",
            "kernel.unprivileged_userns_apparmor_policy",
            "kernel.usermodehelper.bset",
            "kernel.usermodehelper.inheritable",
            "net.core.bpf_jit_harden",
            "net.core.bpf_jit_kallsyms",
            "net.core.bpf_jit_limit",
            "vm.mmap_rnd_bits",
            "vm.mmap_rnd_compat_bits");

    /** One of these is in every kernel of the last ten years. */
    private static final Set<String> ALWAYS = Set.of("kernel.cad_pid", "kernel.usermodehelper.bset");

    /** They are written to; who reads them gets nothing. */
    private static final List<String> NEVER = List.of(
            "net.ipv4.route.flush", "net.ipv6.route.flush", "vm.compact_memory", "vm.drop_caches", "vm.stat_refresh");

    private static final Pattern REFUSED = Pattern.compile("(?:sysctl|error): (?:.*\\bkey ['\"]?([^'\"\\s:]+).*"
            + "|cannot stat /proc/sys/([^\\s:]+).*|[^'\"]*['\"]([^'\"\\s]+)['\"].*)");

    private static final String NEIGHBOUR = ".base_reachable_time_ms";

    private HiddenSettings() {}

    /**
     * What was not looked at.
     *
     * @param printed the names of all settings that it printed, as it writes them
     * @return names of settings, of which the kernel may have none
     */
    public static List<String> of(Collection<String> printed) {
        Stream<String> ofRoot = printed.stream().anyMatch(ALWAYS::contains) ? Stream.of() : OF_ROOT.stream();
        return Stream.of(ofRoot, NEVER.stream(), deprecated(printed))
                .flatMap(names -> names)
                .filter(name -> !printed.contains(name))
                .toList();
    }

    /**
     * The setting of which a line says that it could not be read: {@code sysctl: permission denied on key
     * 'fs.protected_fifos'}. That is on standard error, which many write where the settings are.
     *
     * @param line without an end
     * @return its name; empty if it is another line
     */
    public static Optional<String> refusedBy(String line) {
        Matcher refused = REFUSED.matcher(line);
        if (!refused.matches()) {
            return Optional.empty();
        }
        return Stream.of(refused.group(1), refused.group(2), refused.group(3))
                .filter(Objects::nonNull)
                .map(name -> name.replace('/', '.'))
                .findFirst();
    }

    /** Beside each of those that took their place. */
    private static Stream<String> deprecated(Collection<String> printed) {
        return printed.stream()
                .filter(name -> name.endsWith(NEIGHBOUR))
                .map(name -> name.substring(0, name.length() - NEIGHBOUR.length()))
                .flatMap(neighbour -> Stream.of(neighbour + ".base_reachable_time", neighbour + ".retrans_time"));
    }
}
