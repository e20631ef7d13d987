package io.drift.server.web;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactCondition;
import io.drift.core.comparison.FactSelection;
import io.drift.core.policy.FactPattern;
import io.drift.core.profile.PythonText;
import io.drift.core.report.ReportView;
import io.drift.core.report.ReportWriter;
import io.drift.json.ViewJson;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a report is answered, and how. Who says nothing of it gets all cells, as the archived service answers.
 *
 * @param view what of it is written
 * @param conditions one of them is so of each fact that is shown; empty for any fact
 * @param facts one of them chooses each fact that is shown; empty for all
 * @param allNames whether lists of names are whole
 * @param format the name of one; null for what {@code Accept} says
 * @param withPolicy whether the policy of the server counts, if it has one
 * @param partial whether ids that are not there are told in the report
 */
record ReportChoice(
        ReportView view,
        Set<FactCondition> conditions,
        List<FactPattern> facts,
        boolean allNames,
        @Nullable String format,
        boolean withPolicy,
        boolean partial) {

    static final String VIEW = "view";
    static final String STATE = "state";
    static final String FACT = "fact";
    static final String NAMES = "names";
    static final String FORMAT = "format";
    static final String POLICY = "policy";
    static final String PARTIAL = "partial";
    static final Set<String> PARAMETERS = Set.of(VIEW, STATE, FACT, NAMES, FORMAT, POLICY, PARTIAL);

    private static final String JSON = "json";
    /** These tell what was not found, too. */
    private static final Set<String> TELLING = Set.of(JSON, "html", "markdown", "jsonl");

    /**
     * The choice of a request.
     *
     * @param words the values of a parameter; empty if it is not there
     * @param formats the names of those that there are
     * @throws Problem if a word is unknown, or two contradict each other
     */
    static ReportChoice of(Function<String, List<String>> words, List<String> formats) {
        ReportChoice choice = new ReportChoice(
                ReportView.of(one(VIEW, words, ReportView.words(), ReportView.CELLS.word()))
                        .orElseThrow(),
                conditions(words.apply(STATE)),
                words.apply(FACT).stream().map(FactPattern::of).toList(),
                one(NAMES, words, List.of("few", "all"), "few").equals("all"),
                words.apply(FORMAT).isEmpty() ? null : one(FORMAT, words, formats, JSON),
                !one(POLICY, words, List.of("default", "none"), "default").equals("none"),
                one(PARTIAL, words, List.of("true", "false"), "false").equals("true"));
        choice.refuseContradictions();
        return choice;
    }

    /** Given several times, the first counts. */
    private static String one(
            String parameter, Function<String, List<String>> words, List<String> known, String usual) {
        String word = words.apply(parameter).stream().findFirst().orElse(usual);
        if (!known.contains(word)) {
            throw unknown(parameter, word, known);
        }
        return word;
    }

    private static Problem unknown(String parameter, String word, List<String> known) {
        return Problem.badRequest(
                Quoted.value(word) + " is not one of " + PythonText.quoted(known) + " - '" + parameter + "'");
    }

    private static Set<FactCondition> conditions(List<String> words) {
        Set<FactCondition> conditions = EnumSet.noneOf(FactCondition.class);
        words.stream()
                .flatMap(some -> Stream.of(some.split(",", -1)))
                .forEach(word -> conditions.add(FactCondition.of(word.strip())
                        .orElseThrow(() -> unknown(STATE, word.strip(), FactCondition.words()))));
        return conditions;
    }

    private void refuseContradictions() {
        boolean isCells = view == ReportView.CELLS;
        if (isCells && allNames) {
            throw Problem.badRequest("'names' is for the views groups, outliers and clusters: say which one");
        }
        if (!conditions.isEmpty() && !isCells && view != ReportView.GROUPS) {
            throw Problem.badRequest("'state' chooses facts of the views cells and groups, and not of " + view);
        }
    }

    /**
     * Refuses a word that says how something stands to a reference if there is none.
     *
     * @throws Problem if a condition is never so
     */
    void checkReference(@Nullable String referenceId) {
        if (referenceId == null || referenceId.isEmpty()) {
            conditions.stream()
                    .filter(FactCondition::needsReference)
                    .findFirst()
                    .ifPresent(condition -> {
                        throw Problem.badRequest(
                                "the state " + condition.word() + " needs a reference_id: without one, each package"
                                        + " is compared with the newest that there is");
                    });
        }
    }

    /** A report with what is chosen of it. */
    ComparisonReport of(ComparisonReport report, @Nullable String referenceId) {
        ComparisonReport some = facts.isEmpty()
                ? report
                : report.onlyFacts(fact -> facts.stream().anyMatch(pattern -> pattern.chooses(fact.fact())));
        return conditions.isEmpty()
                ? some
                : FactSelection.of(report, referenceId, conditions).in(some);
    }

    /**
     * What writes the report.
     *
     * @param accept the header {@code Accept}; null if there was none
     * @param negotiated the formats that it may ask for
     * @param named all formats
     * @throws Problem if the format cannot tell what is asked for
     */
    ReportWriter writer(@Nullable String accept, FormatNegotiation negotiated, List<ReportWriter> named) {
        ReportWriter plain = format == null
                ? viewed(accept, negotiated)
                : named.stream()
                        .filter(one -> one.name().equals(format))
                        .findFirst()
                        .orElseThrow();
        if (partial && !TELLING.contains(plain.name())) {
            throw Problem.badRequest("the format " + plain.name() + " cannot tell of ids that are not there: leave"
                    + " 'partial' out, or ask for another format");
        }
        ReportWriter writer = plain.inView(view)
                .orElseThrow(() -> Problem.badRequest(
                        "the format " + plain.name() + " does not have the view " + view + ": leave one of them out"));
        if (!allNames) {
            return writer;
        }
        if (writer instanceof ViewJson json) {
            return json.withAllNames();
        }
        throw Problem.badRequest(
                "'names' is for json: the format " + plain.name() + " is bounded, and counts what it does not name");
    }

    /** What {@code Accept} asks for, if it has the view; else the first format, as for who accepts none. */
    private ReportWriter viewed(@Nullable String accept, FormatNegotiation negotiated) {
        ReportWriter wanted = negotiated.wanted(accept);
        return wanted.inView(view).isPresent() ? wanted : negotiated.formats().get(0);
    }
}
