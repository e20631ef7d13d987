package io.drift.examples.embed;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.FactRules;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.core.source.FactSource;
import java.util.List;

/** Facts of documents that are no system profiles, here the settings of a shop, under rules of one's own. */
final class OwnDocuments {

    private OwnDocuments() {}

    public static void main(String[] args) {
        FactRecorder recorder = new FactRecorder();
        recorder.record("port", "8080").record("started", "09:12").record("plugins", List.of("cart", "search"));
        FactSource blue = FactSource.of("blue", recorder.end());
        recorder.record("port", "8080").record("started", "09:15").record("plugins", List.of("cart"));
        FactSource green = FactSource.of("green", recorder.end());

        FactRules rules = FactRules.none()
                .withUnique(FactName.of("port")::equals)
                .withHidden(FactName.of("started")::equals);
        Comparison.of(blue, green).withRules(rules).report().onlyDifferences().comparisons().forEach(System.out::println);
    }
}
