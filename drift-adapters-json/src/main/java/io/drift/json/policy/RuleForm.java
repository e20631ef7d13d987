package io.drift.json.policy;

import io.drift.core.policy.Notation;
import io.drift.core.policy.PolicyRule;
import io.drift.core.policy.Quantity;
import io.drift.core.policy.RuleSetting;
import io.drift.core.policy.Severity;
import io.drift.core.version.VersionOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What one of the {@code rules} of a policy may say. */
final class RuleForm {

    private static final String FACT = "fact";
    private static final List<String> KEYS =
            List.of(FACT, "tolerate", "severity", "weight", "set", "normalise", "version", "never_differs");

    private RuleForm() {}

    static PolicyRule read(Node item) throws UnreadablePolicyException {
        Map<String, Node> fields = PolicyFields.object(item, "a rule", KEYS);
        Node fact = fields.remove(FACT);
        if (fact == null) {
            throw PolicyFields.wrong(item, "a rule needs 'fact', the pattern that chooses facts");
        }
        if (fields.isEmpty()) {
            throw PolicyFields.wrong(
                    item,
                    "this rule says nothing; give it " + String.join(", ", KEYS.subList(1, KEYS.size()))
                            + " or leave it out");
        }
        PolicyRule rule = PolicyRule.of(PolicyFields.pattern(fact, "'" + FACT + "'"));
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            rule = rule.with(setting(field.getKey(), field.getValue()));
        }
        return rule;
    }

    private static RuleSetting setting(String key, Node node) throws UnreadablePolicyException {
        return switch (key) {
            case "tolerate" -> tolerate(node, key);
            case "severity" -> new RuleSetting.Severe(one(Severity.values(), node, key));
            case "weight" -> weight(node, key);
            case "set" -> new RuleSetting.AsSet(PolicyFields.truth(node, key));
            case "normalise" -> normalise(node, key);
            case "version" -> new RuleSetting.AsVersion(one(VersionOrder.values(), node, key));
            default -> new RuleSetting.NeverDiffers(PolicyFields.truth(node, key));
        };
    }

    private static RuleSetting tolerate(Node node, String key) throws UnreadablePolicyException {
        String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
        boolean percent = text.endsWith("%");
        Optional<Quantity> amount =
                Quantity.parse(percent ? text.substring(0, text.length() - 1).strip() : text);
        if (amount.isEmpty()
                || amount.get().number().signum() < 0
                || percent && amount.get().bytes()) {
            throw PolicyFields.wrong(
                    node,
                    "'" + key
                            + "' is a percentage, a number or a number of bytes, such as 1%, 5 or 512 MiB, but this is "
                            + PolicyFields.typeOf(node));
        }
        return new RuleSetting.Tolerate(amount.get(), percent);
    }

    private static RuleSetting weight(Node node, String key) throws UnreadablePolicyException {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        double factor = Quantity.parse(text)
                .filter(quantity -> !quantity.bytes())
                .map(quantity -> quantity.number().doubleValue())
                .orElse(-1.0);
        if (factor < 0 || factor > RuleSetting.Weight.MOST) {
            throw PolicyFields.wrong(
                    node,
                    "'" + key + "' is a number from 0 to " + (int) RuleSetting.Weight.MOST + ", but this is "
                            + PolicyFields.typeOf(node));
        }
        return new RuleSetting.Weight(factor);
    }

    private static RuleSetting normalise(Node node, String key) throws UnreadablePolicyException {
        Set<Notation> notations = EnumSet.noneOf(Notation.class);
        for (Node item : PolicyFields.list(node, key)) {
            notations.add(one(Notation.values(), item, key));
        }
        return new RuleSetting.Normalise(notations);
    }

    /** Of some constants the one whose name is written, in small letters. */
    private static <T extends Enum<T>> T one(T[] constants, Node node, String key) throws UnreadablePolicyException {
        List<String> words = Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return constants[words.indexOf(PolicyFields.word(node, key, words))];
    }
}
