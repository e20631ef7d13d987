package io.drift.cli;

import io.drift.core.comparison.RuleEffect;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what the rules of a policy hide.
 *
 * @param effects what each rule does, in their order
 */
record RuleWords(List<RuleEffect> effects) {

    private static final int FEW = 5;

    /** A sentence for the end of a summary, with a blank in front; empty if nothing is hidden. */
    String summary() {
        List<RuleEffect> hiding =
                effects.stream().filter(effect -> effect.facts() > 0).toList();
        if (hiding.isEmpty()) {
            return "";
        }
        String first = hiding.stream().limit(FEW).map(RuleWords::words).collect(Collectors.joining("; "));
        int more = hiding.size() - FEW;
        return " By the policy: " + first
                + (more <= 0 ? "" : "; " + more + " more rules: " + total(hiding.subList(FEW, hiding.size())))
                + ".";
    }

    /** Such as {@code ignore installed_packages.*: 600 facts, 3 of them differ}. */
    private static String words(RuleEffect effect) {
        return CellText.shown(effect.rule().words()) + ": " + total(List.of(effect));
    }

    private static String total(List<RuleEffect> some) {
        int facts = some.stream().mapToInt(RuleEffect::facts).sum();
        int differ = some.stream().mapToInt(effect -> effect.notSame().size()).sum();
        String counted = facts + (facts == 1 ? " fact" : " facts");
        if (differ == 0) {
            return counted + (facts == 1 ? ", which does not differ" : ", none of them differs");
        }
        return counted + ", "
                + (facts == 1 ? "which differs" : differ + (differ == 1 ? " of them differs" : " of them differ"));
    }

    /**
     * Says on standard error which rules choose nothing, since they are perhaps not written as they are meant.
     *
     * @param all whether to name all of them, and each difference that is hidden
     */
    void printTo(Shell shell, boolean all) {
        List<RuleEffect> idle = effects.stream()
                .filter(effect -> effect.chosen() == 0 && effect.rule().id().number() > 0)
                .toList();
        int shown = all ? idle.size() : Math.min(FEW, idle.size());
        idle.subList(0, shown)
                .forEach(effect -> shell.complain("policy: " + effect.rule().id() + " ("
                        + CellText.shown(effect.rule().words()) + ") chooses no fact of this comparison"));
        if (shown < idle.size()) {
            shell.complain(
                    "policy: " + (idle.size() - shown) + " more rules choose no fact; --verbose names all of them");
        }
        if (all) {
            effects.forEach(effect -> effect.notSame()
                    .forEach(fact ->
                            shell.complain(CellText.shown(fact.toString()) + " differs, which the policy hides: "
                                    + effect.rule().id() + " ("
                                    + CellText.shown(effect.rule().words()) + ")")));
        }
    }
}
