package io.drift.testkit;

import io.drift.core.fact.FactName;
import io.drift.core.source.Baseline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a baseline, see {@link Baselines}. Not thread-safe. */
public final class BaselineBuilder implements PlatformItem {

    private static final String LONG_AGO = "2024-01-01T00:00:00.000000Z";

    private final Map<String, @Nullable Object> baseline = new LinkedHashMap<>();
    private final List<Map<String, @Nullable Object>> single = new ArrayList<>();
    private final Map<String, List<Map<String, @Nullable Object>>> groups = new LinkedHashMap<>();

    BaselineBuilder(String name) {
        baseline.put("id", NamedIds.of("baseline", name));
        baseline.put("account", "");
        baseline.put("org_id", Identities.USUAL_ORG);
        baseline.put("display_name", name);
        baseline.put("created", LONG_AGO);
        baseline.put("updated", LONG_AGO);
        baseline.put("notifications_enabled", true);
        baseline.put("mapped_system_count", 0);
    }

    /**
     * Gives it another id than the one that follows from its name.
     *
     * @param id a UUID
     * @return this
     */
    public BaselineBuilder withId(String id) {
        baseline.put("id", id);
        return this;
    }

    /**
     * Says when it last changed.
     *
     * @param timeStamp such as {@code 2024-10-07T00:00:00.000000Z}
     * @return this
     */
    public BaselineBuilder updatedAt(String timeStamp) {
        baseline.put("updated", timeStamp);
        return this;
    }

    /**
     * Demands a fact.
     *
     * @param fact its name, {@code arch} or {@code cpu_flags.fpu}
     * @param value what it has to be; null for a fact without a value
     * @return this
     */
    public BaselineBuilder with(String fact, @Nullable String value) {
        return add(fact, value);
    }

    /**
     * Demands a fact that has several values.
     *
     * @param fact its name, {@code arch} or {@code installed_packages.kernel}
     * @param values what they have to be
     * @return this
     */
    public BaselineBuilder with(String fact, List<String> values) {
        return add(fact, List.copyOf(values));
    }

    private BaselineBuilder add(String fact, @Nullable Object value) {
        FactName name = FactName.of(fact);
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("name", name.member());
        entry.put("value", value);
        String group = name.group();
        (group == null ? single : groups.computeIfAbsent(group, first -> new ArrayList<>())).add(entry);
        return this;
    }

    /** The JSON form. */
    @Override
    public BaselineDocument document() {
        List<Map<String, @Nullable Object>> facts = new ArrayList<>(single);
        groups.forEach((group, members) -> facts.add(Map.of("name", group, "values", List.copyOf(members))));
        Map<String, @Nullable Object> document = new LinkedHashMap<>(baseline);
        document.put("fact_count", facts.size());
        document.put("baseline_facts", facts);
        return new BaselineDocument(document);
    }

    /**
     * The JSON form as text.
     *
     * @return the baseline as its service answers it
     */
    public String asJson() {
        return document().asJson();
    }

    /**
     * The domain form, read from the JSON form.
     *
     * @return the baseline
     */
    public Baseline build() {
        return document().baseline();
    }
}
