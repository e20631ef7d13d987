package io.drift.registry.baselines;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.fact.RecordedFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a profile becomes a baseline. What breaks a rule of baselines is skipped, so that one odd fact does not stand
 * in the way of the others.
 *
 * <pre>{@code
 * ProfileFacts facts = ProfileFacts.of(system.facts());
 * facts.skipped().forEach(one -> System.out.println(one.name() + ": " + one.reason()));
 * }</pre>
 *
 * @param drafts what can be kept
 * @param skipped what cannot
 */
public record ProfileFacts(List<FactDraft> drafts, List<Skipped> skipped) {

    /** Copies the lists. */
    public ProfileFacts {
        drafts = List.copyOf(drafts);
        skipped = List.copyOf(skipped);
    }

    /**
     * A fact that is not in the baseline.
     *
     * @param name as a report names it
     * @param reason why it cannot be there
     */
    public record Skipped(String name, String reason) {}

    /**
     * The facts of a profile.
     *
     * @param facts as they are compared; a fact without a value is none
     * @return what becomes of them
     */
    public static ProfileFacts of(RecordedFacts facts) {
        List<FactDraft> drafts = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        Map<String, List<FactDraft>> categories = new LinkedHashMap<>();
        facts.asMap().forEach((name, value) -> {
            if (value != null) {
                FactDraft draft = draft(name.member(), value);
                String reason = reason(name, draft);
                if (reason != null) {
                    skipped.add(new Skipped(name.toString(), reason));
                } else if (name.group() == null) {
                    drafts.add(draft);
                } else {
                    categories
                            .computeIfAbsent(name.group(), any -> new ArrayList<>())
                            .add(draft);
                }
            }
        });
        categories.forEach((name, members) -> drafts.add(FactDraft.ofCategory(name, members)));
        return new ProfileFacts(drafts, skipped);
    }

    private static FactDraft draft(String name, FactValue value) {
        return value instanceof FactValue.Text text
                ? FactDraft.of(name, text.text())
                : FactDraft.of(name, value.texts());
    }

    private static @Nullable String reason(FactName name, FactDraft draft) {
        String fault = FactListRules.fault(draft);
        if (fault == null && name.group() != null) {
            fault = FactListRules.fault(FactDraft.ofCategory(name.group(), List.of()));
        }
        return fault;
    }
}
