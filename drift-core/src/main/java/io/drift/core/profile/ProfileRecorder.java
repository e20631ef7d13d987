package io.drift.core.profile;

import io.drift.core.fact.CodePointOrder;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns system profiles into facts, one profile after another. It is driven part by part: {@link #begin}, then
 * {@link #part} for each key of the profile (or {@link #listPart} for a long list, item by item), then {@link #end}. The
 * order of the parts does not matter. Keys that are not compared are ignored.
 *
 * <p>Values are plain: null, {@link Boolean}, {@link Number}, {@link String}, {@link List} and {@link Map}. A null
 * value is an absent one. Not thread-safe.
 *
 * <pre>{@code
 * ProfileRecorder recorder = new ProfileRecorder();
 * recorder.begin();
 * recorder.part("arch", "x86_64");
 * recorder.part("cpu_flags", List.of("fpu", "vme"));
 * RecordedProfile profile = recorder.end();
 * }</pre>
 */
public final class ProfileRecorder {

    private final FactRecorder facts = new FactRecorder();
    private final Reading reading;
    private final ProfileWarnings warnings;
    private final ScalarFacts scalars;
    /** The fact that says that the client runs by itself. */
    private final FactSlot insightsService;

    private final FactSlot sapSids;

    private final PackageFacts packages;
    private final ProcessFacts processes;
    private final ObjectFacts ansible;
    private final ObjectFacts mssql;
    private final ObjectFacts systemd;

    private final Map<String, ListPart> lists = new HashMap<>();
    private final Map<String, Consumer<Map<?, ?>>> objectLists = new HashMap<>();
    private final Map<String, Consumer<Map<?, ?>>> objects = new HashMap<>();
    private final Map<String, BiConsumer<String, Object>> values = new HashMap<>();

    private boolean exists;
    private @Nullable String capturedDate;
    private @Nullable String operatingSystem;
    private Map<?, ?> workloads = Map.of();

    /** A recorder that reads exactly and leaves out what it cannot read. */
    public ProfileRecorder() {
        this(Reading.EXACT, ProfileWarnings.IGNORED);
    }

    /**
     * A recorder for the profiles of one comparison.
     *
     * @param reading how closely profiles are read
     * @param warnings hears of what had to be left out
     */
    public ProfileRecorder(Reading reading, ProfileWarnings warnings) {
        this.reading = reading;
        this.warnings = warnings;
        scalars = new ScalarFacts(facts);
        insightsService = facts.slot("enabled_services", "insights-client");
        sapSids = facts.slot("sap_sids");
        packages = new PackageFacts(facts, reading, warnings);
        processes = new ProcessFacts(facts);
        ansible = new ObjectFacts(facts, "ansible");
        mssql = new ObjectFacts(facts, "mssql");
        systemd = new ObjectFacts(facts, "systemd");
        defineParts();
    }

    /** Which class records which part of a profile, by the shape of the part. */
    private void defineParts() {
        lists.put("cpu_flags", ListFacts.of(facts, "cpu_flags", "enabled"));
        lists.put("kernel_modules", ListFacts.of(facts, "kernel_modules", "enabled"));
        lists.put("installed_services", ListFacts.of(facts, "installed_services", "installed"));
        lists.put("enabled_services", ListFacts.of(facts, "enabled_services", "enabled"));
        lists.put("running_processes", processes.part());
        lists.put("installed_packages", packages.part());
        lists.put("installed_packages_delta", packages.deltaPart());

        objectLists.put("deb_packages", packages::deb);
        objectLists.put("network_interfaces", new NetworkFacts(facts, warnings)::item);
        objectLists.put("yum_repos", new RepositoryFacts(facts, warnings)::item);

        objects.put("ansible", ansible::record);
        objects.put("mssql", mssql::record);
        objects.put("systemd", systemd::record);
        objects.put("workloads", map -> workloads = map);
        objects.put("operating_system", map -> operatingSystem = textOrNull(map.get("name")));

        ScalarFacts.KEYS.forEach(key -> values.put(key, scalars::record));
        values.put("sap_sids", (key, value) -> recordSids(value));
        values.put("system_memory_bytes", (key, value) -> recordMemory(value));
        values.put("captured_date", (key, value) -> capturedDate = PythonText.of(value));
    }

    /** Begins a profile. */
    public void begin() {
        exists = false;
        capturedDate = null;
        operatingSystem = null;
        workloads = Map.of();
        packages.begin();
        scalars.begin();
    }

    /**
     * A part that is a list of texts, for a reader that meets its items one by one.
     *
     * @param key the key of the part
     * @return works out each item; null if the part is not such a list: give it to {@link #part} then
     */
    public @Nullable ListPart listPart(String key) {
        ListPart list = lists.get(key);
        if (list != null) {
            exists = true;
        }
        return list;
    }

    /**
     * The receiver of a part that is a list of objects, for a reader that meets them one by one.
     *
     * @param key the key of the part
     * @return takes each item, a {@link Map}, and keeps nothing of it; one of another kind is reported to the warnings; null
     *     if the part is not such a list: give it to {@link #part} then
     */
    public @Nullable Consumer<@Nullable Object> objectsOf(String key) {
        Consumer<Map<?, ?>> list = objectLists.get(key);
        if (list == null) {
            return null;
        }
        exists = true;
        return item -> asObject(key, item, list);
    }

    /**
     * Whether a part becomes facts or is needed for the report; the value of any other part does not matter.
     *
     * @param key the key of the part
     * @return false for keys that {@link #part} ignores
     */
    public boolean isCompared(String key) {
        return values.containsKey(key)
                || objects.containsKey(key)
                || objectLists.containsKey(key)
                || lists.containsKey(key);
    }

    /**
     * A whole part. One of the wrong shape is left out and reported to the warnings.
     *
     * @param key its key in the profile
     * @param value its value; null counts as absent
     */
    public void part(String key, @Nullable Object value) {
        exists = true;
        if (value == null) {
            return;
        }
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

    /**
     * A whole profile.
     *
     * @param profile its parts by key
     * @return what {@link #begin}, {@link #part} for each and {@link #end} make of it
     */
    public RecordedProfile record(Map<String, ? extends @Nullable Object> profile) {
        begin();
        profile.forEach(this::part);
        return end();
    }

    private void asObject(String key, @Nullable Object value, Consumer<Map<?, ?>> object) {
        if (value instanceof Map<?, ?> map) {
            object.accept(map);
        } else {
            warnings.skipped(key, "not an object: " + value);
        }
    }

    private void asList(String key, Object value, Consumer<@Nullable Object> items) {
        if (value instanceof Collection<?> list) {
            list.forEach(items);
        } else {
            warnings.skipped(key, "not a list: " + value);
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
            warnings.skipped("system_memory_bytes", "not a number: " + value);
        }
    }

    private static @Nullable String textOrNull(@Nullable Object value) {
        return value == null ? null : PythonText.of(value);
    }

    /**
     * Ends a profile.
     *
     * @return its facts, and what the report's header shows of it
     */
    public RecordedProfile end() {
        recordWorkloads();
        ansible.end();
        mssql.end();
        systemd.end();
        processes.end();
        packages.end();
        boolean insightsEnabled = insightsService.isRecorded();
        return new RecordedProfile(
                reading,
                facts.end(),
                exists,
                capturedDate,
                operatingSystem,
                packages.insightsClient(),
                insightsEnabled);
    }

    /** Where today's inventory puts what used to stand at the root (Q26). */
    private void recordWorkloads() {
        if (workloads.get("sap") instanceof Map<?, ?> sap) {
            scalars.recordUnlessPresent("sap_system", sap.get("sap_system"));
            scalars.recordUnlessPresent("sap_instance_number", sap.get("instance_number"));
            scalars.recordUnlessPresent("sap_version", sap.get("version"));
            Object sids = sap.get("sids");
            if (sids != null && !sapSids.isRecorded()) {
                recordSids(sids);
            }
        }
        if (workloads.get("ansible") instanceof Map<?, ?> workload) {
            ansible.recordUnlessPresent(workload);
        }
        if (workloads.get("mssql") instanceof Map<?, ?> workload) {
            mssql.recordUnlessPresent(workload);
        }
    }
}
