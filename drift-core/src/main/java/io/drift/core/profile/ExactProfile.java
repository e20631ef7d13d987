package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import io.drift.core.fact.MemoryShare;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Profiles read exactly ({@link Reading#EXACT}): every key counts (Q38), and nothing that is listed twice gets lost (Q35).
 * What is known has the names of facts that it always had; the rest becomes facts by its {@link Shapes}.
 */
final class ExactProfile implements ProfileParts {

    /** What names a host, and is no fact of it. */
    private static final Set<String> NO_FACTS = Set.of("id", "display_name");

    private static final String INTERFACES = "network_interfaces";
    private static final Set<String> OBJECT_LISTS = Set.of(INTERFACES, "yum_repos", DebEntries.PART, "tags");
    private static final Set<String> JOINED = Set.of("public_dns", "public_ipv4_addresses");

    private final FactRecorder facts = new FactRecorder();
    private final List<SkippedPart> skipped = new ArrayList<>();
    private final Leaves leaves = new Leaves(facts);
    private final Shapes shapes = new Shapes(skipped);
    private final FactSlot insightsService = facts.slot("enabled_services", "insights-client");
    private final ExactPackages packages = new ExactPackages(facts);
    private final ProcessFacts processes = new ProcessFacts(facts);
    private final CountedItems items = new CountedItems(facts);
    private final SapParts sap = new SapParts(shapes, leaves::add);
    private final Map<String, NotedObject> noted = new HashMap<>();
    private final Map<String, ListPart> lists = new HashMap<>();

    private final Map<String, List<@Nullable Object>> entries = new HashMap<>();
    private final List<Object> saps = new ArrayList<>(1);
    private final List<Object> workloads = new ArrayList<>(1);
    private @Nullable String capturedDate;
    private @Nullable String operatingSystem;

    ExactProfile() {
        for (String object : List.of("ansible", "mssql", "systemd")) {
            noted.put(object, new NotedObject(object, shapes, leaves::add));
        }
        for (String list : List.of("cpu_flags", "kernel_modules", "enabled_services")) {
            lists.put(list, items.part(list, "enabled"));
        }
        lists.put("installed_services", items.part("installed_services", "installed"));
        lists.put("running_processes", processes.part());
        lists.put("installed_packages", packages.part());
        lists.put("installed_packages_delta", packages.deltaPart());
    }

    @Override
    public void within(MemoryShare share) {
        facts.within(share);
    }

    @Override
    public void begin() {
        capturedDate = null;
        operatingSystem = null;
        skipped.clear();
        entries.clear();
        saps.clear();
        workloads.clear();
        packages.begin();
        sap.begin();
        noted.values().forEach(NotedObject::begin);
    }

    @Override
    public @Nullable ListPart listPart(String key) {
        return lists.get(key);
    }

    /** They are kept until the end of the profile, so they are taken as a whole. */
    @Override
    public @Nullable Consumer<@Nullable Object> objectsPart(String key) {
        return null;
    }

    @Override
    public boolean isRead(String key) {
        return !NO_FACTS.contains(key);
    }

    @Override
    public void part(String key, Object value) {
        if (NO_FACTS.contains(key) || !isShallow(key, value)) {
            return;
        }
        if (key.equals("captured_date")) {
            capturedDate = PythonText.of(value);
        } else if (value instanceof Collection<?> list && lists.containsKey(key)) {
            addItems(key, list);
        } else if (value instanceof Collection<?> list && OBJECT_LISTS.contains(key)) {
            entries.computeIfAbsent(key, any -> new ArrayList<>(list.size())).addAll(list);
        } else if (SapParts.isFact(key)) {
            sap.addFact(key, value);
        } else if (value instanceof Map<?, ?> object && noted.containsKey(key)) {
            noted.get(key).add(object);
        } else if (key.equals("sap")) {
            saps.add(value);
        } else if (key.equals("workloads")) {
            workloads.add(value);
        } else if (JOINED.contains(key)) {
            new JoinedList(key, shapes).add(value, leaves::add);
        } else {
            addOther(key, value);
        }
    }

    private boolean isShallow(String key, @Nullable Object value) {
        boolean shallow = PlainValue.isShallow(value);
        if (!shallow) {
            shapes.skip(key, "nested in more than " + PlainValue.DEEPEST + " levels");
        }
        return shallow;
    }

    private void addOther(String key, Object value) {
        if (key.equals("operating_system") && value instanceof Map<?, ?> object && object.get("name") != null) {
            operatingSystem = PythonText.of(object.get("name"));
        }
        if (key.equals("system_memory_bytes")
                && value instanceof Number bytes
                && Double.isFinite(bytes.doubleValue())) {
            leaves.add("system_memory", ByteSize.of(bytes));
        } else {
            shapes.add(key, value, leaves::add);
        }
    }

    /** A list of names may have other things in it, too. */
    private void addItems(String key, Collection<?> list) {
        ListPart part = lists.get(key);
        List<@Nullable Object> others = new ArrayList<>(0);
        for (Object item : list) {
            if (PlainValue.isScalar(item)) {
                part.item(PythonText.of(item)).record();
            } else {
                others.add(item);
            }
        }
        shapes.add(key, others, leaves::add);
    }

    @Override
    public void skip(String key, String reason) {
        skipped.add(new SkippedPart(key, reason));
    }

    @Override
    public RecordedProfile end(boolean exists) {
        addEntries();
        addSapAndWorkloads();
        processes.end();
        packages.end();
        items.end();
        leaves.end();
        InsightsClient client = new InsightsClient(packages.insightsClient(), insightsService.isRecorded());
        return new RecordedProfile(
                Reading.EXACT, facts.end(), new ProfileHeader(exists, capturedDate, operatingSystem, client), skipped);
    }

    private void addEntries() {
        entries.forEach((key, ofPart) -> {
            switch (key) {
                case DebEntries.PART -> new DebEntries(packages, shapes, leaves::add).add(ofPart);
                case "tags" -> new TagEntries(shapes, leaves::add).add(ofPart);
                case INTERFACES -> shapes.add(key, inOneNotation(ofPart), leaves::add);
                default -> shapes.add(key, ofPart, leaves::add);
            }
        });
    }

    private static List<@Nullable Object> inOneNotation(List<@Nullable Object> interfaces) {
        List<@Nullable Object> all = new ArrayList<>(interfaces.size());
        for (Object one : interfaces) {
            all.add(one instanceof Map<?, ?> nic ? InterfaceNotation.of(nic) : one);
        }
        return all;
    }

    /** The objects that count only where the root of the profile says nothing (Q26, Q44). */
    private void addSapAndWorkloads() {
        for (Object ofRoot : saps) {
            if (ofRoot instanceof Map<?, ?> object) {
                sap.addObject("sap", object);
            } else {
                shapes.add("sap", ofRoot, leaves::add);
            }
        }
        for (Object ofRoot : workloads) {
            if (ofRoot instanceof Map<?, ?> objects) {
                objects.forEach((key, value) -> addWorkload(PythonText.of(key), value));
            } else {
                shapes.add("workloads", ofRoot, leaves::add);
            }
        }
    }

    private void addWorkload(String key, @Nullable Object value) {
        String path = "workloads." + key;
        if (key.equals("sap") && value instanceof Map<?, ?> object) {
            sap.addObject(path, object);
        } else if (noted.containsKey(key) && !key.equals("systemd") && value instanceof Map<?, ?> object) {
            noted.get(key).addUnlessTold(path, object);
        } else {
            shapes.add(path, value, leaves::add);
        }
    }
}
