package io.drift.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The host inventory: hosts, their profiles and their tags, in pages of 50 unless asked for more. */
final class InventoryAnswers implements ServiceAnswers {

    private static final String HOSTS = "/api/inventory/v1/hosts/";
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final Shelf<SystemDocument> systems;
    private final AtomicBoolean shortLists;

    InventoryAnswers(Shelf<SystemDocument> systems, AtomicBoolean shortLists) {
        this.systems = systems;
        this.shortLists = shortLists;
    }

    @Override
    public Optional<ScriptedAnswer> to(CallTarget target) {
        return answer(target, "/system_profile", InventoryAnswers::profileItems)
                .or(() -> answer(target, "/tags", InventoryAnswers::tagsById))
                .or(() -> answer(target, "", InventoryAnswers::hostItems));
    }

    private Optional<ScriptedAnswer> answer(
            CallTarget target, String ending, Function<List<SystemDocument>, Object> results) {
        List<String> ids = target.ids(HOSTS, ending);
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        int page = target.number("page", 1);
        int perPage = target.number("per_page", USUAL_PAGE);
        if (page < 1 || perPage < 1 || perPage > LARGEST_PAGE) {
            return Optional.of(ScriptedAnswer.of(400, problem(400, "Bad Request", "page or per_page out of range")));
        }
        List<String> missing = systems.missing(ids);
        return Optional.of(
                missing.isEmpty() || shortLists.get()
                        ? page(systems.find(ids), page, perPage, results)
                        : notFound(missing));
    }

    private static ScriptedAnswer page(
            List<SystemDocument> found, int page, int perPage, Function<List<SystemDocument>, Object> results) {
        List<SystemDocument> shown =
                found.stream().skip((long) (page - 1) * perPage).limit(perPage).toList();
        return ScriptedAnswer.of(200, envelope(found.size(), shown.size(), page, perPage, results.apply(shown)));
    }

    private static ScriptedAnswer notFound(List<String> ids) {
        Map<String, Object> problem = problem(404, "Not Found", "One or more hosts not found.");
        problem.put("not_found_ids", ids);
        return ScriptedAnswer.of(404, problem);
    }

    private static Map<String, Object> problem(int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("detail", detail);
        problem.put("status", status);
        problem.put("title", title);
        problem.put("type", "about:blank");
        return problem;
    }

    private static Map<String, Object> envelope(int total, int count, int page, int perPage, Object results) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("total", total);
        envelope.put("count", count);
        envelope.put("page", page);
        envelope.put("per_page", perPage);
        envelope.put("results", results);
        return envelope;
    }

    private static Map<String, Object> onePage(List<SystemDocument> systems, Object results) {
        return envelope(systems.size(), systems.size(), 1, USUAL_PAGE, results);
    }

    /** The answer of {@code /hosts/{ids}}. */
    static Map<String, Object> hosts(List<SystemDocument> systems) {
        return onePage(systems, hostItems(systems));
    }

    /** The answer of {@code /hosts/{ids}/system_profile}. */
    static Map<String, Object> profiles(List<SystemDocument> systems) {
        return onePage(systems, profileItems(systems));
    }

    /** The answer of {@code /hosts/{ids}/tags}. */
    static Map<String, Object> tags(List<SystemDocument> systems) {
        return onePage(systems, tagsById(systems));
    }

    private static Object hostItems(List<SystemDocument> systems) {
        return systems.stream().map(SystemDocument::host).toList();
    }

    private static Object profileItems(List<SystemDocument> systems) {
        return systems.stream()
                .map(system -> Map.of("id", system.id(), "system_profile", system.profile()))
                .toList();
    }

    private static Object tagsById(List<SystemDocument> systems) {
        Map<String, @Nullable Object> tags = new LinkedHashMap<>();
        systems.forEach(system -> tags.put(system.id(), system.tags()));
        return tags;
    }
}
