package io.drift.core.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of one fact. Of several rules the last one that says a thing decides it. Immutable.
 *
 * <pre>{@code
 * FactTreatment treatment = policy.treatmentOf(FactName.of("system_memory"));
 * treatment.hiddenBy().ifPresent(rule -> System.out.println("hidden by " + rule));
 * }</pre>
 */
public final class FactTreatment {

    /** That of a fact of which no rule says anything. */
    public static final FactTreatment NONE = new FactTreatment(null, null, Map.of());

    private final @Nullable RuleId hiddenBy;
    private final @Nullable RuleId uniqueBy;
    /** By the key of the setting. */
    private final Map<String, Decision> decisions;

    /**
     * A setting and who decided it.
     *
     * <pre>{@code
     * treatment.decisions().forEach(decision -> System.out.println(decision.rule() + " says " + decision.setting()));
     * }</pre>
     *
     * @param rule the rule
     * @param setting what it says
     */
    public record Decision(RuleId rule, RuleSetting setting) {}

    FactTreatment(@Nullable RuleId hiddenBy, @Nullable RuleId uniqueBy, Map<String, Decision> decisions) {
        this.hiddenBy = hiddenBy;
        this.uniqueBy = uniqueBy;
        this.decisions = new TreeMap<>(decisions);
    }

    /**
     * The rule that hides the fact.
     *
     * @return empty if it is shown
     */
    public Optional<RuleId> hiddenBy() {
        return Optional.ofNullable(hiddenBy);
    }

    /**
     * The rule by which each machine should have a value of its own.
     *
     * @return empty if the policy does not say so
     */
    public Optional<RuleId> uniqueBy() {
        return Optional.ofNullable(uniqueBy);
    }

    /**
     * What rules decided.
     *
     * @return sorted by the names of the settings
     */
    public Collection<Decision> decisions() {
        return List.copyOf(decisions.values());
    }

    /**
     * A setting.
     *
     * @param type which one
     * @param <T> which one
     * @return empty if no rule says anything of it
     */
    public <T extends RuleSetting> Optional<T> setting(Class<T> type) {
        return decisions.values().stream()
                .map(Decision::setting)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /**
     * The rule that decides a setting.
     *
     * @param type which one
     * @return empty if no rule says anything of it
     */
    public Optional<RuleId> ruleOf(Class<? extends RuleSetting> type) {
        return decisions.values().stream()
                .filter(decision -> type.isInstance(decision.setting()))
                .map(Decision::rule)
                .findFirst();
    }

    /**
     * How bad a difference is.
     *
     * @return {@link Severity#MEDIUM} if no rule says so
     */
    public Severity severity() {
        return setting(RuleSetting.Severe.class)
                .map(RuleSetting.Severe::severity)
                .orElse(Severity.MEDIUM);
    }

    /**
     * What the score of a difference is multiplied by.
     *
     * @return the weight times the factor of the severity
     */
    public double weight() {
        double weight = setting(RuleSetting.Weight.class)
                .map(RuleSetting.Weight::factor)
                .orElse(1.0);
        return weight * severity().factor();
    }

    /**
     * Whether it says when values are the same.
     *
     * @return false if it only hides the fact, or weighs its differences
     */
    public boolean isOfValues() {
        return uniqueBy != null
                || decisions.values().stream()
                        .anyMatch(decision -> decision.setting().isOfValues());
    }

    /**
     * The rules that say when values are the same.
     *
     * @return sorted
     */
    public List<RuleId> rulesOfValues() {
        return Stream.concat(
                        uniqueBy().stream(),
                        decisions.values().stream()
                                .filter(decision -> decision.setting().isOfValues())
                                .map(Decision::rule))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What it would be with one rule alone.
     *
     * @param rule one of {@link #rulesOfValues}
     * @return without what the others say
     */
    public FactTreatment only(RuleId rule) {
        Map<String, Decision> kept = new TreeMap<>(decisions);
        kept.values().removeIf(decision -> !decision.rule().equals(rule));
        return new FactTreatment(hiddenBy, rule.equals(uniqueBy) ? uniqueBy : null, kept);
    }

    @Override
    public String toString() {
        return "FactTreatment " + hiddenBy + " " + uniqueBy + " " + decisions.values();
    }
}
