package io.drift.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.collector.MachineReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that support tools leave, read as the machine that they are of. */
class ArchiveFileTest {

    private static final String SOS = "sosreport-web-1-2024-05-16-abcdefg/";
    private static final String INSIGHTS = "insights-web-1.example.com-20240516072244/";

    private static Map<String, String> collected() throws IOException {
        return SourceFile.facts(MachineReader.read(InventedMachine.collection()).document());
    }

    /** What neither a sosreport nor an archive of the client has. */
    private static Map<String, String> withoutWhatArchivesLack(Map<String, String> facts) {
        Map<String, String> kept = new TreeMap<>(facts);
        kept.keySet().removeIf(name -> name.startsWith("running_processes.") || name.startsWith("users."));
        return kept;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gz", "xz", "bz2"})
    void of_the_insights_client_tell_what_a_collection_tells(String packing) throws IOException {
        ReadSource read =
                SourceFile.read(Tar.of(INSIGHTS, InventedMachine.insights()).packed(packing));
        assertThat(read.format()).isEqualTo("archive");
        assertThat(SourceFile.facts(read)).isEqualTo(withoutWhatArchivesLack(collected()));
        assertThat(read.missing()).isEmpty();
        assertThat(read.remarks()).containsExactly("1 line that may hold a secret was left out");
        assertThat(read.documents().get(0).content().path("id").asText())
                .isEqualTo("5a3f2a9f-0c6b-4e4d-8f8a-7b6c5d4e3f2a");
        assertThat(read.documents().get(0).content().path("updated").asText()).isEqualTo("2024-05-16T07:22:44Z");
        assertThat(read.documents().get(0).content().path("looked_at").toString())
                .contains("\"installed_packages\"")
                .doesNotContain("running_processes", "users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gz", "xz", "bz2"})
    void of_sos_tell_the_same_but_for_epochs(String packing) throws IOException {
        ReadSource read =
                SourceFile.read(Tar.of(SOS, InventedMachine.sosreport()).packed(packing));
        Map<String, String> expected = withoutWhatArchivesLack(collected());
        assertThat(expected).containsEntry("installed_packages.openssl", "1:3.0.7-27.el9.x86_64");
        expected.put("installed_packages.openssl", "3.0.7-27.el9.x86_64");
        assertThat(SourceFile.facts(read)).isEqualTo(expected);
        assertThat(read.remarks()).hasSize(2);
        assertThat(read.remarks().get(0)).isEqualTo("1 line that may hold a secret was left out");
        assertThat(read.remarks().get(1)).contains("tells no epochs");
    }

    @Test
    void of_an_image_without_dpkg_have_a_file_for_each_package() throws IOException {
        Map<String, String> files = Map.of(
                "sos_commands/any", "",
                "var/lib/dpkg/status.d/base", "Package: base-files\nVersion: 12.4\nArchitecture: amd64\n",
                "var/lib/dpkg/status.d/base.md5sums", "0 usr/share\n",
                "var/lib/dpkg/status.d/tzdata", "Package: tzdata\nVersion: 2024a-0\nArchitecture: all");
        assertThat(SourceFile.facts(SourceFile.read(Tar.of(SOS, files).packed("gz"))))
                .containsEntry("installed_packages.base-files", "12.4.amd64")
                .containsEntry("installed_packages.tzdata", "2024a-0.all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz", "bz2"})
    void that_were_cut_at_their_beginning_are_told_as_that(String packing) throws IOException {
        byte[] whole = Tar.of(SOS, InventedMachine.sosreport()).packed(packing);
        assertThatThrownBy(() -> SourceFile.read(Arrays.copyOf(whole, 20)))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("it is packed, and what is in it is no archive of a machine, or was cut");
    }

    @Test
    void show_no_secret() throws IOException {
        for (Map<String, String> files : Arrays.asList(InventedMachine.sosreport(), InventedMachine.insights())) {
            ReadSource read = SourceFile.read(Tar.of(SOS, files).packed("gz"));
            assertThat(read.toString())
                    .contains("repo.example.com/own")
                    .doesNotContain("planted-secret", "hidden-word");
        }
    }

    @Test
    void of_several_machines_are_a_column_each() throws IOException {
        Tar both = Tar.of("a/", InventedMachine.sosreport());
        for (Map.Entry<String, String> file : InventedMachine.sosreport().entrySet()) {
            both.file("b/" + file.getKey(), file.getValue().replace("web-1", "web-2"));
        }
        ReadSource read = SourceFile.read(both.packed("gz"));
        assertThat(read.documents())
                .extracting(SourceDocument::name)
                .containsExactly("web-1.example.com", "web-2.example.com");
    }

    @Test
    void may_be_in_an_archive_together() throws IOException {
        byte[] outer = new Tar()
                .file(
                        "sos-collector/sosreport-web-1.tar.xz",
                        Tar.of(SOS, InventedMachine.sosreport()).packed("xz"))
                .file(
                        "sos-collector/sosreport-web-2.tar.gz",
                        Tar.of(SOS, InventedMachine.sosreport()).packed("gz"))
                .file("sos-collector/broken.tar.gz", new byte[] {0x1f, (byte) 0x8b, 1, 2, 3})
                .packed("");
        ReadSource read = SourceFile.read(outer);
        assertThat(read.documents()).hasSize(2);
        assertThat(read.missing()).singleElement().asString().contains("sos-collector/broken.tar.gz", "is broken");
    }

    @Test
    void of_which_nothing_can_be_read_are_refused() throws IOException {
        byte[] nameless = new Tar()
                .file(SOS + "etc/machine-id", "\0".repeat(32))
                .file(SOS + "sos_commands/x", "")
                .packed("");
        assertThatThrownBy(() -> SourceFile.read(Arrays.copyOf(nameless, 1536)))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("nothing in them that is known")
                .hasMessageContaining("the archive is broken or ends too early");
    }

    @Test
    void what_is_not_what_it_should_be_is_named_and_not_looked_at() throws IOException {
        Map<String, String> files = InventedMachine.sosreport();
        files.put("installed-rpms", "error: rpmdb open failed\n");
        ReadSource read = SourceFile.read(Tar.of(SOS, files).packed(""));
        assertThat(read.missing()).singleElement().asString().contains("rpm", "cannot be read");
        assertThat(read.remarks()).noneMatch(remark -> remark.contains("epochs"));
        assertThat(read.documents().get(0).content().at("/looked_at/except").toString())
                .contains("installed_packages");
    }

    @Test
    void settings_that_sysctl_could_not_read_are_not_looked_at_and_the_others_are() throws IOException {
        Map<String, String> files = InventedMachine.sosreport();
        String file = files.keySet().stream()
                .filter(name -> name.endsWith("sysctl_-a"))
                .findFirst()
                .orElseThrow();
        files.put(file, files.get(file) + "sysctl: reading key \"net.ipv6.conf.all.stable_secret\"\n");
        ReadSource read = SourceFile.read(Tar.of(SOS, files).packed(""));
        assertThat(read.missing()).isEmpty();
        assertThat(SourceFile.facts(read)).containsEntry("sysctl.vm.swappiness", "30");
        assertThat(read.documents().get(0).content().at("/looked_at/except").toString())
                .contains("sysctl.net.ipv6.conf.all.stable_secret");
    }

    @Test
    void what_people_and_tools_write_beside_settings_is_no_fault() throws IOException {
        Map<String, String> files = InventedMachine.sosreport();
        files.put("etc/sysctl.conf", "; a comment\n-net.ipv4.conf.all.rp_filter\nvm.swappiness = 10\n");
        files.put("etc/fstab", "  # a comment\nproc /proc proc\n");
        files.replaceAll((file, content) ->
                file.contains("rpm_--nodigest") ? "warning: Found bdb_ro Packages database\n" + content : content);
        files.merge(
                "sos_commands/kernel/sysctl_-a",
                "error: \"Input/output error\" reading key \"net.a\"\nerror: permission denied on key 'vm.b'\n"
                        + "sysctl: cannot stat /proc/sys/fs/c: No such file\nsysctl: warning: key d.e deprecated\n",
                (before, errors) -> before + errors);
        ReadSource read = SourceFile.read(Tar.of(SOS, files).packed(""));
        assertThat(read.missing()).isEmpty();
        assertThat(SourceFile.facts(read))
                .containsEntry("sysctl_config.vm.swappiness", "10")
                .containsEntry("fstab./proc.options", "defaults")
                .containsKey("installed_packages.bash");
        assertThat(read.documents().get(0).content().at("/looked_at/except").toString())
                .contains("\"sysctl.net.a\"", "\"sysctl.vm.b\"", "\"sysctl.fs.c\"", "\"sysctl.d.e\"");
    }

    @Test
    void bytes_of_an_old_encoding_stay_different() throws IOException {
        Map<String, String> files = InventedMachine.sosreport();
        files.remove("etc/ssh/sshd_config");
        byte[] german = "Banner v\u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] swedish = "Banner v\u00f6\n".getBytes(StandardCharsets.ISO_8859_1);
        Map<String, String> one = SourceFile.facts(SourceFile.read(
                Tar.of(SOS, files).file(SOS + "etc/ssh/sshd_config", german).packed("")));
        Map<String, String> other = SourceFile.facts(SourceFile.read(
                Tar.of(SOS, files).file(SOS + "etc/ssh/sshd_config", swedish).packed("")));
        assertThat(one).containsEntry("sshd_config.banner", "v\\xE4");
        assertThat(other).containsEntry("sshd_config.banner", "v\\xF6");
    }

    @Test
    void a_damaged_header_ends_what_is_read() throws IOException {
        byte[] whole = Tar.of(SOS, InventedMachine.sosreport()).packed("");
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        whole[text.indexOf("etc/fstab") + 3] = 'X';
        ReadSource read = SourceFile.read(whole);
        assertThat(read.missing()).anyMatch(what -> what.contains("is broken or ends too early"));
    }

    @Test
    void files_that_are_there_three_times_do_not_count_either() throws IOException {
        ReadSource read = SourceFile.read(Tar.of(SOS, InventedMachine.sosreport())
                .file(SOS + "etc/fstab", "/dev/sdb1 /b xfs\n")
                .file(SOS + "etc/fstab", "/dev/sdc1 /c xfs\n")
                .packed("gz"));
        assertThat(SourceFile.facts(read)).doesNotContainKeys("fstab./b.device", "fstab./c.device");
    }

    @Test
    void a_route_may_lack_its_gateway() throws IOException {
        Map<String, String> files = InventedMachine.sosreport();
        files.put("sos_commands/networking/ip_route_show_table_all", "default via \ndefault via fe80::1 dev eth0\n");
        assertThat(SourceFile.facts(SourceFile.read(Tar.of(SOS, files).packed(""))))
                .containsEntry("default_routes_ipv6.eth0.gateway", "fe80::1");
    }

    @Test
    void of_something_else_are_refused() {
        assertThatThrownBy(() ->
                        SourceFile.read(new Tar().file("a/etc/motd", "hello\n").packed("gz")))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("neither sos_commands nor insights_commands");
    }

    @Test
    void of_a_container_tell_what_its_files_tell() throws IOException {
        Map<String, String> files = Map.of(
                "usr/lib/os-release", "ID=debian\nNAME=Debian\nVERSION_ID=12\n",
                "var/lib/dpkg/status",
                        "Package: bash\nStatus: install ok installed\nVersion: 5.2.15-2\nArchitecture: amd64\n");
        ReadSource read = SourceFile.read(
                Tar.of("", files).file("bin/bash", "x").link(".dockerenv", "/x").packed(""));
        assertThat(SourceFile.facts(read))
                .containsEntry("installed_packages.bash", "5.2.15-2.amd64")
                .containsEntry("os_release", "12");
        assertThat(read.documents().get(0).content().path("looked_at").toString())
                .contains("\"installed_packages\"")
                .doesNotContain("enabled_services", "sysctl");
        assertThat(read.missing()).isEmpty();
        assertThat(read.remarks())
                .singleElement()
                .asString()
                .startsWith("this is the tree of a system that does not run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "oci-layout"})
    void of_an_image_in_layers_are_refused_whatever_is_in_its_layers(String mark) {
        assertThatThrownBy(() -> SourceFile.read(new Tar()
                        .file(
                                "0a1b/layer.tar",
                                new Tar().file("etc/os-release", "ID=debian\n").plain())
                        .file(mark, "[]")
                        .packed("")))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessage("this is an image in layers, as docker save and podman save write it: give the tree of a"
                        + " container of it, docker export $(docker create IMAGE) > image.tar");
    }

    @Test
    void with_a_tree_in_them_are_of_the_machine_that_was_collected_alone() throws IOException {
        ReadSource read = SourceFile.read(Tar.of(SOS, InventedMachine.sosreport())
                .file("copy/etc/os-release", "ID=other\n")
                .packed(""));
        assertThat(read.documents()).extracting(SourceDocument::name).containsExactly("web-1.example.com");
    }

    @Nested
    class Unpacked {

        @TempDir
        Path folder;

        private Path unpack(Map<String, String> files) throws IOException {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return folder;
        }

        @Test
        void say_the_same() throws IOException {
            unpack(InventedMachine.insights());
            assertThat(SourceReader.isUnpackedArchive(folder)).isTrue();
            assertThat(SourceFile.facts(new SourceReader().readFolder(folder)))
                    .isEqualTo(withoutWhatArchivesLack(collected()));
        }

        @Test
        void lead_nowhere_else(@TempDir Path elsewhere) throws IOException {
            Map<String, String> files = InventedMachine.sosreport();
            files.remove("etc/fstab");
            unpack(files);
            Files.createSymbolicLink(
                    folder.resolve("etc/fstab"), Files.writeString(elsewhere.resolve("secret"), "/dev/x / y z 0 0\n"));
            assertThat(SourceFile.facts(new SourceReader().readFolder(folder)).keySet())
                    .noneMatch(name -> name.startsWith("fstab"));
        }

        @Test
        void are_no_other_folders() {
            assertThat(SourceReader.isUnpackedArchive(folder)).isFalse();
        }
    }

    @Nested
    class Hostile {

        private Map<String, String> facts(Tar tar) throws IOException {
            return SourceFile.facts(SourceFile.read(tar.packed("gz")));
        }

        private Tar sos() throws IOException {
            return Tar.of(SOS, InventedMachine.sosreport());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/etc/hostname",
                    "../etc/hostname",
                    SOS + "../etc/hostname",
                    SOS + "etc/../../x/etc/hostname",
                    SOS + "etc//hostname",
                    SOS + "etc\\hostname",
                    SOS + "etc/host\nname"
                })
        void places_are_named_and_left_out(String name) throws IOException {
            ReadSource read = SourceFile.read(sos().file(name, "evil\n").packed("gz"));
            assertThat(read.documents()).hasSize(1);
            assertThat(read.missing()).singleElement().asString().startsWith("1 entry has a place outside");
            assertThat(SourceFile.facts(read)).isEqualTo(facts(sos())).doesNotContainValue("evil");
        }

        @Test
        void links_lead_nowhere() throws IOException {
            assertThat(facts(sos().link(SOS + "etc/sysctl.conf", "/etc/passwd")
                            .link(SOS + "etc/debian_version", "../../etc/hostname", TarConstants.LF_LINK)
                            .link(SOS + "etc/localtime", "/etc/shadow")))
                    .isEqualTo(facts(sos()));
        }

        @Test
        void a_link_to_a_time_zone_tells_it() throws IOException {
            Map<String, String> files = InventedMachine.sosreport();
            files.remove("sos_commands/systemd/timedatectl");
            assertThat(facts(Tar.of(SOS, files).link(SOS + "etc/localtime", "../usr/share/zoneinfo/Asia/Tokyo")))
                    .containsEntry("timezone", "Asia/Tokyo");
        }

        @Test
        void files_that_are_there_twice_do_not_count() throws IOException {
            ReadSource read = SourceFile.read(
                    sos().file(SOS + "etc/machine-id", "0".repeat(32)).packed("gz"));
            assertThat(read.missing()).containsExactly("etc/machine-id is there twice, so that neither was read");
        }

        @Test
        void devices_and_folders_are_nothing() throws IOException {
            assertThat(facts(sos().link(SOS + "proc/stat", "", TarConstants.LF_CHR)
                            .link(SOS + "etc/apt/sources.list/", "", TarConstants.LF_DIR)
                            .link(SOS + "etc/locale.conf.fifo", "", TarConstants.LF_FIFO)))
                    .isEqualTo(facts(sos()));
        }

        @Test
        void archives_that_were_cut_tell_what_they_have() throws IOException {
            byte[] whole = sos().packed("");
            ReadSource read = SourceFile.read(Arrays.copyOf(whole, whole.length * 3 / 4 - 100));
            assertThat(read.missing()).singleElement().asString().contains("ends too early");
            assertThat(facts(sos())).containsAllEntriesOf(SourceFile.facts(read));
        }

        @ParameterizedTest
        @ValueSource(strings = {"gz", "bz2", "xz"})
        void bombs_are_refused(String packing) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] zeros = new byte[1 << 20];
            try (OutputStream out = Tar.packer(packing, packed)) {
                out.write(Arrays.copyOf(
                        new Tar().file(SOS + "sos_commands/x/y", "x").packed(""), 1024));
                out.write(bigEntryHeader());
                for (int i = 0; i < 8; i++) {
                    out.write(zeros);
                }
            }
            assertThatThrownBy(() -> new TarWalk(new ArchivedMachines(), new ArchiveLimits(2 << 20, 1000))
                            .read(new ByteArrayInputStream(packed.toByteArray())))
                    .isInstanceOf(UnreadableSourceException.class)
                    .hasMessageContaining("unpacks to more than 250 times its size");
        }

        /** An entry that says that it has 1 GiB. */
        private byte[] bigEntryHeader() {
            TarArchiveEntry entry = new TarArchiveEntry(SOS + "var/log/messages");
            entry.setSize(1L << 30);
            byte[] header = new byte[512];
            entry.writeEntryHeader(header);
            return header;
        }

        @Test
        void files_that_are_endless_are_not_kept() throws IOException {
            ReadSource read = SourceFile.read(
                    sos().file(SOS + "etc/sysctl.conf", new byte[33 << 20]).packed(""));
            assertThat(read.missing()).containsExactly("etc/sysctl.conf is longer than is read");
        }

        @Test
        void entries_without_end_are_refused() {
            InputStream endless = new InputStream() {
                private final byte[] header = header();
                private long at;

                @Override
                public int read() {
                    return header[(int) (at++ % header.length)] & 0xff;
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    for (int i = 0; i < length; i++) {
                        into[from + i] = (byte) read();
                    }
                    return length;
                }
            };
            assertThatThrownBy(() ->
                            new TarWalk(new ArchivedMachines(), new ArchiveLimits(Long.MAX_VALUE, 1000)).read(endless))
                    .isInstanceOf(UnreadableSourceException.class)
                    .hasMessageContaining("more than 1000 entries");
        }

        private static byte[] header() {
            byte[] header = new byte[512];
            new TarArchiveEntry(SOS + "x").writeEntryHeader(header);
            return header;
        }

        @Test
        void what_is_packed_and_no_archive_is_refused() {
            byte[] noise = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3};
            assertThatThrownBy(() -> SourceFile.read(noise))
                    .isInstanceOf(UnreadableSourceException.class)
                    .hasMessageContaining("no archive of a machine");
        }
    }
}
