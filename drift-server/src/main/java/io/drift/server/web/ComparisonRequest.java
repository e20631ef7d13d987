package io.drift.server.web;

import io.drift.core.ComparisonQuery;
import io.drift.core.profile.PythonText;
import io.drift.core.profile.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks to compare, in the query of a GET or in the body of a POST. Its types are right; whether it makes
 * sense is found out behind the gate.
 *
 * @param reading how closely profiles are to be read; null if the request does not say
 */
record ComparisonRequest(
        List<String> systemIds,
        List<String> baselineIds,
        List<String> historicalProfileIds,
        @Nullable String referenceId,
        boolean baselineFactsOnly,
        @Nullable Reading reading) {

    private static final String SYSTEMS = "system_ids";
    private static final String BASELINES = "baseline_ids";
    private static final String HISTORICAL_PROFILES = "historical_system_profile_ids";
    private static final String REFERENCE = "reference_id";
    private static final String SHORT_CIRCUIT = "short_circuit";
    private static final String READING = "reading";
    private static final List<String> READINGS =
            Stream.of(Reading.values()).map(Reading::word).toList();
    private static final String NOT_A_READING = "is not one of " + PythonText.quoted(READINGS);

    static final RequestForm<ComparisonRequest> QUERY = RequestForm.ofQuery(
            Set.of(SYSTEMS + "[]", BASELINES + "[]", HISTORICAL_PROFILES + "[]", REFERENCE, SHORT_CIRCUIT, READING),
            ComparisonRequest::parse);

    static final RequestForm<ComparisonRequest> BODY = RequestForm.ofJson(ComparisonRequest::parse);

    private static ComparisonRequest parse(QueryParameters parameters) {
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
                readingOf(reading));
    }

    private static Problem invalid(String text, String fault, String rule) {
        String quoted = Quoted.value(text);
        return Problem.badRequest(
                quoted + " " + fault + "\n\nFailed validating " + rule + "\n\nOn instance:\n    " + quoted);
    }

    private static @Nullable Reading readingOf(@Nullable String word) {
        return word == null ? null : Reading.values()[READINGS.indexOf(word)];
    }

    private static ComparisonRequest parse(Map<?, ?> body) {
        String reading = member(body, READING, String.class, "string");
        if (reading != null && !READINGS.contains(reading)) {
            throw Problem.badRequest(Quoted.value(reading) + " " + NOT_A_READING + " - '" + READING + "'");
        }
        return new ComparisonRequest(
                ids(body, SYSTEMS),
                ids(body, BASELINES),
                ids(body, HISTORICAL_PROFILES),
                member(body, REFERENCE, String.class, "string"),
                Boolean.TRUE.equals(member(body, SHORT_CIRCUIT, Boolean.class, "boolean")),
                readingOf(reading));
    }

    private static List<String> ids(Map<?, ?> body, String list) {
        Collection<?> given = member(body, list, Collection.class, "array");
        List<String> ids = new ArrayList<>();
        for (Object id : given == null ? List.of() : given) {
            if (!(id instanceof String text)) {
                throw JsonBody.wrongType(id, "string", list + "." + ids.size());
            }
            ids.add(text);
        }
        return ids;
    }

    /** Null if there is no such member; one that is null has the wrong type. */
    private static <T> @Nullable T member(Map<?, ?> body, String name, Class<T> type, String typeInMessages) {
        Object value = body.get(name);
        if (body.containsKey(name) && !type.isInstance(value)) {
            throw JsonBody.wrongType(value, typeInMessages, name);
        }
        return type.cast(value);
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
        return new ComparisonQuery(systemIds, baselineIds, historicalProfileIds, referenceId, baselineFactsOnly);
    }
}
