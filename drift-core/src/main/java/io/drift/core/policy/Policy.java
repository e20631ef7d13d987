package io.drift.core.policy;

import io.drift.core.fact.FactName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which differences count, and how much. Immutable; {@code FactRules.of(policy)} are the rules to compare under.
 *
 * <pre>{@code
 * Policy policy = Policy.of(PolicyBase.EXACT)
 *         .withIgnored("running_processes", "network_interfaces.veth*")
 *         .withRule(PolicyRule.of("system_memory").with(RuleSetting.Tolerate.percent("1")));
 * }</pre>
 *
 * <p>A pattern is the whole name of a fact, in which {@code *} stands for any characters, dots too; capital letters count; a
 * pattern without a dot chooses the members of such groups too. Of several rules that choose a fact, the last one that says a
 * thing decides it.
 */
public final class Policy {

    private final PolicyBase base;
    /** Null: as the base does. */
    private final @Nullable Boolean volatileLeftOut;

    private final Map<RuleId.Of, List<String>> lists;
    private final List<PolicyRule> rules;
    private final List<PolicyEntry> entries;
    private final PatternIndex index;

    private Policy(
            PolicyBase base,
            @Nullable Boolean volatileLeftOut,
            Map<RuleId.Of, List<String>> lists,
            List<PolicyRule> rules) {
        this.base = base;
        this.volatileLeftOut = volatileLeftOut;
        this.lists = lists;
        this.rules = rules;
        this.entries = entries(lists, rules);
        this.index = new PatternIndex(
                entries.stream().map(entry -> FactPattern.of(entry.pattern())).toList());
    }

    private static List<PolicyEntry> entries(Map<RuleId.Of, List<String>> lists, List<PolicyRule> rules) {
        List<PolicyEntry> entries = new ArrayList<>();
        lists.forEach((list, patterns) -> {
            for (String pattern : patterns) {
                RuleId id = new RuleId(list, entriesOf(list, entries) + 1);
                entries.add(new PolicyEntry(id, pattern, list.word() + " " + pattern));
            }
        });
        for (PolicyRule rule : rules) {
            RuleId id = new RuleId(RuleId.Of.RULES, entriesOf(RuleId.Of.RULES, entries) + 1);
            entries.add(new PolicyEntry(id, rule.pattern(), "rule " + rule));
        }
        return List.copyOf(entries);
    }

    private static int entriesOf(RuleId.Of list, List<PolicyEntry> entries) {
        PolicyEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        return last == null || last.id().list() != list ? 0 : last.id().number();
    }

    /**
     * A policy that changes nothing.
     *
     * @param base what it would change
     * @return a policy to add to
     */
    public static Policy of(PolicyBase base) {
        return new Policy(base, null, Map.of(), List.of());
    }

    /**
     * Hides more facts, and counts them.
     *
     * @param patterns choose facts
     * @return another policy
     */
    public Policy withIgnored(String... patterns) {
        return withMore(RuleId.Of.IGNORE, patterns);
    }

    /**
     * Shows these facts alone, and those of the same list before; the others are counted.
     *
     * @param patterns choose facts
     * @return another policy
     */
    public Policy withOnly(String... patterns) {
        return withMore(RuleId.Of.ONLY, patterns);
    }

    /**
     * Expects each machine to have a value of its own.
     *
     * @param patterns choose facts
     * @return another policy
     */
    public Policy withUnique(String... patterns) {
        return withMore(RuleId.Of.UNIQUE, patterns);
    }

    private Policy withMore(RuleId.Of list, String... patterns) {
        if (patterns.length == 0) {
            return this;
        }
        Map<RuleId.Of, List<String>> more = new TreeMap<>(lists);
        more.put(
                list,
                Stream.concat(lists.getOrDefault(list, List.of()).stream(), Stream.of(patterns))
                        .toList());
        return new Policy(base, volatileLeftOut, more, rules);
    }

    /**
     * Adds a rule behind the others.
     *
     * @param rule the rule
     * @return another policy
     */
    public Policy withRule(PolicyRule rule) {
        return withRules(List.of(rule));
    }

    /**
     * Adds rules behind the others.
     *
     * @param more the rules
     * @return another policy
     */
    public Policy withRules(List<PolicyRule> more) {
        return new Policy(
                base,
                volatileLeftOut,
                lists,
                Stream.concat(rules.stream(), more.stream()).toList());
    }

    /**
     * Whether what changes by itself is left out.
     *
     * @param leftOut false to see it
     * @return another policy
     */
    public Policy withVolatileLeftOut(boolean leftOut) {
        return new Policy(base, leftOut, lists, rules);
    }

    /**
     * What it changes.
     *
     * @return never null
     */
    public PolicyBase base() {
        return base;
    }

    /**
     * Whether what changes by itself is left out.
     *
     * @return as it was said; else true for {@link PolicyBase#EXACT} alone
     */
    public boolean isVolatileLeftOut() {
        return volatileLeftOut == null ? base == PolicyBase.EXACT : volatileLeftOut;
    }

    /**
     * All of its rules: {@code ignore}, {@code only}, {@code unique}, then the others, each in its order.
     *
     * @return immutable
     */
    public List<PolicyEntry> entries() {
        return entries;
    }

    /**
     * The rules that choose a fact, whether they decide anything or not.
     *
     * @param fact its name
     * @return numbers of {@link #entries}
     */
    public BitSet choosing(FactName fact) {
        return index.choosing(fact);
    }

    /**
     * What it says of a fact.
     *
     * @param fact its name
     * @return {@link FactTreatment#NONE} if it says nothing
     */
    public FactTreatment treatmentOf(FactName fact) {
        return treatmentBy(choosing(fact));
    }

    /**
     * What it says of a fact that some of its rules choose.
     *
     * @param choosing the {@link #choosing} rules
     * @return as {@link #treatmentOf}
     */
    public FactTreatment treatmentBy(BitSet choosing) {
        boolean only = lists.containsKey(RuleId.Of.ONLY);
        if (choosing.isEmpty() && !only) {
            return FactTreatment.NONE;
        }
        Map<RuleId.Of, RuleId> last = new TreeMap<>();
        Map<String, FactTreatment.Decision> decisions = new TreeMap<>();
        choosing.stream().mapToObj(number -> entries.get(number).id()).forEach(id -> {
            last.put(id.list(), id);
            if (id.list() == RuleId.Of.RULES) {
                rules.get(id.number() - 1)
                        .settings()
                        .forEach(setting -> decisions.put(setting.key(), new FactTreatment.Decision(id, setting)));
            }
        });
        RuleId hiding = only && !last.containsKey(RuleId.Of.ONLY) ? new RuleId(RuleId.Of.ONLY, 0) : null;
        return new FactTreatment(last.getOrDefault(RuleId.Of.IGNORE, hiding), last.get(RuleId.Of.UNIQUE), decisions);
    }

    /**
     * What decides which differences there are, as one text: two policies with the same text show the same differences. Severities
     * and weights are no part of it.
     *
     * @return a line for each rule
     */
    public String textOfDifferences() {
        Stream<String> listed = entries.stream()
                .filter(entry -> entry.id().list() != RuleId.Of.RULES)
                .map(PolicyEntry::words);
        Stream<String> ruled = rules.stream()
                .map(rule -> new PolicyRule(
                        rule.pattern(),
                        rule.settings().stream().filter(RuleSetting::isOfValues).toList()))
                .filter(rule -> !rule.settings().isEmpty())
                .map(rule -> "rule " + rule);
        return Stream.of(Stream.of(base.word()), listed, ruled)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "Policy over " + base.word() + " "
                + entries.stream().map(PolicyEntry::words).toList();
    }
}
