package io.drift.server.systems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.SystemState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answers of the service of historical profiles about own systems. */
public final class HistoryJson {

    private HistoryJson() {}

    /**
     * The states of a system.
     *
     * @param states the newest first
     * @return JSON
     */
    public static byte[] states(List<SystemState> states) {
        ObjectNode answer = SystemDocument.JSON.createObjectNode();
        ObjectNode system = answer.putArray("data").addObject();
        system.putArray("profiles");
        states.forEach(state -> system.withArrayProperty("profiles")
                .addObject()
                .put("captured_date", SystemDocument.stamp(state.captured().instant()))
                .put("id", state.id().toString())
                .put("system_id", state.systemId().toString()));
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes states with their profiles.
     *
     * @param states in their order
     * @param org whose they are
     * @param out receives JSON
     * @throws IOException if {@code out} fails
     */
    public static void write(List<KnownState> states, OrgId org, OutputStream out) throws IOException {
        out.write("{\"data\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < states.size(); i++) {
            out.write((i == 0 ? "" : ",").getBytes(StandardCharsets.UTF_8));
            write(states.get(i), org, out);
        }
        out.write("]}".getBytes(StandardCharsets.UTF_8));
    }

    private static void write(KnownState known, OrgId org, OutputStream out) throws IOException {
        String captured = SystemDocument.text(known.state().captured());
        ObjectNode members = SystemDocument.JSON
                .createObjectNode()
                .put("id", known.state().id().toString())
                .putNull("account")
                .put("org_id", org.value())
                .put("inventory_id", known.system().id().toString())
                .put("created", SystemDocument.stamp(known.state().captured().instant()))
                .put("display_name", known.system().name())
                .put("captured_date", captured);
        ObjectNode ofProfile = SystemDocument.JSON
                .createObjectNode()
                .put("captured_date", captured)
                .put("id", known.state().id().toString())
                .put("display_name", known.system().name());
        if (known.state().fqdn() != null && !SystemDocument.tellsFqdn(known.content())) {
            ofProfile.put("fqdn", known.state().fqdn());
        }
        SystemDocument.write(members, ofProfile, known.content(), out);
    }
}
