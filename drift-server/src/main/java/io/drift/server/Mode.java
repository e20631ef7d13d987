package io.drift.server;

import io.drift.server.observability.DriftMetrics;

/**
 * Where Drift runs, which decides where everything comes from.
 *
 * <pre>{@code
 * Mode inMemory = metrics -> new SystemsOnly(List.of(Reading.EXACT), (ids, context) -> systems, accessControl);
 * DriftService service = DriftService.start(inMemory, settings, Clock.systemUTC());
 * }</pre>
 */
@FunctionalInterface
public interface Mode {

    /**
     * Opens the ports.
     *
     * @param metrics counts calls to services
     * @return the ports, to be closed
     */
    Ports open(DriftMetrics metrics);
}
