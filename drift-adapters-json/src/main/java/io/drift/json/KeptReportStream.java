package io.drift.json;

import io.drift.core.delta.KeptColumn;
import io.drift.core.delta.KeptFact;
import io.drift.core.delta.KeptReport;
import io.drift.core.delta.ReportBasis;
import io.drift.core.fact.FactName;
import io.drift.core.profile.LookedAt;
import io.drift.core.source.SourceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a report, in any order. */
final class KeptReportStream {

    private static final Map<String, SourceKind> HEADER = Map.of(
            "systems", SourceKind.SYSTEM,
            "baselines", SourceKind.BASELINE,
            "historical_system_profiles", SourceKind.HISTORICAL_PROFILE);

    private final List<RawFact> facts = new ArrayList<>();
    /** The columns of groups; those of cells are in the header, and have the order of the cells. */
    private final List<KeptColumn> columns = new ArrayList<>();

    private final Map<String, KeptColumn> header = new HashMap<>();
    private final Map<String, LookedAt> lookedAt = new HashMap<>();
    private final Set<FactName> leftOut = new HashSet<>();
    private final Set<KeptReport.SkippedOfColumn> notCompared = new HashSet<>();
    private @Nullable String view;
    private @Nullable ReportBasis basis;
    private long differ;
    private boolean hasFacts;
    private boolean hasHeader;

    static UnreadableJsonException notAReport() {
        return UnreadableJsonException.wrongShape(
                "this is not a report of cells or groups, as 'drift compare --format json'" + " writes it");
    }

    void read(String key, JsonSource source) throws IOException {
        switch (key) {
            case "view" -> view = source.text();
            case "columns" -> source.items(key, item -> columns.add(column(Fields.of(item), null)));
            case "systems", "baselines", "historical_system_profiles" -> readHeader(key, source);
            case "facts" -> readFacts(source);
            case "left_out", "hidden" -> source.items(key, item -> readLeftOut(Fields.of(item)));
            case "not_compared" -> source.items(key, item -> readNotCompared(Fields.of(item)));
            case "summary" -> readSummary(Fields.of(source));
            case BasisJson.FIELD -> readBasis(Fields.of(source));
            default -> source.skip();
        }
    }

    private void readHeader(String key, JsonSource source) throws IOException {
        hasHeader = true;
        source.items(key, item -> {
            KeptColumn column = column(Fields.of(item), HEADER.get(key));
            header.put(column.id(), column);
        });
    }

    private static KeptColumn column(Fields fields, @Nullable SourceKind kind) throws UnreadableJsonException {
        SourceKind own = kind == null ? kindOf(fields.text("kind")) : kind;
        String name = fields.text(kind == null ? "name" : "display_name");
        return new KeptColumn(fields.text("id"), name, own, LookedAt.everything());
    }

    private static SourceKind kindOf(String word) throws UnreadableJsonException {
        try {
            return SourceKind.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw notAReport();
        }
    }

    /** Facts that are the same are dropped as soon as they are read; of a group of cells, one member after the other. */
    private void readFacts(JsonSource source) throws IOException {
        hasFacts = true;
        source.items("facts", item -> readFact(null, item));
    }

    private void readFact(@Nullable String group, JsonSource item) throws IOException {
        RawFact fact = new RawFact(group);
        item.members("a fact", (key, member) -> {
            if (key.equals("comparisons") && group == null) {
                String name = fact.ownName();
                member.items(key, one -> readFact(name, one));
                fact.isGroup();
            } else {
                fact.read(key, member);
            }
        });
        if (fact.differs()) {
            facts.add(fact);
        }
    }

    private void readLeftOut(Fields list) throws UnreadableJsonException {
        list.texts("not_same").forEach(name -> leftOut.add(FactName.of(name)));
    }

    private void readNotCompared(Fields part) throws UnreadableJsonException {
        notCompared.add(new KeptReport.SkippedOfColumn(part.text("id"), part.text("part")));
    }

    private void readSummary(Fields summary) throws UnreadableJsonException {
        for (Fields list : summary.objects("hidden")) {
            readLeftOut(list);
        }
        for (Fields part : summary.objects("not_compared")) {
            readNotCompared(part);
        }
    }

    private void readBasis(Fields fields) throws UnreadableJsonException {
        basis = new ReportBasis(
                fields.text("rules"), fields.optionalText("reference"), fields.isTrue("baseline_facts_only"));
        differ = fields.number("differ");
        for (Fields column : fields.objects("looked_at")) {
            LookedAt some = LookedAt.everything().withExcept(column.texts("except"));
            lookedAt.put(column.text("id"), column.has("only") ? some.withOnly(column.texts("only")) : some);
        }
    }

    KeptReportReader.Read end() throws UnreadableJsonException {
        if (view != null && !view.equals("groups")) {
            throw UnreadableJsonException.wrongShape("this is a report of " + view
                    + ", which does not tell who has which value: write it with --view groups, or without --view");
        }
        if (!hasFacts || (view == null && !hasHeader)) {
            throw notAReport();
        }
        if (basis == null) {
            throw UnreadableJsonException.wrongShape(
                    "this report does not say under which rules it was made, as those of the"
                            + " archived API and of older versions do not: write it with 'drift compare --format json'");
        }
        if (facts.size() != differ) {
            throw UnreadableJsonException.wrongShape("this report shows " + facts.size() + " of the " + differ
                    + " facts that differ: write it with all of them, without --only");
        }
        return whole(basis, view == null ? ofCells() : columns);
    }

    private List<KeptColumn> ofCells() throws UnreadableJsonException {
        List<KeptColumn> ordered = new ArrayList<>();
        for (String id : facts.isEmpty() ? sortedIds() : facts.get(0).cellIds()) {
            KeptColumn column = header.get(id);
            if (column == null) {
                throw notAReport();
            }
            ordered.add(column);
        }
        return ordered;
    }

    private List<String> sortedIds() {
        return header.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    }

    private KeptReportReader.Read whole(ReportBasis made, List<KeptColumn> all) throws UnreadableJsonException {
        List<KeptColumn> seen = all.stream()
                .map(column -> new KeptColumn(
                        column.id(),
                        column.name(),
                        column.kind(),
                        lookedAt.getOrDefault(column.id(), LookedAt.everything())))
                .toList();
        List<KeptFact> kept = new ArrayList<>();
        int cut = 0;
        for (RawFact fact : facts) {
            kept.add(fact.kept(seen.size()));
            cut += fact.isCut() ? 1 : 0;
        }
        return new KeptReportReader.Read(
                KeptReport.of(made, seen, kept).withLeftOut(leftOut).withNotCompared(notCompared), cut);
    }
}
