package io.drift.core.profile;

import io.drift.core.fact.CodePointOrder;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import io.drift.core.fact.FactValue;
import io.drift.core.fact.PreparedFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Installed packages as the archived service read them: {@code installed_packages.<name>} = what {@link Nevra} shows. Of
 * a name that is listed twice the last counts (Q31); further versions come from a list of their own.
 */
final class ArchivedPackages {

    /** Keys that were imported, not software; each system has others. */
    private static final String IMPORTED_KEY = "gpg-pubkey";

    private final FactRecorder facts;
    private final List<SkippedPart> skipped;
    private final List<Installed> delta = new ArrayList<>();
    private final Map<FactSlot, List<String>> further = new LinkedHashMap<>();
    private boolean insightsClient;

    /** A package: its fact, and what the fact shows. */
    private record Installed(FactSlot fact, PreparedFact prepared, String shown) {}

    ArchivedPackages(FactRecorder facts, List<SkippedPart> skipped) {
        this.facts = facts;
        this.skipped = skipped;
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
            ListItem item = item(text, installed -> new ListedFact(installed.prepared, installed.prepared::record));
            return text.contains(DebPackage.INSIGHTS_CLIENT)
                    ? () -> {
                        insightsClient = true;
                        item.record();
                    }
                    : item;
        };
    }

    /** The entries of {@code installed_packages_delta}, which may come before or after the packages. */
    ListPart deltaPart() {
        return text -> item(text, installed -> () -> delta.add(installed));
    }

    private ListItem item(String text, Function<Installed, ListItem> itemOf) {
        Nevra nevra = Nevra.parse(text).orElse(null);
        if (nevra == null) {
            return () -> skipped.add(new SkippedPart(DebPackage.GROUP, "not a package: " + text));
        }
        if (nevra.name().equals(IMPORTED_KEY)) {
            return () -> {};
        }
        return itemOf.apply(installed(nevra.name(), nevra.shown()));
    }

    private Installed installed(String name, String shown) {
        FactSlot fact = facts.slot(DebPackage.GROUP, name);
        return new Installed(fact, fact.prepare(shown), shown);
    }

    /** An entry of {@code deb_packages}, which has its parts already (Q32). */
    void deb(Map<?, ?> entry) {
        DebPackage deb = DebPackage.of(entry);
        if (deb == null) {
            skipped.add(new SkippedPart("deb_packages", "an entry without name or version: " + entry));
            return;
        }
        insightsClient |= deb.isInsightsClient();
        installed(deb.name(), deb.shown()).prepared.record();
    }

    /** Joins what belongs to one name, sorted, because the order in a profile means nothing; repeats are kept. */
    void end() {
        for (Installed one : delta) {
            if (one.fact.isRecorded()) {
                further.computeIfAbsent(one.fact, any -> new ArrayList<>()).add(one.shown);
            } else {
                one.prepared.record();
            }
        }
        further.forEach((fact, texts) -> {
            FactValue first = fact.value();
            if (first != null) {
                texts.addAll(first.texts());
            }
            texts.sort(CodePointOrder.INSTANCE);
            fact.record(texts);
        });
        delta.clear();
        further.clear();
    }
}
