package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import java.util.List;
import java.util.Map;

/** Package repositories: three facts for each, {@code yum_repos.<name>.base_url} and so on. */
final class RepositoryFacts {

    private static final String GROUP = "yum_repos";
    private static final List<String> FIELDS = List.of("base_url", "enabled", "gpgcheck");

    private final FactRecorder facts;
    private final NamedFields fields;
    private final ProfileWarnings warnings;

    RepositoryFacts(FactRecorder facts, ProfileWarnings warnings) {
        this.facts = facts;
        this.fields = new NamedFields(facts.symbols(), GROUP, FIELDS);
        this.warnings = warnings;
    }

    void item(Map<?, ?> repository) {
        Object name = repository.get("name");
        if (name == null || name.equals("")) {
            warnings.skipped(GROUP, "a repository without a name");
            return;
        }
        int[] symbols = fields.facts(PythonText.of(name));
        for (int field = 0; field < FIELDS.size(); field++) {
            Object value = repository.get(FIELDS.get(field));
            facts.record(symbols[field], value == null ? null : PythonText.of(value));
        }
    }
}
