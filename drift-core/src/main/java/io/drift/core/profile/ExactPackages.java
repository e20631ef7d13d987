package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import io.drift.core.fact.FactValue;
import io.drift.core.fact.PreparedFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Installed packages read exactly: {@code installed_packages.<name>} = version, release and architecture, with an epoch
 * that is not 0 (Q30), or the whole text where that is written in a way of its own. A name that is listed several times
 * has all its versions (Q31). What is no package is listed by its text (Q38).
 */
final class ExactPackages {

    private static final String LISTED = "listed";

    private final FactRecorder facts;
    private final Map<FactSlot, List<String>> further = new LinkedHashMap<>();
    private boolean insightsClient;

    /** A package: its fact, and what the fact shows. */
    private record Installed(FactSlot fact, PreparedFact prepared, String shown) {}

    ExactPackages(FactRecorder facts) {
        this.facts = facts;
    }

    void begin() {
        insightsClient = false;
    }

    boolean insightsClient() {
        return insightsClient;
    }

    /** The entries of {@code installed_packages}. */
    ListPart part() {
        return text -> {
            ListItem item = item(installed(text));
            return text.contains(DebPackage.INSIGHTS_CLIENT)
                    ? () -> {
                        insightsClient = true;
                        item.record();
                    }
                    : item;
        };
    }

    /** The entries of {@code installed_packages_delta}: further versions, as if they were listed with the others. */
    ListPart deltaPart() {
        return text -> item(installed(text));
    }

    private ListItem item(Installed one) {
        return new ListedFact(one.prepared, () -> addFurther(one));
    }

    private Installed installed(String text) {
        return Nevra.parse(text)
                .map(nevra -> installed(nevra.name(), nevra.tellsAll(text) ? nevra.shownWithEpoch() : text))
                .orElseGet(() -> installed(text, LISTED));
    }

    private Installed installed(String name, String shown) {
        FactSlot fact = facts.slot(DebPackage.GROUP, name);
        return new Installed(fact, fact.prepare(shown), shown);
    }

    void install(DebPackage deb) {
        insightsClient |= deb.isInsightsClient();
        install(installed(deb.name(), deb.shown()));
    }

    private void install(Installed one) {
        item(one).record();
    }

    private void addFurther(Installed one) {
        further.computeIfAbsent(one.fact, any -> new ArrayList<>()).add(one.shown);
    }

    void end() {
        further.forEach((fact, texts) -> {
            FactValue first = fact.value();
            if (first != null) {
                texts.addAll(first.texts());
            }
            fact.record(CountedTexts.of(texts));
        });
        further.clear();
    }
}
