package io.drift.server.web;

import io.drift.core.error.InvalidQueryException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A baseline that is to be made.
 *
 * @param name its name, as given
 * @param facts made of maps, lists and texts; null if it is not made of facts
 * @param systemId the id of the system that it is made of, as given; null if it is not
 * @param historicalProfileId that of the historical profile that it is made of
 */
record NewBaseline(
        String name,
        @Nullable List<?> facts,
        @Nullable String systemId,
        @Nullable String historicalProfileId) {

    private static final String FACTS = "baseline_facts";
    private static final String SYSTEM = "inventory_uuid";
    private static final String HISTORICAL_PROFILE = "hsp_uuid";

    static NewBaseline parse(Map<?, ?> body) {
        JsonMembers members = JsonMembers.of(body, Set.of("display_name", FACTS, SYSTEM, HISTORICAL_PROFILE));
        String name = members.required("display_name", String.class, "string");
        BaselineListing.checkedName(name);
        return new NewBaseline(
                name, members.get(FACTS, List.class, "array"), members.text(SYSTEM), members.text(HISTORICAL_PROFILE));
    }

    /**
     * Checks that it is made of one thing.
     *
     * @throws InvalidQueryException if it is made of several
     */
    void refuseSeveral() {
        if (facts != null && systemId != null) {
            throw new InvalidQueryException("Both baseline facts and inventory id provided, can clone only one.");
        }
        if (facts != null && historicalProfileId != null) {
            throw new InvalidQueryException("Both baseline facts and hsp id provided, can clone only one.");
        }
        if (systemId != null && historicalProfileId != null) {
            throw new InvalidQueryException("Both hsp id and system id provided, can clone only one.");
        }
    }
}
