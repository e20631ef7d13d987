package io.drift.registry.store;

import java.util.List;

/**
 * A part of the baselines that were found.
 *
 * <pre>{@code
 * System.out.println(page.baselines().size() + " of " + page.count());
 * }</pre>
 *
 * @param baselines the part
 * @param count how many were found in all
 * @param total how many the organisation has
 */
public record BaselinePage(List<Listed> baselines, long count, long total) {

    /** Copies the list. */
    public BaselinePage {
        baselines = List.copyOf(baselines);
    }

    /**
     * A baseline in a list.
     *
     * @param head all but its facts
     * @param factCount how many facts and categories it has
     * @param systemCount how many systems are associated with it
     */
    public record Listed(BaselineHead head, long factCount, long systemCount) {}
}
