package io.drift.registry.store;

import java.util.List;

/**
 * A part of the systems that were found.
 *
 * <pre>{@code
 * System.out.println(page.systems().size() + " of " + page.total());
 * }</pre>
 *
 * @param systems the part
 * @param total how many there are in all
 */
public record SystemPage(List<StoredSystem> systems, long total) {

    /** Copies the list. */
    public SystemPage {
        systems = List.copyOf(systems);
    }
}
