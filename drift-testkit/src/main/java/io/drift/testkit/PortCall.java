package io.drift.testkit;

import io.drift.core.port.RequestContext;
import java.util.List;

/**
 * A call that a fake received.
 *
 * @param ids what was asked for; empty for a port that takes none
 * @param context who asked
 */
public record PortCall(List<String> ids, RequestContext context) {

    /** Copies the list. */
    public PortCall {
        ids = List.copyOf(ids);
    }
}
