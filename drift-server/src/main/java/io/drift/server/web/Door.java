package io.drift.server.web;

import io.drift.core.access.Caller;
import io.drift.core.access.Identity;
import io.drift.core.port.RequestContext;
import io.drift.registry.store.OrgId;
import io.drift.server.limits.ClientWatch;
import io.drift.server.limits.RequestLimits;
import io.drift.server.security.RequestGate;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where requests come in: here the context of each is made, once, and handed on to whoever works for it. */
final class Door {

    private static final String IDENTITY = "x-rh-identity";
    private static final String SHARED_SECRET = "x-rh-drift-internal-api";

    /** A door without a gate, for a server that answers nothing but management. */
    static final Door WITHOUT_GATE = new Door();

    /** Who asks where nobody has to say who it is: whoever runs the server, and so its staff. */
    private static final Caller OF_THIS_MACHINE =
            new Caller(new Identity(Identity.ASSOCIATE, OrgId.LOCAL.value(), null, "local", null, Set.of()), null);

    private final @Nullable RequestGate gate;
    private final @Nullable RequestLimits limits;

    /**
     * A door.
     *
     * @param gate null where nobody has to say who it is
     * @param limits what a request may take
     */
    Door(@Nullable RequestGate gate, RequestLimits limits) {
        this.gate = gate;
        this.limits = limits;
    }

    private Door() {
        gate = null;
        limits = null;
    }

    /** Watches the client of a request that was read, so that nobody works on when it is gone. */
    ClientWatch.Watched watch(Context request) {
        return Objects.requireNonNull(limits).clients().watch(RequestTrail.waitingOf(request));
    }

    /**
     * Lets a caller in.
     *
     * @throws io.drift.core.error.DriftException if the caller may not pass
     */
    RequestContext admit(Context request) {
        RequestContext context = gate == null
                ? contextOf(OF_THIS_MACHINE, request)
                : gate.admit(
                        only(IDENTITY, request), only(SHARED_SECRET, request), caller -> contextOf(caller, request));
        RequestTrail.admitted(context.caller(), request);
        return context;
    }

    /** Lets everybody in, and does not ask who it is. */
    RequestContext open(Context request) {
        return contextOf(Caller.LOCAL, request);
    }

    private RequestContext contextOf(Caller caller, Context request) {
        Instant until = limits == null ? Instant.MAX : limits.deadline().of(RequestTrail.arrivalOf(request));
        return new RequestContext(caller, RequestTrail.idOf(request), until, RequestTrail.cancellationOf(request));
    }

    /** Different values of one header count as a list of them, which is neither an identity nor a secret. */
    private static @Nullable String only(String header, Context request) {
        Set<String> values = new LinkedHashSet<>(Collections.list(request.req().getHeaders(header)));
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
