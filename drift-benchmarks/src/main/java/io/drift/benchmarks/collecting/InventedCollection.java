package io.drift.benchmarks.collecting;

import io.drift.benchmarks.fleet.Fleet;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * What {@code collect.sh} would print on a made-up server of about 200 KB: many packages, units, settings of the kernel,
 * mounts and interfaces. The same seed gives the same bytes.
 */
public final class InventedCollection {

    private static final String BOUNDARY = "0f8fad5b-d9cb-469f-a165-70867728950e ";
    private static final String[] WORDS =
            ("acl amber atlas bash beacon bridge cache cargo cedar cipher clock comet delta"
                            + " device ember engine fern filter flint forge garnet harbor hash indigo jigsaw juniper kernel kite"
                            + " ledger lynx maple mirror node oak orbit otter pebble plasma quartz raven relay river sable signal")
                    .split(" ");

    private final Random random;
    private final StringBuilder text = new StringBuilder("drift-collection 1 " + BOUNDARY.strip() + "\n");
    private int sections;

    private InventedCollection(long seed) {
        random = new Random(seed);
    }

    /** The collection of every run. */
    public static byte[] bytes() {
        InventedCollection collection = new InventedCollection(Fleet.SEED);
        collection.system();
        collection.packagesAndUnits();
        collection.settings();
        collection.network();
        return (collection.text + BOUNDARY + "complete " + collection.sections + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void system() {
        section("clock", "1715844164 +0000 UTC");
        section("machine-id", "2f1e6c0d9b8a47f6a5c4d3e2f1a0b9c8");
        section("hostname", "web-1.example.com");
        section("os-release", "NAME=\"Red Hat Enterprise Linux\"\nVERSION_ID=\"9.4\"\nID=\"rhel\"");
        section("kernel-release", "5.14.0-427.13.1.el9_4.x86_64");
        section("architecture", "x86_64");
        section("meminfo", "MemTotal:        8388608 kB\nSwapTotal:       2097152 kB");
        section(
                "cpuinfo",
                lines(
                        8,
                        cpu -> "processor\t: " + cpu + "\nmodel name\t: Some CPU @ 2.90GHz\nphysical id\t: " + cpu / 4
                                + "\nflags\t\t: fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36"));
        section("modules", lines(120, module -> word() + "_" + word() + module));
        section("processes", lines(180, process -> (1000 + 7 * process) + " (" + word() + "-" + word() + ") 1"));
    }

    private void packagesAndUnits() {
        section(
                "rpm",
                lines(
                        1500,
                        number -> word() + "-" + word() + number + "\t" + (random.nextInt(5) == 0 ? "1" : "(none)")
                                + "\t" + number(9) + "." + number(40) + "." + number(30) + "\t" + number(120) + ".el9\t"
                                + (random.nextInt(4) == 0 ? "noarch" : "x86_64") + "\t" + (1_700_000_000L + number)));
        section(
                "unit-files",
                lines(
                        450,
                        unit -> word() + "-" + word() + unit
                                + (random.nextInt(3) == 0 ? ".socket " : ".service ")
                                + (random.nextInt(2) == 0 ? "enabled  enabled" : "disabled disabled")));
    }

    private void settings() {
        section(
                "proc-sys",
                lines(
                        1100,
                        number -> "./" + (number % 2 == 0 ? "net/ipv4/conf/eth" + number % 40 : "kernel/" + word())
                                + "/" + word() + "_" + word() + number + ":" + number(100_000)));
        section(
                "mounts",
                lines(
                        90,
                        number -> number % 2 == 0
                                ? "/dev/mapper/vg-" + word() + number + " /srv/" + number
                                        + " xfs rw,seclabel,relatime,attr2,inode64,noquota 0 0"
                                : "tmpfs /run/user/" + number + " tmpfs rw,nosuid,nodev,relatime,size=" + number(90_000)
                                        + "k,mode=700 0 0"));
        section("sshd-config", "Port 22\nPermitRootLogin no\nX11Forwarding yes\nSubsystem sftp internal-sftp");
        section("users", lines(60, user -> word() + user + ":" + (1000 + user) + ":" + (1000 + user) + ":/bin/bash"));
    }

    private void network() {
        section(
                "ip-address",
                lines(
                        60,
                        nic -> (nic + 1) + ": eth" + nic
                                + ": <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n"
                                + String.format(
                                        Locale.ROOT, "    link/ether 52:54:00:12:34:%02x brd ff:ff:ff:ff:ff:ff%n", nic)
                                + "    inet 10.1." + nic + ".7/24 brd 10.1." + nic + ".255 scope global eth" + nic
                                + "\n"
                                + "       valid_lft forever preferred_lft forever"));
        section("ip-route", "default via 10.1.0.1 dev eth0 proto static metric 100");
        section("resolv-conf", "search example.com\nnameserver 10.1.0.53");
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private int number(int bound) {
        return random.nextInt(bound);
    }

    private static String lines(int count, IntFunction<String> line) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(i == 0 ? "" : "\n").append(line.apply(i));
        }
        return lines.toString();
    }

    private void section(String name, String content) {
        sections++;
        text.append(BOUNDARY).append("section ").append(name).append('\n');
        content.lines().forEach(line -> text.append(' ').append(line).append('\n'));
        text.append('\n').append(BOUNDARY).append("end ").append(name).append(" 0\n");
    }
}
