package io.drift.testkit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** Tells people who started a fake platform where it is, what it serves, and what they can ask. */
final class PlatformGuide {

    private static final String DRIFT = "http://127.0.0.1:8000/api/drift/v1/comparison_report";
    private static final int SYSTEMS_TO_COMPARE = 3;

    private final FakePlatform platform;
    private final List<SystemDocument> systems;
    private final List<BaselineDocument> baselines;
    private final List<HistoricalProfileDocument> historicalProfiles;
    private final StringBuilder text = new StringBuilder();

    PlatformGuide(FakePlatform platform, Collection<PlatformDocument> documents) {
        this.platform = platform;
        this.systems = sorted(documents, SystemDocument.class);
        this.baselines = sorted(documents, BaselineDocument.class);
        this.historicalProfiles = sorted(documents, HistoricalProfileDocument.class);
    }

    private static <T extends PlatformDocument> List<T> sorted(Collection<PlatformDocument> documents, Class<T> kind) {
        return documents.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(PlatformDocument::name).thenComparing(PlatformGuide::captured))
                .toList();
    }

    private static String captured(PlatformDocument document) {
        return document.json().get("captured_date") instanceof String date ? date : "";
    }

    String text() {
        text.setLength(0);
        line("The fake platform is up. Ctrl-C stops it.");
        service(PlatformService.INVENTORY, systems);
        service(PlatformService.BASELINES, baselines);
        service(PlatformService.HISTORICAL_PROFILES, historicalProfiles);
        service(PlatformService.RBAC, List.of());
        line("    everybody may do everything");
        String identity = Identities.user("tester")
                .entitledTo("insights", "smart_management")
                .header();
        line("");
        line("An identity (header x-rh-identity):");
        line("    " + identity);
        if (!systems.isEmpty()) {
            line("");
            line("A comparison, once Drift listens on port 8000:");
            line("    curl -s -H 'x-rh-identity: " + identity + "' '" + DRIFT + query() + "'");
        }
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    private void service(PlatformService service, List<? extends PlatformDocument> documents) {
        line("");
        line(service + " on " + platform.url(service));
        documents.forEach(document -> {
            String when = captured(document);
            line("    " + document.id() + "  " + document.name() + (when.isEmpty() ? "" : " of " + when));
        });
    }

    /** Three systems, and one each of the rest; if there are web servers, those, because they belong together. */
    private String query() {
        StringJoiner query = new StringJoiner("&", "?", "");
        webFirst(systems, SYSTEMS_TO_COMPARE, id -> query.add("system_ids%5B%5D=" + id));
        webFirst(baselines, 1, id -> query.add("baseline_ids%5B%5D=" + id));
        webFirst(historicalProfiles, 1, id -> query.add("historical_system_profile_ids%5B%5D=" + id));
        return query.toString();
    }

    private static void webFirst(List<? extends PlatformDocument> documents, int most, Consumer<String> id) {
        documents.stream()
                .sorted(Comparator.comparing(
                        (PlatformDocument one) -> !one.name().startsWith("web")))
                .limit(most)
                .map(PlatformDocument::id)
                .forEach(id);
    }
}
