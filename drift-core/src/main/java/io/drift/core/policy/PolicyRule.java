package io.drift.core.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a policy says of the facts that a pattern chooses. Immutable.
 *
 * <pre>{@code
 * PolicyRule rule = PolicyRule.of("installed_packages.*")
 *         .with(new RuleSetting.AsVersion(VersionOrder.AUTO))
 *         .with(new RuleSetting.Severe(Severity.HIGH));
 * }</pre>
 *
 * @param pattern the whole name of a fact, in which {@code *} stands for any characters, dots too; a pattern without a dot
 *     chooses the members of such groups too
 * @param settings what it says, each thing once
 */
public record PolicyRule(String pattern, List<RuleSetting> settings) {

    /** Copies the list; refuses a setting that is said twice. */
    public PolicyRule {
        settings = List.copyOf(settings);
        if (settings.stream().map(RuleSetting::key).distinct().count() < settings.size()) {
            throw new IllegalArgumentException("a rule says one thing twice: " + settings);
        }
    }

    /**
     * A rule that says nothing yet.
     *
     * @param pattern chooses facts
     * @return a rule to add to
     */
    public static PolicyRule of(String pattern) {
        return new PolicyRule(pattern, List.of());
    }

    /**
     * A rule that says more.
     *
     * @param setting replaces what the rule says of the same thing
     * @return another rule
     */
    public PolicyRule with(RuleSetting setting) {
        Stream<RuleSetting> others = settings.stream().filter(one -> !one.key().equals(setting.key()));
        return new PolicyRule(pattern, Stream.concat(others, Stream.of(setting)).toList());
    }

    /** As a policy says it, {@code system_memory (tolerate: 1%)}. */
    @Override
    public String toString() {
        return pattern + settings.stream().map(RuleSetting::toString).collect(Collectors.joining(", ", " (", ")"));
    }
}
