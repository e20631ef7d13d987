package io.drift.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The service that knows permissions: everybody has the same ones. */
final class AccessAnswers implements ServiceAnswers {

    private static final String ACCESS = "/api/rbac/v1/access/";

    private final AtomicReference<List<String>> granted;

    AccessAnswers(AtomicReference<List<String>> granted) {
        this.granted = granted;
    }

    @Override
    public Optional<ScriptedAnswer> to(CallTarget target) {
        if (!target.path().equals(ACCESS)) {
            return Optional.empty();
        }
        String applications = target.query().get("application");
        if (applications == null) {
            return Optional.of(ScriptedAnswer.of(
                    400, Map.of("errors", List.of(Map.of("status", "400", "detail", "application is required")))));
        }
        return Optional.of(ScriptedAnswer.of(200, page(List.of(applications.split(",", -1)))));
    }

    private Map<String, Object> page(List<String> applications) {
        List<Map<String, Object>> data = new ArrayList<>();
        for (String permission : granted.get()) {
            if (applications.contains(permission.split(":", 2)[0])) {
                data.add(Map.of("resourceDefinitions", List.of(), "permission", permission));
            }
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("meta", Map.of("count", data.size(), "limit", data.size(), "offset", 0));
        page.put("links", links(String.join(",", applications), data.size()));
        page.put("data", data);
        return page;
    }

    /** All there is stands on one page. */
    private static Map<String, @Nullable Object> links(String applications, int limit) {
        String only = ACCESS + "?application=" + applications + "&limit=" + limit + "&offset=0";
        Map<String, @Nullable Object> links = new LinkedHashMap<>();
        links.put("first", only);
        links.put("next", null);
        links.put("previous", null);
        links.put("last", only);
        return links;
    }
}
