package io.drift.server;

import io.drift.server.observability.DriftMetrics;

/**
 * Where Drift runs, which decides where everything comes from.
 *
 * <pre>{@code
 * Mode inMemory = metrics -> Ports.of((ids, context) -> systems);
 * DriftService service = DriftService.start(inMemory, settings, Clock.systemUTC());
 * }</pre>
 */
@FunctionalInterface
public interface Mode {

    /**
     * Opens the ports.
     *
     * @param metrics counts calls to services
     * @return the ports; whoever opens them closes them
     */
    Ports open(DriftMetrics metrics);
}
