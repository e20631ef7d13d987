package io.drift.server.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.registry.store.BaselinePage;
import io.drift.registry.store.BaselineQuery;
import io.drift.registry.store.BaselineReads;
import io.drift.registry.store.CaptureDate;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.KnownState;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.StoredBaseline;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemReads;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.SystemStores;
import io.drift.registry.store.Tag;
import io.drift.server.systems.SystemDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept, as JSON lines: the version of the form, then each system with its states, the content of a state
 * before the first line that names it, then each baseline with its systems, and in the end how many lines there were. The same data makes the same bytes.
 *
 * <pre>{@code
 * DataExport.write(stores, OrgId.LOCAL, out);
 * }</pre>
 *
 * <p>Whatever else is kept gets lines of a kind of its own, here and in {@link DataImport}.
 */
public final class DataExport {

    /** The version of the form. */
    static final int VERSION = 1;

    /** The kind of the first line. */
    static final String FIRST = "drift_export";

    /** The kind of a line with the content of a state. */
    static final String CONTENT = "content";

    /** The kind of a line with a system and its current state. */
    static final String SYSTEM = "system";

    /** The kind of a line with an earlier state. */
    static final String STATE = "state";

    /** The kind of a line with a baseline. */
    static final String BASELINE = "baseline";

    /** The kind of the last line. */
    static final String END = "end";

    private static final SystemQuery.Window EVERYTHING = new SystemQuery.Window(0, Integer.MAX_VALUE);

    private final OrgId org;
    private final SystemReads store;
    private final OutputStream out;
    private final Set<String> written = new HashSet<>();
    private long lines;

    private DataExport(OrgId org, SystemReads store, OutputStream out) {
        this.org = org;
        this.store = store;
        this.out = out;
    }

    /**
     * Writes everything as it is at one moment.
     *
     * @param stores where it is kept
     * @param org whose
     * @param out receives the lines; stays open
     * @throws IOException if it does not take them
     */
    public static void write(SystemStores stores, OrgId org, OutputStream out) throws IOException {
        try {
            stores.read(store -> {
                new DataExport(org, store, out).write();
                return true;
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void write() {
        line("{\"" + FIRST + "\":" + VERSION + "}");
        store.systemIds(org).forEach(this::system);
        baselines();
        line("{\"" + END + "\":" + lines + "}");
    }

    /** In the order in which they were made. */
    private void baselines() {
        BaselineReads baselines = store.baselines();
        BaselineQuery oldestFirst =
                BaselineQuery.ALL.withOrder(BaselineQuery.Order.CREATED, true).withWindow(EVERYTHING);
        for (BaselinePage.Listed listed : baselines.page(org, oldestFirst).baselines()) {
            UUID id = listed.head().id();
            StoredBaseline baseline = baselines.find(org, List.of(id)).get(0);
            line(BASELINE, new ExportedBaseline(baseline, baselines.ofBaseline(org, id)).node());
        }
    }

    private void system(UUID id) {
        StoredSystem system = store.systems(org, List.of(id)).get(0);
        content(system.current());
        line(SYSTEM, node(system));
        store.states(org, id, EVERYTHING).stream()
                .filter(state -> !state.id().equals(system.current().id()))
                .forEach(state -> {
                    content(state);
                    line(STATE, node(state).put(SYSTEM, id.toString()));
                });
    }

    private void content(SystemState state) {
        if (written.add(state.digest())) {
            KnownState known = store.known(org, state.id()).orElseThrow();
            line("{\"" + CONTENT + "\":\"" + state.digest() + "\",\"document\":" + text(known.content()) + "}");
        }
    }

    private static String text(ProfileContent content) {
        try (InputStream in = content.read()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ObjectNode node(StoredSystem system) {
        SystemLabels labels = system.labels();
        ObjectNode node = SystemDocument.JSON
                .createObjectNode()
                .put("id", system.id().toString())
                .put("display_name", labels.displayName())
                .put("reporter", labels.reporter());
        addTags(labels.tags(), node);
        addIdentity(system.identity(), node);
        node.put("created", system.checkIns().first().toString())
                .put("updated", system.checkIns().last().toString());
        node.set(STATE, node(system.current()));
        return node;
    }

    /** A system that nobody tagged has null, and one whose tags were taken away an empty list. */
    private static void addTags(@Nullable List<Tag> tags, ObjectNode node) {
        if (tags == null) {
            node.putNull("tags");
            return;
        }
        node.putArray("tags");
        tags.forEach(tag -> node.withArrayProperty("tags")
                .addObject()
                .put("namespace", tag.namespace())
                .put("key", tag.key())
                .put("value", tag.value()));
    }

    private static void addIdentity(MachineIdentity identity, ObjectNode node) {
        for (IdentityKind kind : IdentityKind.values()) {
            node.put(kind.name().toLowerCase(Locale.ROOT), identity.id(kind));
        }
        node.put("bios_uuid", identity.biosUuid());
        node.putArray("mac_addresses");
        identity.macAddresses()
                .forEach(mac -> node.withArrayProperty("mac_addresses").add(mac));
    }

    private static ObjectNode node(SystemState state) {
        CaptureDate captured = state.captured();
        return SystemDocument.JSON
                .createObjectNode()
                .put("id", state.id().toString())
                .put("captured", captured.instant().toString())
                .put("captured_as_given", captured.asGiven())
                .put("fqdn", state.fqdn())
                .put(CONTENT, state.digest());
    }

    private void line(String kind, ObjectNode what) {
        ObjectNode line = SystemDocument.JSON.createObjectNode();
        line.set(kind, what);
        line(line.toString());
    }

    private void line(String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            lines++;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
