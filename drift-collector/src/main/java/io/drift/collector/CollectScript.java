package io.drift.collector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The script that prints a collection, and the words that it takes.
 *
 * <pre>{@code
 * Process shell = new ProcessBuilder(CollectScript.command(List.of("rpm"), List.of())).start();
 * shell.getOutputStream().write(CollectScript.text());
 * shell.getOutputStream().close();
 * Collection collection = Collection.parse(shell.getInputStream());
 * }</pre>
 */
public final class CollectScript {

    private static final String NAME = "collect.sh";

    private static final List<String> SECTIONS = List.of(
            ("machine-id insights-id hostname clock os-release redhat-release debian-version kernel-release architecture"
                            + " modules boot-time lscpu cpuinfo meminfo dmi virtualisation unit-files units-failed"
                            + " unit-manager unit-links openrc-services processes ip-address net-class ip-route ip-route-6"
                            + " resolv-conf rpm dpkg-status apk-installed dnf-modules yum-repos zypp-repos apt-sources"
                            + " apt-deb822 apk-repositories selinux-config selinux-enforce tuned-profile proc-sys"
                            + " sysctl-config mounts fstab sshd-effective sshd-config crontabs timezone locale users"
                            + " groups")
                    .split(" "));

    private CollectScript() {}

    /**
     * The script.
     *
     * @return for the standard input of {@link #command}
     */
    public static byte[] text() {
        try (InputStream script = Objects.requireNonNull(CollectScript.class.getResourceAsStream(NAME), NAME)) {
            return script.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The sections that it prints.
     *
     * @return their names
     */
    public static List<String> sections() {
        return SECTIONS;
    }

    /**
     * The command that runs the script, which it reads from its standard input. No word of it has a character that means
     * something to a shell.
     *
     * @param only the sections to print; empty for all
     * @param without sections not to print
     * @return its words
     * @throws IllegalArgumentException for a section that there is not
     */
    public static List<String> command(List<String> only, List<String> without) {
        List<String> words = new ArrayList<>(List.of("sh", "-s", "--"));
        add(words, "--only", only);
        add(words, "--without", without);
        return words;
    }

    private static void add(List<String> words, String option, List<String> sections) {
        for (String section : sections) {
            if (!SECTIONS.contains(section)) {
                throw new IllegalArgumentException("there is no section " + section);
            }
        }
        if (!sections.isEmpty()) {
            words.add(option);
            words.add(String.join(",", sections));
        }
    }
}
