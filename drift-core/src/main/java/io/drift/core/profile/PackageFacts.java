package io.drift.core.profile;

import io.drift.core.fact.CodePointOrder;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactValue;
import io.drift.core.fact.RecurringTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Installed packages: {@code installed_packages.<name>} = what {@link Nevra} shows. Further versions of a package make
 * the fact multi-valued. A package text is parsed once, however many systems of the request have it.
 */
final class PackageFacts {

    private static final String GROUP = "installed_packages";
    /** Keys that were imported, not software; each system has others. */
    private static final String IMPORTED_KEY = "gpg-pubkey";

    private static final String INSIGHTS_CLIENT = "insights-client";

    private final FactRecorder facts;
    private final PackageDetail detail;
    private final ProfileWarnings warnings;
    private final RecurringTexts<Listed> listed = new RecurringTexts<>(this::listed);
    private final List<Installed> delta = new ArrayList<>();
    private final Map<Integer, List<String>> further = new LinkedHashMap<>();
    private boolean insightsClient;

    /** A package in symbols of this request. */
    private record Installed(int fact, int value, String shown) {}

    /** An entry of a list: the package that it names, or null, and whether it speaks of the client. */
    private record Listed(@Nullable Installed installed, boolean insightsClient) {}

    PackageFacts(FactRecorder facts, PackageDetail detail, ProfileWarnings warnings) {
        this.facts = facts;
        this.detail = detail;
        this.warnings = warnings;
    }

    void begin() {
        insightsClient = false;
    }

    boolean insightsClient() {
        return insightsClient;
    }

    /** The entries of {@code installed_packages}. */
    ListItems items() {
        return new RecurringItems<>(listed, entry -> {
            insightsClient |= entry.insightsClient;
            if (entry.installed != null) {
                install(entry.installed);
            }
        });
    }

    /** The entries of {@code installed_packages_delta}, which may come before or after the packages. */
    ListItems deltaItems() {
        return new RecurringItems<>(listed, entry -> {
            if (entry.installed != null) {
                delta.add(entry.installed);
            }
        });
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

    private Listed listed(String text) {
        Nevra nevra = Nevra.parse(text).orElse(null);
        if (nevra == null) {
            warnings.skipped(GROUP, "not a package: " + text);
        }
        boolean counts = nevra != null && !nevra.name().equals(IMPORTED_KEY);
        return new Listed(counts ? installed(nevra) : null, text.contains(INSIGHTS_CLIENT));
    }

    private Installed installed(Nevra nevra) {
        return installed(nevra.name(), detail == PackageDetail.EXACT ? nevra.shownWithEpoch() : nevra.shown());
    }

    private Installed installed(String name, String shown) {
        return new Installed(facts.symbols().fact(GROUP, name), facts.symbols().value(shown), shown);
    }

    private void install(Installed one) {
        int before = facts.valueOf(one.fact);
        if (detail == PackageDetail.AS_ARCHIVED || before == FactRecorder.NOT_RECORDED) {
            facts.record(one.fact, one.value);
        } else if (before != one.value && !textsOf(one.fact).contains(one.shown)) {
            textsOf(one.fact).add(one.shown);
        }
    }

    private List<String> textsOf(int fact) {
        return further.computeIfAbsent(fact, any -> new ArrayList<>());
    }

    /** Joins what belongs to one name, sorted, because the order in a profile means nothing. */
    void end() {
        for (Installed one : delta) {
            if (facts.valueOf(one.fact) == FactRecorder.NOT_RECORDED) {
                facts.record(one.fact, one.value);
            } else {
                textsOf(one.fact).add(one.shown);
            }
        }
        further.forEach((fact, texts) -> {
            FactValue first = facts.symbols().valueOf(facts.valueOf(fact));
            if (first != null) {
                texts.addAll(first.texts());
            }
            texts.sort(CodePointOrder.INSTANCE);
            facts.record(fact, facts.symbols().value(texts));
        });
        delta.clear();
        further.clear();
    }
}
