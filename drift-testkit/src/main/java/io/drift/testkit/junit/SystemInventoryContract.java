package io.drift.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.InventorySystem;
import io.drift.json.ProfileReader;
import io.drift.testkit.SystemDocument;
import io.drift.testkit.Systems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link SystemInventory} must do. A test class extends it and says how to make one. */
public abstract class SystemInventoryContract extends FoundByIds<SystemDocument, InventorySystem> {

    /** For subclasses. */
    protected SystemInventoryContract() {}

    /**
     * Makes an inventory.
     *
     * @param systems what it knows, and nothing else
     * @return the inventory to be tested
     */
    protected abstract SystemInventory inventoryWith(List<SystemDocument> systems);

    /**
     * Says how the adapter records profiles.
     *
     * @return a reader that records as the server does; override it for an adapter that tells packages apart more closely
     */
    protected ProfileReader profiles() {
        return new ProfileReader(Reading.ARCHIVED);
    }

    /**
     * Whether there can be systems that never uploaded a profile.
     *
     * @return true; override it for a source in which no system is without one, and nothing is asked about such systems
     */
    protected boolean knowsSystemsWithoutProfile() {
        return true;
    }

    @Override
    final SystemDocument document(int number) {
        return Systems.system("system-" + number)
                .with("arch", "x86_64")
                .with("number_of_cpus", number)
                .with("cpu_flags", List.of("fpu", "vme"))
                .with("yum_repos", List.of(Map.of("name", "BaseOS", "enabled", true)))
                .withPackages("bash-0:5.1.8-" + number + ".el9.x86_64")
                .withTag("insights-client", "number", Integer.toString(number))
                .capturedAt("2024-10-21T03:14:07+00:00")
                .document();
    }

    @Override
    final InventorySystem domainOf(SystemDocument document) {
        return document.system(profiles());
    }

    @Override
    final Finding<InventorySystem> finding(List<SystemDocument> known) {
        return inventoryWith(known)::find;
    }

    @Test
    void joins_record_profile_and_tags() {
        SystemDocument system = Systems.system("web-1")
                .withHost("updated", "2024-10-21T03:14:52+00:00")
                .withHost("stale_warning_timestamp", "2024-10-29T03:14:52+00:00")
                .with("arch", "x86_64")
                .withTag("insights-client", "role", "web")
                .document();

        InventorySystem found = onlyOne(system);

        assertThat(found.host().fqdn()).isEqualTo("web-1.example.com");
        assertThat(found.host().updated()).isEqualTo("2024-10-21T03:14:52+00:00");
        assertThat(found.host().staleWarning()).isEqualTo("2024-10-29T03:14:52+00:00");
        assertThat(found.profile().exists()).isTrue();
        assertThat(found.facts().asMap())
                .containsEntry(FactName.of("fqdn"), new FactValue.Text("web-1.example.com"))
                .containsEntry(FactName.of("arch"), new FactValue.Text("x86_64"))
                .containsEntry(FactName.of("tags", "insights-client.role"), new FactValue.Text("web"));
    }

    @Test
    void finds_a_system_that_never_uploaded_a_profile() {
        assumeTrue(knowsSystemsWithoutProfile(), "no system is without a profile here");

        InventorySystem found = onlyOne(Systems.system("spare-1").document());

        assertThat(found.name()).isEqualTo("spare-1");
        assertThat(found.profile().exists()).isFalse();
    }

    @Test
    void keeps_all_values_of_a_tag_that_is_set_twice() {
        InventorySystem found = onlyOne(Systems.system("db-1")
                .withTag("insights-client", "backup", "nightly")
                .withTag("insights-client", "backup", "weekly")
                .document());

        assertThat(found.facts().asMap())
                .containsEntry(
                        FactName.of("tags", "insights-client.backup"),
                        new FactValue.Several(List.of("nightly", "weekly")));
    }

    @Test
    void keeps_what_is_known_of_the_profile_besides_its_facts() {
        SystemDocument system = Systems.system("web-1")
                .capturedAt("2024-10-21T03:14:07+00:00")
                .with("operating_system", Map.of("name", "RHEL", "major", 9, "minor", 4))
                .with("enabled_services", List.of("insights-client"))
                .withPackages("insights-client-0:3.2.7-1.el9.noarch")
                .document();

        RecordedProfile found = onlyOne(system).profile();

        assertThat(found.header().capturedDate()).isEqualTo("2024-10-21T03:14:07+00:00");
        assertThat(found.header().operatingSystem()).isEqualTo("RHEL");
        assertThat(found.header().client().installed()).isTrue();
        assertThat(found.header().client().enabled()).isTrue();
    }

    private InventorySystem onlyOne(SystemDocument system) {
        List<InventorySystem> found = inventoryWith(List.of(system)).find(List.of(system.id()), context());
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
