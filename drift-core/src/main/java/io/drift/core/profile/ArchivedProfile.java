package io.drift.core.profile;

import io.drift.core.fact.CodePointOrder;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import io.drift.core.fact.MemoryShare;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as the archived service read them ({@link Reading#ARCHIVED}): the parts that it knew, and the rows of its
 * single facts even where no system has a value. Keys that it did not know are ignored.
 */
final class ArchivedProfile implements ProfileParts {

    private final FactRecorder facts = new FactRecorder();
    private final List<SkippedPart> skipped = new ArrayList<>();
    private final ScalarFacts scalars;
    /** The fact that says that the client runs by itself. */
    private final FactSlot insightsService;

    private final FactSlot sapSids;

    private final ArchivedPackages packages;
    private final ProcessFacts processes;
    private final ObjectFacts ansible;
    private final ObjectFacts mssql;
    private final ObjectFacts systemd;

    private final Map<String, ListPart> lists = new HashMap<>();
    private final Map<String, Consumer<Map<?, ?>>> objectLists = new HashMap<>();
    private final Map<String, Consumer<Map<?, ?>>> objects = new HashMap<>();
    private final Map<String, BiConsumer<String, Object>> values = new HashMap<>();

    private @Nullable String capturedDate;
    private @Nullable String operatingSystem;
    private Map<?, ?> sap = Map.of();
    private Map<?, ?> workloads = Map.of();

    ArchivedProfile() {
        scalars = new ScalarFacts(facts);
        insightsService = facts.slot("enabled_services", "insights-client");
        sapSids = facts.slot("sap_sids");
        packages = new ArchivedPackages(facts, skipped);
        processes = new ProcessFacts(facts);
        ansible = new ObjectFacts(facts, "ansible");
        mssql = new ObjectFacts(facts, "mssql");
        systemd = new ObjectFacts(facts, "systemd");
        defineParts();
    }

    /** Which part of a profile belongs to whom, by its shape. */
    private void defineParts() {
        lists.put("cpu_flags", ListFacts.of(facts, "cpu_flags", "enabled"));
        lists.put("kernel_modules", ListFacts.of(facts, "kernel_modules", "enabled"));
        lists.put("installed_services", ListFacts.of(facts, "installed_services", "installed"));
        lists.put("enabled_services", ListFacts.of(facts, "enabled_services", "enabled"));
        lists.put("running_processes", processes.part());
        lists.put("installed_packages", packages.part());
        lists.put("installed_packages_delta", packages.deltaPart());

        objectLists.put("deb_packages", packages::deb);
        objectLists.put("network_interfaces", new NetworkFacts(facts, skipped)::item);
        objectLists.put("yum_repos", new RepositoryFacts(facts, skipped)::item);

        objects.put("ansible", ansible::record);
        objects.put("mssql", mssql::record);
        objects.put("systemd", systemd::record);
        objects.put("sap", map -> sap = map);
        objects.put("workloads", map -> workloads = map);
        objects.put("operating_system", map -> operatingSystem = textOrNull(map.get("name")));

        ScalarFacts.KEYS.forEach(key -> values.put(key, scalars::record));
        values.put("sap_sids", (key, value) -> recordSids(value));
        values.put("system_memory_bytes", (key, value) -> recordMemory(value));
        values.put("captured_date", (key, value) -> capturedDate = PythonText.of(value));
    }

    @Override
    public void within(MemoryShare share) {
        facts.within(share);
    }

    @Override
    public void begin() {
        capturedDate = null;
        operatingSystem = null;
        sap = Map.of();
        workloads = Map.of();
        skipped.clear();
        packages.begin();
        scalars.begin();
    }

    @Override
    public @Nullable ListPart listPart(String key) {
        return lists.get(key);
    }

    @Override
    public @Nullable Consumer<@Nullable Object> objectsPart(String key) {
        Consumer<Map<?, ?>> list = objectLists.get(key);
        return list == null ? null : item -> asObject(key, item, list);
    }

    @Override
    public boolean isRead(String key) {
        return values.containsKey(key)
                || objects.containsKey(key)
                || objectLists.containsKey(key)
                || lists.containsKey(key);
    }

    @Override
    public void part(String key, Object value) {
        if (values.containsKey(key)) {
            values.get(key).accept(key, value);
        } else if (objects.containsKey(key)) {
            asObject(key, value, objects.get(key));
        } else if (objectLists.containsKey(key)) {
            asList(key, value, item -> asObject(key, item, objectLists.get(key)));
        } else if (lists.containsKey(key)) {
            asList(key, value, item -> lists.get(key).item(PythonText.of(item)).record());
        }
    }

    private void asObject(String key, @Nullable Object value, Consumer<Map<?, ?>> object) {
        if (value instanceof Map<?, ?> map) {
            object.accept(map);
        } else {
            skipped.add(new SkippedPart(key, "not an object: " + value));
        }
    }

    private void asList(String key, Object value, Consumer<@Nullable Object> items) {
        if (value instanceof Collection<?> list) {
            list.forEach(items);
        } else {
            skipped.add(new SkippedPart(key, "not a list: " + value));
        }
    }

    private void recordSids(Object value) {
        List<String> sids = new ArrayList<>();
        asList("sap_sids", value, sid -> sids.add(PythonText.of(sid)));
        if (value instanceof Collection) {
            sids.sort(CodePointOrder.INSTANCE);
            sapSids.record(String.join(", ", sids));
        }
    }

    private void recordMemory(Object value) {
        if (value instanceof Number bytes && Double.isFinite(bytes.doubleValue())) {
            facts.record("system_memory", ByteSize.of(bytes));
        } else {
            skipped.add(new SkippedPart("system_memory_bytes", "not a number: " + value));
        }
    }

    private static @Nullable String textOrNull(@Nullable Object value) {
        return value == null ? null : PythonText.of(value);
    }

    @Override
    public void skip(String key, String reason) {
        skipped.add(new SkippedPart(key, reason));
    }

    @Override
    public RecordedProfile end(boolean exists) {
        recordSap(sap);
        recordWorkloads();
        ansible.end();
        mssql.end();
        systemd.end();
        processes.end();
        packages.end();
        InsightsClient client = new InsightsClient(packages.insightsClient(), insightsService.isRecorded());
        return new RecordedProfile(
                Reading.ARCHIVED,
                facts.end(),
                new ProfileHeader(exists, capturedDate, operatingSystem, client),
                skipped);
    }

    /** Where today's inventory puts what used to stand at the root (Q26). */
    private void recordWorkloads() {
        if (workloads.get("sap") instanceof Map<?, ?> workload) {
            recordSap(workload);
        }
        if (workloads.get("ansible") instanceof Map<?, ?> workload) {
            ansible.recordUnlessPresent(workload);
        }
        if (workloads.get("mssql") instanceof Map<?, ?> workload) {
            mssql.recordUnlessPresent(workload);
        }
    }

    /** The object that the inventory had for a while (Q44), or that of the workloads: what was recorded before it wins. */
    private void recordSap(Map<?, ?> object) {
        scalars.recordUnlessPresent("sap_system", object.get("sap_system"));
        scalars.recordUnlessPresent("sap_instance_number", object.get("instance_number"));
        scalars.recordUnlessPresent("sap_version", object.get("version"));
        Object sids = object.get("sids");
        if (sids != null && !sapSids.isRecorded()) {
            recordSids(sids);
        }
    }
}
