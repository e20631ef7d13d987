package io.drift.json.policy;

import io.drift.core.policy.Policy;
import io.drift.core.policy.PolicyBase;
import io.drift.core.policy.PolicyRule;
import io.drift.core.policy.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** What a policy may say at its top, and makes the policy of it. */
final class PolicyForm {

    private static final String EXTENDS = "extends";
    private static final String VOLATILE = "volatile";
    private static final List<String> KEYS = Stream.concat(
                    Stream.of(EXTENDS, VOLATILE), Stream.of(RuleId.Of.values()).map(RuleId.Of::word))
            .toList();
    private static final List<String> BASES =
            Stream.of(PolicyBase.values()).map(PolicyBase::word).toList();
    private static final int MOST_RULES = 20_000;

    private final Map<RuleId, Integer> lines = new HashMap<>();

    PolicyDocument read(Node root) throws UnreadablePolicyException {
        Map<String, Node> fields = PolicyFields.object(root, "a policy", KEYS);
        Policy policy = Policy.of(base(fields.get(EXTENDS)));
        if (fields.containsKey(VOLATILE)) {
            policy = policy.withVolatileLeftOut(PolicyFields.truth(fields.get(VOLATILE), VOLATILE));
        }
        policy = policy.withIgnored(patterns(RuleId.Of.IGNORE, fields))
                .withOnly(patterns(RuleId.Of.ONLY, fields))
                .withUnique(patterns(RuleId.Of.UNIQUE, fields))
                .withRules(rules(fields));
        return new PolicyDocument(policy, lines);
    }

    private static PolicyBase base(@Nullable Node node) throws UnreadablePolicyException {
        return node == null
                ? PolicyBase.EXACT
                : PolicyBase.valueOf(PolicyFields.word(node, EXTENDS, BASES).toUpperCase(Locale.ROOT));
    }

    private String[] patterns(RuleId.Of list, Map<String, Node> fields) throws UnreadablePolicyException {
        List<Node> items = items(list, fields);
        String[] patterns = new String[items.size()];
        for (int place = 0; place < patterns.length; place++) {
            patterns[place] = PolicyFields.pattern(items.get(place), "a pattern of '" + list.word() + "'");
            note(list, place, items.get(place));
        }
        return patterns;
    }

    private List<PolicyRule> rules(Map<String, Node> fields) throws UnreadablePolicyException {
        List<PolicyRule> rules = new ArrayList<>();
        for (Node item : items(RuleId.Of.RULES, fields)) {
            note(RuleId.Of.RULES, rules.size(), item);
            rules.add(RuleForm.read(item));
        }
        return rules;
    }

    /** An empty list is refused: nobody means to show nothing, and a list without items does nothing else. */
    private static List<Node> items(RuleId.Of list, Map<String, Node> fields) throws UnreadablePolicyException {
        Node node = fields.get(list.word());
        if (node == null) {
            return List.of();
        }
        List<Node> items = PolicyFields.list(node, list.word());
        if (items.isEmpty()) {
            throw PolicyFields.wrong(node, "'" + list.word() + "' has no items; leave it out");
        }
        return items;
    }

    private void note(RuleId.Of list, int place, Node item) throws UnreadablePolicyException {
        lines.put(new RuleId(list, place + 1), item.getStartMark().getLine() + 1);
        if (lines.size() > MOST_RULES) {
            throw PolicyFields.wrong(item, "a policy has at most " + MOST_RULES + " patterns and rules");
        }
    }
}
