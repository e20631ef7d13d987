package io.drift.json.policy;

import io.drift.core.policy.Policy;
import io.drift.core.policy.RuleId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * A policy with the lines on which its rules stand. It is written in YAML, of which JSON is a part.
 *
 * <pre>{@code
 * PolicyDocument document = PolicyDocument.read(Files.newInputStream(Path.of("policy.yaml")));
 * ComparisonReport report =
 *         Comparison.of(systems).withRules(FactRules.of(document.policy())).report();
 * }</pre>
 *
 * @param policy what it says
 * @param lines for each rule the line on which it stands, from 1
 */
public record PolicyDocument(Policy policy, Map<RuleId, Integer> lines) {

    /** How long a policy may be, in bytes. */
    public static final int LONGEST = 1 << 20;

    /** Copies the map. */
    public PolicyDocument {
        lines = Map.copyOf(lines);
    }

    /**
     * Reads a policy.
     *
     * @param in the document, UTF-8; not closed
     * @return what it says
     * @throws UnreadablePolicyException if it is no policy: the message says where and why
     * @throws IOException if {@code in} fails
     */
    public static PolicyDocument read(InputStream in) throws IOException {
        byte[] document = in.readNBytes(LONGEST + 1);
        if (document.length > LONGEST) {
            throw new UnreadablePolicyException(1, 1, "this is longer than a policy may be, " + LONGEST + " bytes");
        }
        return new PolicyForm().read(PolicyTree.of(new ByteArrayInputStream(document)));
    }
}
