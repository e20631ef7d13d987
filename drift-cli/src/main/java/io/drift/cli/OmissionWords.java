package io.drift.cli;

import io.drift.core.comparison.LeftOut;
import io.drift.core.comparison.NotLookedAt;
import io.drift.core.comparison.Omissions;
import io.drift.core.fact.FactName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what a report does not tell of facts: what was not looked at, and what changes by itself.
 *
 * @param omissions of a report
 */
record OmissionWords(Omissions omissions) {

    private static final int FEW = 5;

    /** Sentences for the end of a summary, each with a blank in front; empty if there is nothing to say. */
    String summary() {
        StringBuilder sentences = new StringBuilder();
        int notComparable = omissions.notComparable();
        if (notComparable > 0) {
            sentences
                    .append(" Not compared: ")
                    .append(counted(notComparable))
                    .append(" that fewer than two columns looked at.");
        }
        if (!omissions.notLookedAt().isEmpty()) {
            sentences.append(" Not looked at: ").append(byColumn()).append('.');
        }
        omissions.leftOut().stream()
                .filter(leftOut -> leftOut.facts() > 0)
                .forEach(leftOut -> sentences.append(' ').append(sentence(leftOut)));
        return sentences + new RuleWords(omissions.byRules()).summary();
    }

    private String byColumn() {
        List<NotLookedAt> parts = omissions.notLookedAt();
        String first = parts.stream()
                .limit(FEW)
                .map(part -> counted(part.facts()) + " in "
                        + CellText.shown(part.source().name()))
                .collect(Collectors.joining(", "));
        return parts.size() <= FEW ? first : first + ", and some in " + (parts.size() - FEW) + " more columns";
    }

    private static String sentence(LeftOut leftOut) {
        boolean one = leftOut.facts() == 1;
        int notSame = leftOut.notSame().size();
        String differing = notSame == 0
                ? ""
                : one ? ", which differs" : ", of which " + notSame + (notSame == 1 ? " differs" : " differ");
        return "Left out: " + counted(leftOut.facts())
                + (one ? " that changes by itself" : " that change by themselves") + differing + "; --all shows "
                + (one ? "it." : "them.");
    }

    private static String counted(int facts) {
        return facts + (facts == 1 ? " fact" : " facts");
    }

    /** Says it on standard error, where it is seen with any format. */
    void printTo(Shell shell, FileColumns columns, boolean all) {
        List<NotLookedAt> parts = omissions.notLookedAt();
        int shown = all ? parts.size() : Math.min(FEW, parts.size());
        parts.subList(0, shown)
                .forEach(part -> shell.complain(columns.whereIs(part.source()) + ": tells nothing of "
                        + counted(part.facts()) + " that other columns have; nobody knows whether they differ"));
        if (shown < parts.size()) {
            shell.complain(
                    (parts.size() - shown) + " more columns do not tell everything; --verbose names all of them");
        }
        if (all) {
            omissions.leftOut().stream()
                    .flatMap(leftOut -> leftOut.notSame().stream())
                    .forEach(fact -> shell.complain(changed(fact)));
        }
    }

    private static String changed(FactName fact) {
        return CellText.shown(fact.toString()) + " differs, which changes by itself; --all shows it";
    }
}
