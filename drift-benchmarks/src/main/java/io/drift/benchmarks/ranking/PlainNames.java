package io.drift.benchmarks.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The names that the systems of a fleet have in common; where a list counts them, most systems have the first ones. */
final class PlainNames {

    /** As in the recipe, since what is drawn depends on which names are equal, and on their order. */
    private static final List<String> WORDS = List.of(
            ("alpha audit base bind boost cairo core crypto curl dbus dev disk dns egl fetch file fips font fuse"
                            + " gdk glib gnome gpg graph grub gtk hook host http icu image info init ipc iso jpeg kernel key"
                            + " krb lang ldap lib link log lua lvm mail man math mesa mod mono mount net nfs ntp numa odbc"
                            + " open orc pam pango parted pcre perl pkg plug png poly popt print proc python qemu quota rdma"
                            + " ruby samba scsi sed shell smart snmp sock sound spice sql ssh ssl std sys tar tcl term tex"
                            + " tls trace tune udev unit usb util uuid vdo vim virt wifi xattr xfs xml yum zip zlib zone")
                    .split(" "));

    final List<Package> packages = new ArrayList<>();
    final List<String> modules = new ArrayList<>();
    final List<String> services;
    final List<String> processes;
    final List<String> flags;

    private final PythonRandom random;

    /** A package in the version that most systems have, and in that of the others. */
    record Package(String name, String usual, String other) {}

    PlainNames(int seed) {
        random = PythonRandom.of(seed);
        TreeSet<String> names = new TreeSet<>();
        while (names.size() < 640) {
            names.add(words(random.choice(List.of(1, 2, 2, 3)), "-"));
        }
        List<String> shuffled = new ArrayList<>(names);
        random.shuffle(shuffled);
        shuffled.forEach(name -> packages.add(packageOf(name)));
        for (int number = 0; number < 90; number++) {
            modules.add(words(2, "_"));
        }
        services = sorted(80, () -> words(2, "-") + random.choice(List.of("", "", ".service", "@")));
        processes = sorted(140, () -> random.choice(WORDS) + random.choice(List.of("d", "", "/0", "/1:1", "-worker")));
        flags = sorted(130, () -> random.choice(WORDS) + random.between(1, 512));
    }

    private String words(int count, String between) {
        return String.join(between, random.sample(WORDS, count));
    }

    /** Names that are drawn twice are there once. */
    private static List<String> sorted(int draws, Supplier<String> name) {
        TreeSet<String> names = new TreeSet<>();
        for (int draw = 0; draw < draws; draw++) {
            names.add(name.get());
        }
        return List.copyOf(names);
    }

    private Package packageOf(String name) {
        int epoch = random.choice(List.of(0, 0, 0, 1, 32));
        String usual = version();
        String other = version();
        List<String> architectures = new ArrayList<>(Collections.nCopies(6, "x86_64"));
        architectures.addAll(Collections.nCopies(3, "noarch"));
        architectures.add("i686");
        String architecture = "." + random.choice(architectures);
        return new Package(name, epoch + ":" + usual + architecture, epoch + ":" + other + architecture);
    }

    private String version() {
        return random.between(0, 9) + "." + random.between(0, 40) + "." + random.between(0, 30) + "-"
                + random.between(1, 120) + ".el8" + random.choice(List.of("", "", "_1", "_2.1"));
    }
}
