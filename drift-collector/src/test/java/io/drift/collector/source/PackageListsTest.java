package io.drift.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tools for packages print, read as facts. */
class PackageListsTest {

    private static final String PACKAGE = "installed_packages.";

    @ParameterizedTest
    @CsvSource({
        "rpm-qa.txt, rpm",
        "rpm-qa-epoch.txt, rpm",
        "rpm-qa-epoch-first.txt, rpm",
        "rpm-qf.txt, rpm",
        "rpm-qf-words.txt, rpm",
        "rpm-qa-last.txt, rpm",
        "dpkg-l.txt, dpkg-l",
        "dpkg-l-cut.txt, dpkg-l",
        "dpkg-query.txt, dpkg-query",
        "dpkg-query-long.txt, dpkg-query",
        "dpkg-status.txt, dpkg-status",
        "apk-info.txt, apk",
        "apk-list.txt, apk"
    })
    void are_recognised_by_their_content(String file, String format) throws IOException {
        ReadSource read = SourceFile.read(file);
        assertThat(read.format()).isEqualTo(format);
        assertThat(read.documents().get(0).toString()).contains("\"only\":[\"installed_packages\",\"deb_packages\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rpm-qa.txt", "dpkg-l.txt", "dpkg-query-long.txt", "dpkg-status.txt", "apk-info.txt"})
    void say_the_same_with_the_line_ends_and_the_mark_of_windows(String file) throws IOException {
        String windows = "\ufeff" + SourceFile.text(file).replace("\n", "\r\n");
        assertThat(SourceFile.facts(SourceFile.readText(windows))).isEqualTo(SourceFile.facts(SourceFile.read(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "hello\nworld", "a=b", "https://www.example.com/", "", " ", "a-b-c", "2024-01-15"})
    void are_not_what_is_nothing_of_the_kind(String text) throws IOException {
        assertThat(SourceFormats.fitting(Beginning.of(text.getBytes(StandardCharsets.UTF_8)))
                        .filter(format -> format.name().matches("rpm|dpkg.*|apk")))
                .isEmpty();
    }

    @Test
    void without_any_package_are_refused() {
        assertThatThrownBy(() -> SourceFile.readAs("rpm", "package bash is not installed\n"))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageStartingWith(
                        "there is no installed package in this list; packages of rpm are read as rpm -qa");
    }

    @Nested
    class Of_rpm {

        @ParameterizedTest
        @ValueSource(strings = {"rpm-qa-epoch-first.txt", "rpm-qf.txt", "rpm-qf-words.txt"})
        void that_tell_epochs_are_the_same_in_any_form(String file) throws IOException {
            ReadSource read = SourceFile.read(file);
            assertThat(SourceFile.facts(read)).isEqualTo(SourceFile.facts(SourceFile.read("rpm-qa-epoch.txt")));
            assertThat(read.remarks()).isEmpty();
            assertThat(read.isComplete()).isTrue();
        }

        @Test
        void become_the_facts_of_a_profile() throws IOException {
            assertThat(SourceFile.facts(SourceFile.read("rpm-qf.txt")))
                    .containsEntry(PACKAGE + "bash", "5.1.8-9.el9.x86_64")
                    .containsEntry(PACKAGE + "openssl", "1:3.0.7-27.el9.x86_64")
                    .containsEntry(PACKAGE + "gpg-pubkey", "8483c65d-5ccc5b19")
                    .hasEntrySatisfying(
                            PACKAGE + "kernel",
                            kernel -> assertThat(kernel)
                                    .contains("5.14.0-427.13.1.el9_4.x86_64", "5.14.0-427.16.1.el9_4.x86_64"))
                    .hasSize(10);
        }

        @ParameterizedTest
        @ValueSource(strings = {"rpm-qa.txt", "rpm-qa-last.txt"})
        void that_tell_no_epochs_say_so(String file) throws IOException {
            ReadSource read = SourceFile.read(file);
            Map<String, String> withEpochs = SourceFile.facts(SourceFile.read("rpm-qf.txt"));
            withEpochs.replaceAll((name, version) -> version.replaceFirst("^[0-9]+:", ""));
            assertThat(SourceFile.facts(read)).isEqualTo(withEpochs);
            assertThat(read.remarks()).singleElement().asString().contains("tells no epochs", "--qf");
            assertThat(read.documents().get(0).content().at("/looked_at/except").toString())
                    .isEqualTo("[\"installed_packages:epoch\"]");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bash;x86_64;5.1.8-9.el9\nacl;x86_64;2.3.1-4.el9\n",
                    "bash,5.1.8-9.el9\nacl,2.3.1-4.el9\n",
                    "bash (5.1.8, noarch)\nacl (2.3.1, noarch)\n"
                })
        void that_are_in_a_form_of_their_own_are_told_which_forms_are_known(String list) {
            assertThatThrownBy(() -> SourceFile.readText(list))
                    .isInstanceOf(UnreadableSourceException.class)
                    .hasMessageContaining("looks like a list of packages of rpm in a form that is not known")
                    .hasMessageEndingWith(
                            "rpm -qa --qf '%{NAME}-%{EPOCH}:%{VERSION}-%{RELEASE}.%{ARCH}\\n' makes such a" + " list");
        }

        @Test
        void are_used_as_far_as_they_can_be_read() throws IOException {
            ReadSource read = SourceFile.readText(SourceFile.text("rpm-qf.txt") + "warning: the database is odd\n");
            assertThat(SourceFile.facts(read)).hasSize(10);
            assertThat(read.missing()).containsExactly("line 13 is no package and was left out");
            assertThat(read.documents().get(0).content().at("/looked_at/except").toString())
                    .isEqualTo("[\"installed_packages\"]");
        }
    }

    @Nested
    class Of_dpkg {

        @Test
        void that_tell_no_architectures_are_marked_for_it() throws IOException {
            assertThat(SourceFile.readText("bash\t5.2.15-2+b2\nadduser\t3.134\n")
                            .documents()
                            .get(0)
                            .content()
                            .at("/looked_at/except")
                            .toString())
                    .isEqualTo("[\"installed_packages:arch\"]");
        }

        @Test
        void are_the_same_as_a_table_and_as_a_file_and_as_a_long_list() throws IOException {
            Map<String, String> status = SourceFile.facts(SourceFile.read("dpkg-status.txt"));
            assertThat(SourceFile.facts(SourceFile.read("dpkg-l.txt"))).isEqualTo(status);
            assertThat(SourceFile.facts(SourceFile.read("dpkg-query-long.txt"))).isEqualTo(status);
            assertThat(status)
                    .hasSize(11)
                    .containsEntry(PACKAGE + "libc6", "2.36-9+deb12u4.amd64")
                    .containsEntry(PACKAGE + "openssh-server", "1:9.2p1-2+deb12u2.amd64")
                    .containsEntry(PACKAGE + "man-db", "2.11.2-2.amd64")
                    .containsEntry(PACKAGE + "nginx", "1.22.1-9.amd64")
                    .containsEntry(PACKAGE + "postfix", "3.7.10-0+deb12u1.amd64")
                    .doesNotContainKey(PACKAGE + "linux-image-6.1.0-17-amd64");
        }

        @ParameterizedTest
        @ValueSource(strings = {"dpkg-l.txt", "dpkg-status.txt", "dpkg-query-long.txt"})
        void say_what_is_there_only_in_part(String file) throws IOException {
            assertThat(SourceFile.read(file).remarks())
                    .containsExactly("1 package is unpacked or half installed, and compared as if installed");
        }

        @Test
        void tell_what_a_short_list_can() throws IOException {
            ReadSource read = SourceFile.read("dpkg-query.txt");
            Map<String, String> expected = new TreeMap<>(SourceFile.facts(SourceFile.read("dpkg-status.txt")));
            expected.replaceAll(
                    (name, version) -> name.contains(".lib") ? version : version.replaceFirst("\\.(amd64|all)$", ""));
            expected.put(PACKAGE + "linux-image-6.1.0-17-amd64", "6.1.69-1");
            expected.put(PACKAGE + "libpython3.11-stdlib", "3.11.2-6+deb12u2.amd64");
            assertThat(SourceFile.facts(read)).isEqualTo(expected);
            assertThat(read.remarks())
                    .singleElement()
                    .asString()
                    .contains("does not tell architectures, nor which packages were removed", "${Architecture}");
        }

        @Test
        void never_have_a_name_that_was_cut() throws IOException {
            ReadSource read = SourceFile.read("dpkg-l-cut.txt");
            assertThat(SourceFile.facts(read))
                    .containsOnlyKeys(PACKAGE + "adduser", PACKAGE + "bash", PACKAGE + "man-db", PACKAGE + "nginx");
            assertThat(read.missing())
                    .containsExactly("7 lines may be cut to the width of a terminal, and were left out;"
                            + " dpkg-query -W cuts nothing");
            assertThat(read.documents().get(0).content().at("/looked_at/except").toString())
                    .isEqualTo("[\"installed_packages\"]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"dpkg-l.txt", "dpkg-l-cut.txt"})
        void need_no_header(String file) throws IOException {
            String rows = SourceFile.text(file).lines().skip(5).reduce("", (all, line) -> all + line + "\n");
            ReadSource read = SourceFile.readText(rows);
            assertThat(SourceFile.facts(read)).isEqualTo(SourceFile.facts(SourceFile.read(file)));
            assertThat(read.missing()).isEqualTo(SourceFile.read(file).missing());
        }

        @Test
        void name_a_paragraph_that_was_cut_off() throws IOException {
            String whole = SourceFile.text("dpkg-status.txt");
            ReadSource read = SourceFile.readText(whole.substring(0, whole.lastIndexOf("\nVersion:")));
            assertThat(read.missing()).singleElement().asString().endsWith("is no package and was left out");
            assertThat(SourceFile.facts(read)).hasSize(10).doesNotContainKey(PACKAGE + "tzdata");
        }
    }

    @Test
    void of_apk_have_what_is_installed_and_not_what_could_be() throws IOException {
        ReadSource list = SourceFile.readText("""
                busybox-1.36.1-r15 x86_64 {busybox} (GPL-2.0-only) [installed]
                curl-8.5.0-r1 x86_64 {curl} (curl) [upgradable from: curl-8.4.0-r0]
                musl-1.2.4-r2 x86_64 {musl} (MIT) [upgradable to: musl-1.2.4_git1-r0]
                zsh-5.9-r1 x86_64 {zsh} (MIT)
                """);
        assertThat(SourceFile.facts(list))
                .containsOnly(
                        Map.entry("installed_packages.busybox", "1.36.1-r15.x86_64"),
                        Map.entry("installed_packages.curl", "8.4.0-r0.x86_64"),
                        Map.entry("installed_packages.musl", "1.2.4-r2.x86_64"));
        assertThat(list.missing()).isEmpty();
        assertThat(list.remarks())
                .containsExactly("1 package of this list could be installed and is not, and was left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void of_a_shell_of_windows_are_read_as_any_other(String encoding) throws IOException {
        byte[] wide = ("\ufeff" + SourceFile.text("rpm-qa.txt")).getBytes(Charset.forName(encoding));
        assertThat(SourceFile.facts(SourceFile.read(wide))).isEqualTo(SourceFile.facts(SourceFile.read("rpm-qa.txt")));
    }

    @Test
    void of_apk_tell_architectures_in_one_form() throws IOException {
        ReadSource list = SourceFile.read("apk-list.txt");
        assertThat(list.remarks()).isEmpty();
        assertThat(SourceFile.facts(list)).containsEntry(PACKAGE + "busybox", "1.36.1-r15.x86_64");
        Map<String, String> bare = SourceFile.facts(list);
        bare.replaceAll((name, version) -> version.replace(".x86_64", ""));
        ReadSource info = SourceFile.read("apk-info.txt");
        assertThat(SourceFile.facts(info)).isEqualTo(bare);
        assertThat(info.remarks()).singleElement().asString().contains("tells no architectures");
    }

    @Test
    void of_apk_are_the_facts_of_a_profile() throws IOException {
        assertThat(SourceFile.facts(SourceFile.read("apk-info.txt")))
                .hasSize(8)
                .containsEntry(PACKAGE + "busybox", "1.36.1-r15")
                .containsEntry(PACKAGE + "libc-utils", "0.7.2-r5")
                .containsEntry(PACKAGE + "musl", "1.2.4_git20230717-r4");
    }
}
