package io.drift.cli;

import java.time.Duration;
import java.util.List;

/**
 * What is collected, and how long it may take.
 *
 * @param only the sections to collect; empty for all
 * @param without sections to leave out
 * @param each how long one machine may take
 * @param all how long all of them may take
 */
record CollectLimits(List<String> only, List<String> without, Duration each, Duration all) {

    /** Everything; a minute for each machine, ten for all. */
    static final CollectLimits USUAL =
            new CollectLimits(List.of(), List.of(), Duration.ofSeconds(60), Duration.ofMinutes(10));

    CollectLimits {
        only = List.copyOf(only);
        without = List.copyOf(without);
    }
}
