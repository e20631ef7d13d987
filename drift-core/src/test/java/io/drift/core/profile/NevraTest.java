package io.drift.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NevraTest {

    private static Nevra parsed(String text) {
        return Nevra.parse(text).orElseThrow();
    }

    @Nested
    class A_package {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                nullValues = "-",
                value = {
                    "bash-0:5.1.8-9.el9.x86_64            | bash                    | 0 | 5.1.8 | 9.el9  | x86_64",
                    "bash-5.1.8-9.el9.x86_64              | bash                    | 0 | 5.1.8 | 9.el9  | x86_64",
                    "openssl-libs-1:3.0-2.fc38.aarch64    | openssl-libs            | 1 | 3.0   | 2.fc38 | aarch64",
                    "1:bash-5.1-2.noarch                  | bash                    | 1 | 5.1   | 2      | noarch",
                    "python3-dnf-plugins-core-4.3-5.noarch| python3-dnf-plugins-core| 0 | 4.3   | 5      | noarch",
                    "foo-1.0-2-noarch                     | foo                     | 0 | 1.0   | 2      | noarch",
                    "foo-1-2.(none)                       | foo                     | 0 | 1     | 2      | (none)",
                    "foo-1-2.riscv64                      | foo                     | 0 | 1     | 2.riscv64 | -",
                    "foo-1.0-2                            | foo                     | 0 | 1.0   | 2      | -",
                    "foo.x86_64-1-2                       | foo.x86_64              | 0 | 1     | 2      | -",
                    "foo-1-2.X86_64                       | foo                     | 0 | 1     | 2.X86_64 | -",
                    "-1-2                                 | ''                      | 0 | 1     | 2      | -",
                    "foo-:1-2.noarch                      | foo                     | '' | 1    | 2      | noarch",
                    "foo-3:-2.noarch                      | foo                     | 3 | ''    | 2      | noarch",
                    "gpg-pubkey-8483c65d-5ccc5b19         | gpg-pubkey              | 0 | 8483c65d | 5ccc5b19 | -",
                    "gpg-pubkey-8483c65d-5ccc5b19.(none)  | gpg-pubkey              | 0 | 8483c65d | 5ccc5b19 | (none)"
                })
        void is_cut_from_the_right(
                String text, String name, String epoch, String version, String release, String arch) {
            assertThat(Nevra.parse(text)).contains(new Nevra(name, epoch, version, release, arch));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "foo",
                    "foo-1",
                    "foo-x86_64",
                    "foo.noarch",
                    "foo-1.x86_64",
                    "foo-1-noarch",
                    "1:foo-2.noarch",
                    "1:",
                    "foo bar"
                })
        void needs_two_dashes_when_its_architecture_is_off(String text) {
            assertThat(Nevra.parse(text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x86_64 i386 i486 i586 i686 src ia64 ppc ppc64 s390 s390x amd64 (none) noarch alpha alphaev4"
                            + " alphaev45 alphaev5 alphaev56 alphaev6 alphaev67 alphaev68 alphaev7 alphapca56 arm64"
                            + " armv5tejl armv5tel armv6l armv7hl armv7hnl armv7l athlon armhfp geode ia32e nosrc"
                            + " ppc64iseries ppc64le ppc64p7 ppc64pseries sh3 sh4 sh4a sparc sparc64 sparc64v sparcv8"
                            + " sparcv9 sparcv9v aarch64"
                })
        void may_be_of_any_known_architecture(String architectures) {
            assertThat(architectures.split(" "))
                    .hasSize(50)
                    .allSatisfy(arch ->
                            assertThat(parsed("foo-1-2." + arch)).isEqualTo(new Nevra("foo", "0", "1", "2", arch)));
        }
    }

    @Nested
    class An_oddity {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--          | '' | ----",
                    "---         | -  | ------",
                    "foo--1.0    | foo| foo--1.0",
                    "foo-1-      | foo| 1-foo-1-",
                    "foo-1-2.    | foo| 1-2.",
                    "7:--        | '' | ----"
                })
        void with_a_separator_at_its_end_takes_the_whole_text_for_the_right_part(
                String text, String name, String shown) {
            assertThat(parsed(text).name()).isEqualTo(name);
            assertThat(parsed(text).shown()).isEqualTo(shown);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "oracleasm-2.6.18-274.el5-2.0.5-1.el5.x86_64 | oracleasm | 2.6.18-274.el5-2.0.5-1.el5.x86_64",
                    "oracleasm-support-2.1.8-1.el5.x86_64        | oracleasm-support | 2.1.8-1.el5.x86_64",
                    "oracleasm-2.6.18-274.el6-2.0.5-1.x86_64     | oracleasm-2.6.18-274.el6 | 2.0.5-1.x86_64",
                    "myoracleasm-2.el5-2.0.5-1.x86_64            | myoracleasm-2.el5 | 2.0.5-1.x86_64"
                })
        void of_oracle_has_its_version_in_its_name(String text, String name, String shown) {
            assertThat(parsed(text).name()).isEqualTo(name);
            assertThat(parsed(text).shown()).isEqualTo(shown);
        }
    }

    @Nested
    class What_is_shown {

        @ParameterizedTest
        @CsvSource({
            "bash-5.1-9.el9.x86_64, 5.1-9.el9.x86_64, 5.1-9.el9.x86_64",
            "bash-0:5.1-9.el9.x86_64, 5.1-9.el9.x86_64, 5.1-9.el9.x86_64",
            "bash-2:5.1-9.el9.x86_64, 5.1-9.el9.x86_64, 2:5.1-9.el9.x86_64",
            "2:bash-5.1-9.noarch, 5.1-9.noarch, 2:5.1-9.noarch",
            "bash-5.1-9, 5.1-9, 5.1-9"
        })
        void is_version_release_arch_and_under_exact_rules_the_epoch(String text, String shown, String exact) {
            assertThat(parsed(text).shown()).isEqualTo(shown);
            assertThat(parsed(text).shownWithEpoch()).isEqualTo(exact);
        }

        @Test
        void leaves_out_what_is_empty() {
            assertThat(new Nevra("a", "", "1", "", null).shown()).isEqualTo("1");
            assertThat(new Nevra("a", "", "1", "", "noarch").shownWithEpoch()).isEqualTo("1.noarch");
        }
    }
}
