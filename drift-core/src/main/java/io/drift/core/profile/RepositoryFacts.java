package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import java.util.List;
import java.util.Map;

/** Package repositories: three facts for each, {@code yum_repos.<name>.base_url} and so on. */
final class RepositoryFacts {

    private static final String GROUP = "yum_repos";
    private static final List<String> FIELDS = List.of("base_url", "enabled", "gpgcheck");

    private final NamedFields fields;
    private final List<SkippedPart> skipped;

    RepositoryFacts(FactRecorder facts, List<SkippedPart> skipped) {
        this.fields = new NamedFields(facts, GROUP, FIELDS);
        this.skipped = skipped;
    }

    void item(Map<?, ?> repository) {
        Object name = repository.get("name");
        if (name == null || name.equals("")) {
            skipped.add(new SkippedPart(GROUP, "a repository without a name"));
            return;
        }
        List<FactSlot> slots = fields.slots(PythonText.of(name));
        for (int field = 0; field < FIELDS.size(); field++) {
            Object value = repository.get(FIELDS.get(field));
            slots.get(field).record(value == null ? null : PythonText.of(value));
        }
    }
}
