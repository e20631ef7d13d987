package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.error.InvalidQueryException;
import io.drift.registry.store.CaptureDate;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.SystemState;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeldProfilesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int SIZE = 1000;

    private final HeldProfiles held = new HeldProfiles(known -> known.system().id(), 32L * 3 * (SIZE + 100));

    /** Its content does not get smaller. */
    private static KnownState known(int number) {
        byte[] bytes = new byte[SIZE];
        new Random(number).nextBytes(bytes);
        ProfileContent content = ProfileContent.of(bytes);
        UUID id = new UUID(0, number);
        SystemState state = new SystemState(id, id, new CaptureDate(NOON, null), null, content.digest());
        StoredSystem system = new StoredSystem(
                id,
                MachineIdentity.NONE,
                new SystemLabels(null, null, null),
                new StoredSystem.CheckIns(NOON, NOON),
                state);
        return new KnownState(system, state, content);
    }

    @Test
    void they_come_in_the_order_of_the_ids_that_there_are() {
        held.accept(known(1));
        held.accept(known(2));
        assertThat(held.inOrder(List.of(new UUID(0, 2), new UUID(0, 9), new UUID(0, 1))))
                .extracting(known -> known.system().id())
                .containsExactly(new UUID(0, 2), new UUID(0, 1));
    }

    @Test
    void a_thirty_second_of_the_heap_is_the_most() {
        held.accept(known(1));
        held.accept(known(2));
        held.accept(known(3));
        assertThatThrownBy(() -> held.accept(known(4)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("ask for fewer at once");
    }
}
