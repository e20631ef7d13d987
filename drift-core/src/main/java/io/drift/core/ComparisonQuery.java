package io.drift.core;

import io.drift.core.error.InvalidQueryException;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to compare. A query that exists is valid.
 *
 * <pre>{@code
 * ComparisonQuery query = ComparisonQuery.ofSystems(ids).withBaselines(List.of(golden)).withReference(golden);
 * }</pre>
 *
 * @param systemIds UUIDs of systems, perhaps none
 * @param baselineIds UUIDs of baselines, perhaps none
 * @param historicalProfileIds UUIDs of historical profiles, perhaps none
 * @param referenceId one of all those ids, with which each cell is compared; null for none, and the empty text too
 * @param baselineFactsOnly whether only drift from the baselines is of interest ({@code short_circuit})
 * @param partial whether ids that are not there are told in the report, in place of a refusal
 */
public record ComparisonQuery(
        List<String> systemIds,
        List<String> baselineIds,
        List<String> historicalProfileIds,
        @Nullable String referenceId,
        boolean baselineFactsOnly,
        boolean partial) {

    private static final int MOST_QUOTED = 10;
    private static final int LONGEST_QUOTED = 200;
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * Checks the query: something is asked for, nothing twice, all ids are UUIDs, the reference is one of them.
     *
     * @throws InvalidQueryException for the first of these rules that is broken, in that order
     */
    public ComparisonQuery {
        systemIds = List.copyOf(systemIds);
        baselineIds = List.copyOf(baselineIds);
        historicalProfileIds = List.copyOf(historicalProfileIds);
        referenceId = referenceId == null || referenceId.isEmpty() ? null : referenceId;
        if (systemIds.isEmpty() && baselineIds.isEmpty() && historicalProfileIds.isEmpty()) {
            throw new InvalidQueryException("must specify at least one of system, baseline, or HSP");
        }
        refuseDuplicates(systemIds, "system_ids");
        refuseDuplicates(baselineIds, "baseline_ids");
        refuseDuplicates(historicalProfileIds, "historical_system_profile_ids");
        refuseMalformed(systemIds);
        refuseMalformed(baselineIds);
        refuseMalformed(historicalProfileIds);
        if (referenceId != null) {
            refuseMalformed(List.of(referenceId));
            if (Stream.of(systemIds, baselineIds, historicalProfileIds).noneMatch(contains(referenceId))) {
                throw new InvalidQueryException("reference id " + referenceId + " does not match any ids from query");
            }
        }
    }

    /**
     * A query that is refused if an id is not there.
     *
     * @param systemIds as above, and so are the others
     * @param baselineIds as above
     * @param historicalProfileIds as above
     * @param referenceId as above
     * @param baselineFactsOnly as above
     * @throws InvalidQueryException as above
     */
    public ComparisonQuery(
            List<String> systemIds,
            List<String> baselineIds,
            List<String> historicalProfileIds,
            @Nullable String referenceId,
            boolean baselineFactsOnly) {
        this(systemIds, baselineIds, historicalProfileIds, referenceId, baselineFactsOnly, false);
    }

    /**
     * Compares systems.
     *
     * @param ids UUIDs of systems, at least one
     * @return a query without a reference
     * @throws InvalidQueryException as the constructor
     */
    public static ComparisonQuery ofSystems(List<String> ids) {
        return new ComparisonQuery(ids, List.of(), List.of(), null, false);
    }

    /**
     * Compares with baselines too.
     *
     * @param ids UUIDs of baselines, in place of those that were asked for
     * @return the changed query
     * @throws InvalidQueryException as the constructor
     */
    public ComparisonQuery withBaselines(List<String> ids) {
        return new ComparisonQuery(systemIds, ids, historicalProfileIds, referenceId, baselineFactsOnly, partial);
    }

    /**
     * Compares with historical profiles too.
     *
     * @param ids UUIDs of historical profiles, in place of those that were asked for
     * @return the changed query
     * @throws InvalidQueryException as the constructor
     */
    public ComparisonQuery withHistoricalProfiles(List<String> ids) {
        return new ComparisonQuery(systemIds, baselineIds, ids, referenceId, baselineFactsOnly, partial);
    }

    /**
     * Compares each cell with one source too.
     *
     * @param id one of the ids of the query; null for none
     * @return the changed query
     * @throws InvalidQueryException as the constructor
     */
    public ComparisonQuery withReference(@Nullable String id) {
        return new ComparisonQuery(systemIds, baselineIds, historicalProfileIds, id, baselineFactsOnly, partial);
    }

    /**
     * Looks only for drift from the baselines.
     *
     * @param only true to do so
     * @return the changed query
     */
    public ComparisonQuery withBaselineFactsOnly(boolean only) {
        return new ComparisonQuery(systemIds, baselineIds, historicalProfileIds, referenceId, only, partial);
    }

    /**
     * Compares what is there.
     *
     * @param partial true to be told of ids that are not there by {@link
     *     io.drift.core.comparison.ComparisonReport#notFound}; the query is refused if none is
     * @return the changed query
     */
    public ComparisonQuery withPartial(boolean partial) {
        return new ComparisonQuery(
                systemIds, baselineIds, historicalProfileIds, referenceId, baselineFactsOnly, partial);
    }

    private static Predicate<List<String>> contains(String id) {
        return ids -> ids.contains(id);
    }

    private static void refuseDuplicates(List<String> ids, String list) {
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new InvalidQueryException("duplicate UUID specified in " + list + " list");
        }
    }

    private static void refuseMalformed(List<String> ids) {
        List<String> malformed =
                ids.stream().filter(id -> !UUID.matcher(id).matches()).toList();
        if (!malformed.isEmpty()) {
            throw new InvalidQueryException("malformed UUIDs requested (" + quoted(malformed) + ")");
        }
    }

    /** A message stays short, whatever was asked for. */
    private static String quoted(List<String> ids) {
        String first = ids.stream().limit(MOST_QUOTED).map(ComparisonQuery::cut).collect(Collectors.joining(", "));
        return ids.size() <= MOST_QUOTED ? first : first + ", and " + (ids.size() - MOST_QUOTED) + " more";
    }

    private static String cut(String id) {
        if (id.codePointCount(0, id.length()) <= LONGEST_QUOTED) {
            return id;
        }
        return id.substring(0, id.offsetByCodePoints(0, LONGEST_QUOTED)) + "...";
    }
}
