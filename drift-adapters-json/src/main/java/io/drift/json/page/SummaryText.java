package io.drift.json.page;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.Omissions;
import java.util.ArrayList;
import java.util.List;

/** What a report counts, and what nobody looked at. */
final class SummaryText {

    private static final int FEW = 20;

    private final Markup markup;
    private final List<String> lines = new ArrayList<>();

    private SummaryText(Markup markup) {
        this.markup = markup;
    }

    /** Sentences, the counts first. */
    static List<String> of(ComparisonReport report, Markup markup) {
        SummaryText text = new SummaryText(markup);
        text.lines.add(Counted.of(report.columns().size(), "column") + ": "
                + (report.hasDifferences() || report.isComplete()
                        ? facts(report.differences()) + (report.differences() == 1 ? " is" : " are")
                                + " not the same everywhere"
                        : "nothing that was compared differs, but not everything was compared"));
        text.add(
                "Not compared: ",
                report.notCompared().stream()
                        .map(part -> text.name(part.source().name()) + ", " + text.name(part.part()) + ": "
                                + text.name(part.reason()))
                        .toList());
        text.add("Not found: ", report.notFound().stream().map(text::name).toList());
        text.omissions(report.omissions());
        return text.lines;
    }

    private void omissions(Omissions omissions) {
        if (omissions.notComparable() > 0) {
            lines.add(facts(omissions.notComparable()) + " cannot be compared: not enough columns were looked at");
        }
        add(
                "Not looked at: ",
                omissions.notLookedAt().stream()
                        .map(part -> facts(part.facts()) + " of "
                                + name(part.source().name()))
                        .toList());
        add(
                "Hidden: ",
                omissions.byRules().stream()
                        .filter(effect -> effect.facts() > 0)
                        .map(effect -> hidden(
                                effect.rule().id().toString(),
                                effect.facts(),
                                effect.notSame().size()))
                        .toList());
        add(
                "Left out: ",
                omissions.leftOut().stream()
                        .filter(part -> part.facts() > 0)
                        .map(part ->
                                hidden(part.list(), part.facts(), part.notSame().size()))
                        .toList());
    }

    private String hidden(String rule, int facts, int differ) {
        return name(rule) + ": " + facts(facts) + ", " + differ + " of them " + (differ == 1 ? "differs" : "differ");
    }

    private static String facts(int number) {
        return Counted.of(number, "fact");
    }

    private String name(String text) {
        return markup.name(text);
    }

    private void add(String what, List<String> all) {
        all.stream().limit(FEW).forEach(line -> lines.add(what + line));
        if (all.size() > FEW) {
            lines.add(what + "and " + (all.size() - FEW) + " more");
        }
    }
}
