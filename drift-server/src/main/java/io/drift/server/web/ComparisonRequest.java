package io.drift.server.web;

import io.drift.core.ComparisonQuery;
import io.drift.core.profile.PythonText;
import io.drift.core.profile.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks to compare, in the query of a GET or in the body of a POST. Its types are right; whether it makes
 * sense is found out behind the gate.
 *
 * @param reading how closely profiles are to be read; null if the request does not say
 * @param choice what of the report is answered
 */
record ComparisonRequest(
        List<String> systemIds,
        List<String> baselineIds,
        List<String> historicalProfileIds,
        @Nullable String referenceId,
        boolean baselineFactsOnly,
        @Nullable Reading reading,
        ReportChoice choice) {

    private static final String SYSTEMS = "system_ids";
    private static final String BASELINES = "baseline_ids";
    private static final String HISTORICAL_PROFILES = "historical_system_profile_ids";
    private static final String REFERENCE = "reference_id";
    private static final String SHORT_CIRCUIT = "short_circuit";
    private static final String READING = "reading";
    private static final List<String> READINGS =
            Stream.of(Reading.values()).map(Reading::word).toList();
    private static final String NOT_A_READING = "is not one of " + PythonText.quoted(READINGS);

    /**
     * In the query.
     *
     * @param formats the names of those that can be asked for
     */
    static RequestForm<ComparisonRequest> query(List<String> formats) {
        Set<String> known = new HashSet<>(ReportChoice.PARAMETERS);
        known.addAll(Set.of(
                SYSTEMS + "[]", BASELINES + "[]", HISTORICAL_PROFILES + "[]", REFERENCE, SHORT_CIRCUIT, READING));
        return RequestForm.ofQuery(known, parameters -> parse(parameters, formats));
    }

    /**
     * In the body.
     *
     * @param formats the names of those that can be asked for
     */
    static RequestForm<ComparisonRequest> body(List<String> formats) {
        return RequestForm.ofJson(body -> parse(body, formats));
    }

    private static ComparisonRequest parse(QueryParameters parameters, List<String> formats) {
        String shortCircuit = parameters.first(SHORT_CIRCUIT);
        if (shortCircuit != null && !shortCircuit.equalsIgnoreCase("true") && !shortCircuit.equalsIgnoreCase("false")) {
            throw invalid(shortCircuit, "is not of type 'boolean'", "'type' in schema:\n    {'type': 'boolean'}");
        }
        String reading = parameters.first(READING);
        if (reading != null && !READINGS.contains(reading)) {
            String schema = "{'type': 'string', 'enum': " + PythonText.quoted(READINGS) + "}";
            throw invalid(reading, NOT_A_READING, "'enum' in schema:\n    " + schema);
        }
        return new ComparisonRequest(
                parameters.all(SYSTEMS + "[]"),
                parameters.all(BASELINES + "[]"),
                parameters.all(HISTORICAL_PROFILES + "[]"),
                parameters.first(REFERENCE),
                "true".equalsIgnoreCase(shortCircuit),
                readingOf(reading),
                choice(parameters::all, parameters.first(REFERENCE), formats));
    }

    private static Problem invalid(String text, String fault, String rule) {
        String quoted = Quoted.value(text);
        return Problem.badRequest(
                quoted + " " + fault + "\n\nFailed validating " + rule + "\n\nOn instance:\n    " + quoted);
    }

    private static @Nullable Reading readingOf(@Nullable String word) {
        return word == null ? null : Reading.values()[READINGS.indexOf(word)];
    }

    private static ComparisonRequest parse(Map<?, ?> body, List<String> formats) {
        JsonMembers members = new JsonMembers(body, "");
        String reading = members.text(READING);
        if (reading != null && !READINGS.contains(reading)) {
            throw Problem.badRequest(Quoted.value(reading) + " " + NOT_A_READING + " - '" + READING + "'");
        }
        String reference = members.text(REFERENCE);
        return new ComparisonRequest(
                texts(members, SYSTEMS),
                texts(members, BASELINES),
                texts(members, HISTORICAL_PROFILES),
                reference,
                Boolean.TRUE.equals(members.get(SHORT_CIRCUIT, Boolean.class, "boolean")),
                readingOf(reading),
                choice(name -> words(members, name), reference, formats));
    }

    private static ReportChoice choice(
            Function<String, List<String>> words, @Nullable String reference, List<String> formats) {
        ReportChoice choice = ReportChoice.of(words, formats);
        choice.checkReference(reference);
        return choice;
    }

    /** States and facts are arrays, {@code partial} is a boolean, everything else one text. */
    private static List<String> words(JsonMembers body, String name) {
        if (!body.has(name)) {
            return List.of();
        }
        return switch (name) {
            case ReportChoice.STATE, ReportChoice.FACT -> texts(body, name);
            case ReportChoice.PARTIAL -> List.of(String.valueOf(body.get(name, Boolean.class, "boolean")));
            default -> List.of(String.valueOf(body.text(name)));
        };
    }

    private static List<String> texts(JsonMembers body, String list) {
        return body.has(list) ? body.texts(list) : List.of();
    }

    /** How many ids there are, of all kinds together. */
    int size() {
        return systemIds.size() + baselineIds.size() + historicalProfileIds.size();
    }

    /**
     * The query that is asked for.
     *
     * @throws io.drift.core.error.InvalidQueryException if a rule of the query is broken
     */
    ComparisonQuery query() {
        return new ComparisonQuery(systemIds, baselineIds, historicalProfileIds, referenceId, baselineFactsOnly)
                .withPartial(choice.partial());
    }
}
