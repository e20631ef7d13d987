package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshHostTest {

    @ParameterizedTest
    @CsvSource({
        "ssh:web-1,-- web-1",
        "ssh:admin@web-1.example.com,-- admin@web-1.example.com",
        "ssh:web-1:2222,-p 2222 -- web-1",
        "ssh:a.b@10.0.0.9:22,-p 22 -- a.b@10.0.0.9",
        "ssh:[2001:db8::1]:22,-p 22 -- 2001:db8::1",
        "ssh:root@[fe80::1%eth0],-- root@fe80::1%eth0",
    })
    void a_host_is_where_to_go(String word, String destination) {
        assertThat(String.join(" ", SshHost.parse(word).destination())).isEqualTo(destination);
    }

    /** ssh would take them for options, or the shell of the other side for commands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh:",
                "ssh:-oProxyCommand=reboot",
                "ssh:-l",
                "ssh:-x@web-1",
                "ssh:a@-web",
                "ssh:@web-1",
                "ssh:web-1:",
                "ssh:web-1:ssh",
                "ssh:web-1:0",
                "ssh:web-1:70000",
                "ssh:web 1",
                "ssh:web;reboot",
                "ssh:$(reboot)",
                "ssh:a@b@c",
                "ssh:[-x]",
                "ssh:web\n1",
            })
    void what_is_no_host_is_refused(String word) {
        assertThatThrownBy(() -> SshHost.parse(word))
                .isInstanceOf(CannotCompareException.class)
                .hasMessageContaining("is no machine: write ssh:[USER@]HOST[:PORT]");
    }

    @Test
    void a_host_is_shown_as_it_was_written() {
        for (String word : new String[] {"web-1", "admin@web-1:2222", "root@[2001:db8::1]:22"}) {
            assertThat(SshHost.parse("ssh:" + word)).hasToString(word);
        }
    }
}
