package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words of a command line stand for. */
class ColumnWordTest {

    private static final String ID = "59fca191-cba6-48d4-af2b-1b846d53bb23";

    @Test
    void some_words_are_whole() {
        assertThat(ColumnWord.parse("here")).isEqualTo(new ColumnWord.Here());
        assertThat(ColumnWord.parse("-")).isEqualTo(new ColumnWord.StandardInput());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"web-1.json", "./here", "fleet/", "/tmp/a:b", "ssh", "C:\\x", "", "system", "a@b", "HERE", "--"})
    void other_words_are_paths_or_names(String word) {
        assertThat(ColumnWord.parse(word)).isEqualTo(new ColumnWord.Plain(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "-", "ssh:web-1", "a b", "file:x"})
    void a_file_may_have_any_name(String path) {
        assertThat(ColumnWord.parse("file:" + path)).isEqualTo(new ColumnWord.FilePath(path));
    }

    @Test
    void a_machine_has_perhaps_a_user_and_a_port() {
        assertThat(ColumnWord.parse("ssh:web-1")).isEqualTo(new ColumnWord.Ssh(new SshHost(null, "web-1", null)));
        assertThat(ColumnWord.parse("ssh:ops@web-1.example.com:2222"))
                .isEqualTo(new ColumnWord.Ssh(new SshHost("ops", "web-1.example.com", 2222)));
        assertThat(ColumnWord.parse("ssh:[2001:db8::1]:22"))
                .isEqualTo(new ColumnWord.Ssh(new SshHost(null, "2001:db8::1", 22)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh:",
                "ssh:-x",
                "ssh:-oProxyCommand=id",
                "ssh:a@-x",
                "ssh:-x@a",
                "ssh:@a",
                "ssh:a@",
                "ssh:a:",
                "ssh:a:0",
                "ssh:a:65536",
                "ssh:a:x",
                "ssh:a b",
                "ssh:a;id",
                "ssh:$(id)",
                "ssh://a",
                "ssh:a\nb"
            })
    void what_is_no_machine_is_refused(String word) {
        assertThatExceptionOfType(CannotCompareException.class)
                .isThrownBy(() -> ColumnWord.parse(word))
                .withMessageContaining("write ssh:[USER@]HOST[:PORT]");
    }

    @Test
    void a_server_knows_systems_and_baselines() {
        assertThat(ColumnWord.parse("system:web-1")).isEqualTo(new ColumnWord.OnServer(false, "web-1", null));
        assertThat(ColumnWord.parse("baseline:golden image"))
                .isEqualTo(new ColumnWord.OnServer(true, "golden image", null));
        assertThat(ColumnWord.parse("system:web-1@previous"))
                .isEqualTo(new ColumnWord.OnServer(false, "web-1", new Moment.Previous()));
        assertThat(ColumnWord.parse("system:ops@web-1@" + ID))
                .isEqualTo(new ColumnWord.OnServer(false, "ops@web-1", new Moment.ProfileId(UUID.fromString(ID))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:", "system:", "baseline:", "system:@previous", "baseline:golden@previous"})
    void what_names_nothing_or_too_much_is_refused(String word) {
        assertThatExceptionOfType(CannotCompareException.class).isThrownBy(() -> ColumnWord.parse(word));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-02, 2026-08-02T23:59:59.999999999Z",
        "2026-08-02T12:00, 2026-08-02T12:00:00Z",
        "2026-08-02T12:00:30Z, 2026-08-02T12:00:30Z",
        "2026-08-02T12:00+02:00, 2026-08-02T10:00:00Z"
    })
    void a_date_is_a_moment(String text, Instant latest) {
        assertThat(Moment.parse(text)).isEqualTo(new Moment.At(latest));
    }

    @ParameterizedTest
    @CsvSource({"-7d, P7D", "-12h, PT12H", "-2w, P14D", "-0d, PT0S"})
    void so_is_an_age(String text, Duration age) {
        assertThat(Moment.parse(text)).isEqualTo(new Moment.Ago(age));
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        assertThat(new Moment.Ago(age).before(clock)).isEqualTo(new Moment.At(Instant.EPOCH.minus(age)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "7d",
                "-7",
                "-7m",
                "-123456d",
                "2026-13-01",
                "2026-08-02 12:00",
                "2026-08",
                "Previous",
                "+999999999-12-31",
                "59fca191-cba6-48d4-af2b"
            })
    void what_is_no_moment_is_refused(String text) {
        assertThatExceptionOfType(CannotCompareException.class)
                .isThrownBy(() -> Moment.parse(text))
                .withMessageContaining("is no moment: write a date");
    }
}
