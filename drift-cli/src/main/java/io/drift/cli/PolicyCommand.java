package io.drift.cli;

import io.drift.core.fact.FactName;
import io.drift.core.policy.FactTreatment;
import io.drift.core.policy.Policy;
import io.drift.core.policy.PolicyEntry;
import io.drift.core.policy.RuleId;
import io.drift.json.policy.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a policy does, without comparing anything. */
@Command(
        name = "policy",
        description = "Checks a policy, or explains which of its rules decide over facts.",
        footer = {
            "",
            "Exit codes: 0 the policy can be read; 2 it cannot, or wrong usage.",
            "",
            "Examples:",
            "  drift policy check policy.yaml",
            "  drift policy explain policy.yaml system_memory installed_packages.bash"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class PolicyCommand implements Callable<Integer> {

    private static final String ACTION = "ACTION";
    private static final String CHECK = "check";
    private static final String EXPLAIN = "explain";

    private final Shell shell;

    @Parameters(
            index = "0",
            paramLabel = ACTION,
            description = "check reads the policy; explain also tells of each fact which rules decide over it.")
    private String action = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The policy.")
    private String file = "";

    @Parameters(index = "2..*", paramLabel = "FACT", description = "Whole names of facts.")
    private List<String> facts = List.of();

    private PolicyCommand(Shell shell) {
        this.shell = shell;
    }

    static CommandLine commandLine(Shell shell) {
        CommandLine policy = new CommandLine(new PolicyCommand(shell));
        ShownParts.offer(policy.getCommandSpec(), ACTION, List.of(CHECK, EXPLAIN));
        return policy;
    }

    /**
     * Reads and explains.
     *
     * @return the exit code
     */
    @Override
    public Integer call() {
        if (!action.equals(CHECK) && !action.equals(EXPLAIN)) {
            throw new CannotCompareException("'" + action + "' is nothing to do with a policy: give check or explain");
        }
        if (action.equals(EXPLAIN) == facts.isEmpty()) {
            throw new CannotCompareException(
                    facts.isEmpty()
                            ? "explain needs the name of a fact behind the policy"
                            : "check takes the policy alone");
        }
        PolicyDocument document = new PolicyFile(file).read(false);
        Policy policy = document.policy();
        if (action.equals(CHECK)) {
            int rules = policy.entries().size();
            shell.out()
                    .println(CellText.shown(file) + ": extends " + policy.base().word() + ", " + rules
                            + (rules == 1 ? " rule" : " rules"));
        }
        facts.forEach(fact -> explain(fact, document));
        return 0;
    }

    private void explain(String fact, PolicyDocument document) {
        Policy policy = document.policy();
        FactName name = FactName.of(fact);
        FactTreatment treatment = policy.treatmentOf(name);
        Map<RuleId, String> said = said(treatment);
        shell.out().println(CellText.shown(fact) + ": " + verdict(treatment, said, policy));
        said.forEach((rule, what) -> shell.out().println("  " + where(rule, document) + ": " + what));
        policy.choosing(name).stream()
                .mapToObj(policy.entries()::get)
                .filter(entry -> !said.containsKey(entry.id()) && entry.id().list() != RuleId.Of.ONLY)
                .forEach(entry -> shell.out()
                        .println("  " + where(entry.id(), document) + ": decides nothing, since later rules do"));
    }

    private static String verdict(FactTreatment treatment, Map<RuleId, String> said, Policy policy) {
        if (treatment.hiddenBy().isPresent()) {
            return "hidden and counted";
        }
        return said.isEmpty() ? "no rule; compared as " + policy.base().word() + " does" : "compared";
    }

    /** What each rule decides, in the order of the rules. */
    private static Map<RuleId, String> said(FactTreatment treatment) {
        Map<RuleId, String> said = new TreeMap<>();
        treatment.hiddenBy().ifPresent(rule -> said.put(rule, "hides it"));
        treatment.uniqueBy().ifPresent(rule -> said.put(rule, "each machine has a value of its own"));
        treatment
                .decisions()
                .forEach(decision ->
                        said.merge(decision.rule(), decision.setting().toString(), (one, other) -> one + ", " + other));
        return said;
    }

    private static String where(RuleId rule, PolicyDocument document) {
        Integer line = document.lines().get(rule);
        String words = document.policy().entries().stream()
                .filter(entry -> entry.id().equals(rule))
                .map(PolicyEntry::pattern)
                .findFirst()
                .orElse("no pattern of it chooses the fact");
        return (line == null ? "" : "line " + line + ", ") + rule + " (" + CellText.shown(words) + ")";
    }
}
