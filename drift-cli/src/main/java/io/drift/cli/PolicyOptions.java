package io.drift.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for a policy. */
final class PolicyOptions {

    /** The variable that names a policy where no option does. */
    static final String VARIABLE = "DRIFT_POLICY";

    static final String NONE = "none";

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "A policy, which says in YAML or JSON which differences count; none shows everything, also what"
                            + " changes by itself. Without it, what " + VARIABLE + " names.")
    private @Nullable String policy;

    /**
     * The policy that was chosen.
     *
     * @param environment may name one
     * @throws CannotCompareException if it cannot be read
     */
    ChosenPolicy choose(Map<String, String> environment) {
        String variable = environment.getOrDefault(VARIABLE, "");
        if (policy == null && variable.isEmpty()) {
            return ChosenPolicy.USUAL;
        }
        String file = policy == null ? variable : policy;
        return file.equals(NONE)
                ? ChosenPolicy.NOTHING_HIDDEN
                : ChosenPolicy.of(new PolicyFile(file).read(policy == null));
    }
}
