package io.drift.server;

import java.util.List;

/** What a running service really answers. */
public final class ServedRoutes {

    private ServedRoutes() {}

    /**
     * All its routes but those for HEAD, which answer as those for GET do.
     *
     * @return methods and templates of paths, such as {@code GET /v1/hosts/{ids}}
     */
    public static List<String> of(DriftService service) {
        return service.routes().stream()
                .filter(route -> !route.startsWith("HEAD "))
                .toList();
    }
}
