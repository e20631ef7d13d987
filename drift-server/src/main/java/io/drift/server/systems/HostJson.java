package io.drift.server.systems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemPage;
import io.drift.registry.systems.Staleness;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers of the inventory about own systems, in the shapes that it has today. */
public final class HostJson {

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private final OrgId org;
    private final Staleness staleness;

    /**
     * Answers for an organisation.
     *
     * @param org whose systems they are
     * @param staleness when they count as stale
     */
    public HostJson(OrgId org, Staleness staleness) {
        this.org = org;
        this.staleness = staleness;
    }

    /**
     * A page of hosts.
     *
     * @param page which ones
     * @param number of the page, from 1
     * @param perPage how many a page has
     * @return JSON
     */
    public byte[] hosts(SystemPage page, int number, int perPage) {
        ObjectNode envelope = envelope(page.total(), page.systems().size(), number, perPage);
        page.systems().forEach(system -> envelope.withArrayProperty("results").add(host(system)));
        if (page.systems().isEmpty()) {
            envelope.putArray("results");
        }
        return envelope.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The tags of hosts.
     *
     * @param page which ones
     * @param number of the page, from 1
     * @param perPage how many a page has
     * @return JSON
     */
    public byte[] tags(SystemPage page, int number, int perPage) {
        ObjectNode envelope = envelope(page.total(), page.systems().size(), number, perPage);
        ObjectNode results = envelope.putObject("results");
        page.systems()
                .forEach(system -> results.set(
                        system.id().toString(),
                        SystemDocument.tags(system.labels().tagsOrNone())));
        return envelope.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes the profiles of hosts.
     *
     * @param states what they are now
     * @param total how many were asked for
     * @param number of the page, from 1
     * @param perPage how many a page has
     * @param out receives JSON
     * @throws IOException if {@code out} fails
     */
    public void writeProfiles(List<KnownState> states, long total, int number, int perPage, OutputStream out)
            throws IOException {
        String envelope = envelope(total, states.size(), number, perPage).toString();
        write(envelope.substring(0, envelope.length() - 1) + ",\"results\":[", out);
        for (int i = 0; i < states.size(); i++) {
            KnownState known = states.get(i);
            write(i == 0 ? "" : ",", out);
            ObjectNode members = SystemDocument.JSON
                    .createObjectNode()
                    .put("id", known.system().id().toString());
            ObjectNode date = SystemDocument.JSON
                    .createObjectNode()
                    .put("captured_date", SystemDocument.text(known.state().captured()));
            SystemDocument.write(members, date, known.content(), out);
        }
        write("]}", out);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode envelope(long total, int count, int number, int perPage) {
        return SystemDocument.JSON
                .createObjectNode()
                .put("total", total)
                .put("count", count)
                .put("page", number)
                .put("per_page", perPage);
    }

    /** A host as {@code /hosts/{ids}} shows it. */
    ObjectNode host(StoredSystem system) {
        ObjectNode host = SystemDocument.JSON
                .createObjectNode()
                .put("id", system.id().toString())
                .put("org_id", org.value())
                .putNull("account")
                .put("display_name", system.name())
                .put("fqdn", system.current().fqdn());
        addIdentity(system.identity(), host);
        host.putArray("facts");
        host.putArray("groups");
        addTimes(system, host);
        return host;
    }

    private static void addIdentity(MachineIdentity identity, ObjectNode host) {
        String insightsId = uuid(identity.id(IdentityKind.INSIGHTS_ID));
        host.put("insights_id", insightsId == null ? NO_ID : insightsId)
                .put("subscription_manager_id", uuid(identity.id(IdentityKind.SUBSCRIPTION_MANAGER_ID)))
                .put("bios_uuid", uuid(identity.biosUuid()))
                .putNull("ansible_host")
                .putNull("satellite_id")
                .putNull("ip_addresses")
                .putNull("provider_id")
                .putNull("provider_type");
        if (identity.macAddresses().isEmpty()) {
            host.putNull("mac_addresses");
        } else {
            identity.macAddresses()
                    .forEach(mac -> host.withArrayProperty("mac_addresses").add(mac));
        }
    }

    private void addTimes(StoredSystem system, ObjectNode host) {
        Instant last = system.checkIns().last();
        host.put("reporter", system.labels().reporter())
                .put("created", SystemDocument.stamp(system.checkIns().first()))
                .put("updated", SystemDocument.stamp(last))
                .put("last_check_in", SystemDocument.stamp(last))
                .put("stale_timestamp", SystemDocument.stamp(staleness.staleAt(last)))
                .put("stale_warning_timestamp", SystemDocument.stamp(staleness.warningAt(last)));
        Instant culled = staleness.culledAt(last);
        host.put("culled_timestamp", culled == null ? null : SystemDocument.stamp(culled));
        host.putObject("per_reporter_staleness");
    }

    /** The form with dashes of an id that is a UUID; others are as they are. */
    private static @Nullable String uuid(@Nullable String id) {
        if (id == null || !id.matches("[0-9a-f]{32}")) {
            return id;
        }
        return new UUID(Long.parseUnsignedLong(id, 0, 16, 16), Long.parseUnsignedLong(id, 16, 32, 16)).toString();
    }
}
