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
import java.util.function.Consumer;

/**
 * Installed packages: {@code installed_packages.<name>} = what {@link Nevra} shows. Further versions of a package make
 * the fact multi-valued.
 */
final class PackageFacts {

    private static final String GROUP = "installed_packages";
    /** Keys that were imported, not software; each system has others. */
    private static final String IMPORTED_KEY = "gpg-pubkey";

    private static final String INSIGHTS_CLIENT = "insights-client";

    private final FactRecorder facts;
    private final Reading reading;
    private final ProfileWarnings warnings;
    private final List<Installed> delta = new ArrayList<>();
    private final Map<FactSlot, List<String>> further = new LinkedHashMap<>();
    private boolean insightsClient;

    /** A package: its fact, and what the fact shows. */
    private record Installed(FactSlot fact, PreparedFact prepared, String shown) {}

    PackageFacts(FactRecorder facts, Reading reading, ProfileWarnings warnings) {
        this.facts = facts;
        this.reading = reading;
        this.warnings = warnings;
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
            ListItem item = item(text, this::install);
            return text.contains(INSIGHTS_CLIENT)
                    ? () -> {
                        insightsClient = true;
                        item.record();
                    }
                    : item;
        };
    }

    /** The entries of {@code installed_packages_delta}, which may come before or after the packages. */
    ListPart deltaPart() {
        return text -> item(text, delta::add);
    }

    private ListItem item(String text, Consumer<Installed> list) {
        Nevra nevra = Nevra.parse(text).orElse(null);
        if (nevra == null) {
            return () -> warnings.skipped(GROUP, "not a package: " + text);
        }
        if (nevra.name().equals(IMPORTED_KEY)) {
            return () -> {};
        }
        Installed installed =
                installed(nevra.name(), reading == Reading.EXACT ? nevra.shownWithEpoch() : nevra.shown());
        return () -> list.accept(installed);
    }

    /** An entry of {@code deb_packages}, which has its parts already (Q32). */
    void deb(Map<?, ?> deb) {
        Object name = deb.get("name");
        Object version = deb.get("version");
        if (name == null || version == null) {
            warnings.skipped("deb_packages", "an entry without name or version: " + deb);
            return;
        }
        insightsClient |= PythonText.of(name).contains(INSIGHTS_CLIENT);
        String arch = deb.get("arch") == null ? "" : "." + PythonText.of(deb.get("arch"));
        install(installed(PythonText.of(name), PythonText.of(version) + arch));
    }

    private Installed installed(String name, String shown) {
        FactSlot fact = facts.slot(GROUP, name);
        return new Installed(fact, fact.prepare(shown), shown);
    }

    private void install(Installed one) {
        if (reading == Reading.ARCHIVED || !one.fact.isRecorded()) {
            one.prepared.record();
        } else if (!isFirst(one) && !furtherTextsOf(one.fact).contains(one.shown)) {
            furtherTextsOf(one.fact).add(one.shown);
        }
    }

    private static boolean isFirst(Installed one) {
        return one.fact.value() instanceof FactValue.Text first && first.text().equals(one.shown);
    }

    /** What the fact has besides the text that was recorded first. */
    private List<String> furtherTextsOf(FactSlot fact) {
        return further.computeIfAbsent(fact, any -> new ArrayList<>());
    }

    /** Joins what belongs to one name, sorted, because the order in a profile means nothing. */
    void end() {
        for (Installed one : delta) {
            if (one.fact.isRecorded()) {
                furtherTextsOf(one.fact).add(one.shown);
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
