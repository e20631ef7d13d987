package io.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.analysis.Cluster;
import io.drift.core.analysis.Clusters;
import io.drift.core.analysis.GroupClusters;
import io.drift.core.comparison.ComparisonReport;
import java.io.IOException;
import java.util.List;

/** The fields of the view {@code clusters}: for each group of facts the columns that are the same in all of them. */
final class ClustersJson {

    private ClustersJson() {}

    static void write(ComparisonReport report, ViewLimits limits, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("groups");
        for (GroupClusters group : Clusters.of(report).groups()) {
            write(group, limits, json);
        }
        json.writeEndArray();
        SummaryJson.writeField(report, json);
    }

    private static void write(GroupClusters group, ViewLimits limits, JsonGenerator json) throws IOException {
        json.writeStartObject();
        ViewJson.writeText("group", group.name(), json);
        json.writeArrayFieldStart("clusters");
        List<Cluster> clusters = group.clusters();
        int written = Math.min(limits.values(), clusters.size());
        for (Cluster cluster : clusters.subList(0, written)) {
            json.writeStartObject();
            json.writeStringField("fingerprint", cluster.fingerprint());
            json.writeNumberField("count", cluster.columns().size());
            limits.writeColumns("columns", cluster.columns(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        ViewLimits.writeMore("more_clusters", clusters.size() - written, json);
        if (!group.unknown().isEmpty()) {
            limits.writeColumns("not_looked_at", group.unknown(), json);
        }
        json.writeEndObject();
    }
}
