package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.source.SourceId;
import io.drift.json.SystemReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A machine that is asked is the system that a server knows, if its name and a network card say so. */
class KnownMachinesTest {

    private static final ColumnWord SERVER = new ColumnWord.OnServer(false, "web-1", null);
    private static final ColumnWord HERE = new ColumnWord.Here();

    private static ReadSystem read(@Nullable ColumnWord word, String id, String fqdn, String card) throws IOException {
        String document = """
                {"id": "%s", "system_profile": {"fqdn": "%s", "network_interfaces": [
                    {"name": "lo", "mac_address": "00:00:00:00:00:00"}, {"name": "eth0", "mac_address": "%s"}]}}
                """.formatted(id, fqdn, card);
        return new ReadSystem(
                new InputFile(id),
                word,
                0,
                new SystemReader()
                        .readAll(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                        .get(0),
                null);
    }

    @Test
    void the_same_name_and_card_are_one_machine_whatever_its_ids() throws IOException {
        ReadSystem known = read(SERVER, "server-id", "web-1.example.com", "52:54:00:00:00:01");
        ReadSystem asked = read(HERE, "own-id", "web-1.example.com", "52:54:00:00:00:01");

        KnownMachines machines = new KnownMachines(List.of(asked, known));

        assertThat(machines.machineOf("own-id")).isEqualTo(SourceId.of("server-id"));
        assertThat(machines.machineOf("server-id")).isEqualTo(SourceId.of("server-id"));
    }

    @Test
    void where_several_fit_none_is_it_and_localhost_and_cards_of_containers_tell_nobody() throws IOException {
        ReadSystem asked = read(HERE, "own-id", "web-1.example.com", "52:54:00:00:00:01");
        assertThat(new KnownMachines(List.of(
                                asked,
                                read(SERVER, "one", "web-1.example.com", "52:54:00:00:00:01"),
                                read(SERVER, "two", "web-1.example.com", "52:54:00:00:00:01")))
                        .machineOf("own-id"))
                .isEqualTo(SourceId.of("own-id"));
        for (String[] both : new String[][] {
            {"localhost.localdomain", "52:54:00:00:00:01"}, {"web-1.example.com", "02:42:AC:11:00:02"}
        }) {
            assertThat(new KnownMachines(List.of(
                                    read(HERE, "own-id", both[0], both[1]), read(SERVER, "one", both[0], both[1])))
                            .machineOf("own-id"))
                    .isEqualTo(SourceId.of("own-id"));
        }
    }

    @Test
    void a_name_alone_and_a_card_alone_are_not_enough_and_files_are_what_their_ids_say() throws IOException {
        ReadSystem known = read(SERVER, "server-id", "web-1.example.com", "52:54:00:00:00:01");

        for (ReadSystem other : List.of(
                read(HERE, "own-id", "web-1.example.com", "52:54:00:00:00:02"),
                read(HERE, "own-id", "web-2.example.com", "52:54:00:00:00:01"),
                read(null, "own-id", "web-1.example.com", "52:54:00:00:00:01"))) {
            assertThat(new KnownMachines(List.of(known, other)).machineOf("own-id"))
                    .isEqualTo(SourceId.of("own-id"));
        }
    }
}
