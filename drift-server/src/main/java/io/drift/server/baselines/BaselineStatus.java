package io.drift.server.baselines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.registry.store.Association;
import io.drift.registry.store.BaselineHead;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How an organisation uses baselines, in the form that the archived service told it of all of them.
 *
 * @param baselines all that it has
 * @param associations all that it has
 * @param now what time it is
 */
public record BaselineStatus(List<BaselineHead> baselines, List<Association> associations, Instant now) {

    private static final List<String> BUCKETS = List.of("1", "2", "3", "4", "5-10", "10+");
    private static final int MANY = 10;
    private static final int SOME = 5;

    /** The document. */
    public ObjectNode document() {
        Map<UUID, Long> systems =
                associations.stream().collect(Collectors.groupingBy(Association::baselineId, Collectors.counting()));
        boolean isUsed = !baselines.isEmpty();
        ObjectNode status = BaselineJson.JSON
                .createObjectNode()
                .put("system_baseline_version", "1.1.0")
                .put("totalBaselinesCount", baselines.size())
                .put("customerIdsCount", isUsed ? 1 : 0);
        status.set("BaselinesBuckets", buckets(isUsed ? List.of((long) baselines.size()) : List.of()));
        status.put("createdBaselinesToday", createdWithin(1))
                .put("createdBaselinesWeek", createdWithin(7))
                .put("createdBaselinesMonth", createdWithin(30))
                .put("totalBaselinesWithAssociationsCount", systems.size());
        status.set("BaselinesAssociationsBuckets", buckets(systems.values()));
        return status;
    }

    private long createdWithin(int days) {
        Instant from = now.minus(Duration.ofDays(days));
        return baselines.stream().filter(one -> one.created().isAfter(from)).count();
    }

    private static ObjectNode buckets(Collection<Long> counts) {
        ObjectNode buckets = BaselineJson.JSON.createObjectNode();
        for (String name : BUCKETS) {
            buckets.put(
                    name,
                    counts.stream().filter(count -> bucket(count).equals(name)).count());
        }
        return buckets;
    }

    private static String bucket(long count) {
        if (count > MANY) {
            return "10+";
        }
        return count >= SOME ? "5-10" : String.valueOf(count);
    }
}
