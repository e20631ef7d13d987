package io.drift.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.source.InventorySystem;
import io.drift.testkit.junit.SystemInventoryContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeInventoryTest extends SystemInventoryContract {

    private final InventorySystem one = Systems.system("web-1").build();
    private final InventorySystem other = Systems.system("web-2").build();
    private final FakeInventory fake = new FakeInventory().with(one, other);

    @Override
    protected SystemInventory inventoryWith(List<SystemDocument> systems) {
        return new FakeInventory()
                .with(systems.stream().map(SystemDocument::system).toArray(InventorySystem[]::new));
    }

    @Test
    void finds_in_the_order_of_the_ids() {
        assertThat(fake.find(List.of(other.id(), one.id()), context())).containsExactly(other, one);
    }

    @Test
    void leaves_out_what_it_does_not_know() {
        assertThat(fake.find(List.of("nobody", one.id()), context())).containsExactly(one);
    }

    @Test
    void replaces_a_system_of_the_same_id() {
        InventorySystem newer = Systems.system("web-1").with("arch", "x86_64").build();

        assertThat(fake.with(newer).find(List.of(one.id()), context())).containsExactly(newer);
    }

    @Test
    void fails_as_told_until_it_recovers() {
        fake.failWith(new ServiceFailureException("inventory", "down"));
        assertThatThrownBy(() -> fake.find(List.of(one.id()), context())).hasMessage("down");

        fake.recover();
        assertThat(fake.find(List.of(one.id()), context())).containsExactly(one);
    }

    @Test
    void remembers_what_it_was_asked() {
        RequestContext context = context();
        fake.find(List.of(one.id()), context);
        fake.find(List.of(), context);

        assertThat(fake.calls())
                .containsExactly(new PortCall(List.of(one.id()), context), new PortCall(List.of(), context));
    }
}
