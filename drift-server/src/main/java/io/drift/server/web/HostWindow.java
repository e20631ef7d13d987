package io.drift.server.web;

import io.drift.registry.store.SystemQuery;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for, as the inventory counts pages.
 *
 * @param page from 1
 * @param perPage at most 100
 */
record HostWindow(int page, int perPage) {

    static final Set<String> PARAMETERS = Set.of("page", "per_page");

    private static final int MOST_PAGES = 21_474_837;
    private static final int MOST = 100;
    private static final int USUAL = 50;

    static HostWindow parse(QueryParameters parameters) {
        return new HostWindow(
                number("page", parameters.first("page"), 1, MOST_PAGES, 1),
                number("per_page", parameters.first("per_page"), 1, MOST, USUAL));
    }

    /**
     * A number in a query.
     *
     * @throws Problem if it is none, or out of bounds
     */
    static int number(String name, @Nullable String text, int least, int most, int usual) {
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw Problem.badRequest(
                    Quoted.text(text) + " is not a number from " + least + " to " + most + " - '" + name + "'");
        }
        return Integer.parseInt(text);
    }

    SystemQuery.Window window() {
        return new SystemQuery.Window((long) (page - 1) * perPage, perPage);
    }

    /** Its part of a list. */
    <T> List<T> of(List<T> all) {
        int from = (int) Math.min(window().offset(), all.size());
        return all.subList(from, Math.min(from + perPage, all.size()));
    }
}
