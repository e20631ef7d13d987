package io.drift.testkit;

import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.DriftException;
import io.drift.core.port.RequestContext;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What all fakes of ports have in common: they record their calls, and fail or hold them. Thread-safe.
 *
 * <pre>{@code
 * inventory.failNext(2, new ServiceFailureException("inventory", "not today"));
 * baselines.deny();
 * HeldCalls held = historicalProfiles.hold();
 * }</pre>
 *
 * <p>A call is recorded, then held if the fake holds calls, then it fails if it is told to; else it is answered. As in
 * every port, a call whose request is cancelled fails with a {@link DeadlineExceededException}.
 *
 * @param <F> the fake itself
 */
public abstract sealed class FakePort<F extends FakePort<F>> permits FakeItems, FakeAccessControl {

    private static final int MOST_CALLS = 10_000;

    private final String name;
    private final CallLog<PortCall> calls = new CallLog<>(MOST_CALLS);
    private final FailureScript failures = new FailureScript();
    /** Those since the last recovery. */
    private final Collection<HeldCalls> allHeld = new ConcurrentLinkedQueue<>();

    private volatile HeldCalls held = HeldCalls.released();

    FakePort(String name) {
        this.name = name;
    }

    abstract F self();

    /**
     * From now on every call fails.
     *
     * @param failure what is thrown
     * @return this
     */
    public final F failWith(DriftException failure) {
        failures.add(call -> true, FailureScript.ALL, failure);
        return self();
    }

    /**
     * The next calls fail; those after them are answered.
     *
     * @param count how many calls, at least 1
     * @param failure what is thrown
     * @return this
     * @throws IllegalArgumentException if the count is less than 1
     */
    public final F failNext(int count, DriftException failure) {
        if (count < 1) {
            throw new IllegalArgumentException("at least 1 call has to fail, not " + count);
        }
        failures.add(call -> true, count, failure);
        return self();
    }

    /**
     * From now on every call is refused with an {@link AccessDeniedException}.
     *
     * @return this
     */
    public final F deny() {
        return failWith(new AccessDeniedException("the " + name + " denies this"));
    }

    /**
     * From now on calls wait, which is how a slow service looks from outside.
     *
     * @return shows the calls that wait, and lets them go
     */
    public final HeldCalls hold() {
        HeldCalls holding = new HeldCalls(name);
        allHeld.add(holding);
        held = holding;
        return holding;
    }

    /**
     * From now on calls are answered again; those that are held go on.
     *
     * @return this
     */
    public final F recover() {
        failures.clear();
        allHeld.forEach(HeldCalls::release);
        allHeld.clear();
        return self();
    }

    /**
     * What it was asked, failed and held calls included.
     *
     * @return the most recent 10,000 calls, oldest first
     */
    public final List<PortCall> calls() {
        return calls.all();
    }

    final FailureScript failures() {
        return failures;
    }

    /** Does what it was told, and returns if the call is to be answered. */
    final void receive(List<String> ids, RequestContext context) {
        PortCall call = new PortCall(ids, context);
        calls.add(call);
        held.hold(call);
        if (context.cancellation().isCancelled()) {
            throw new DeadlineExceededException(name, "nobody waits for the " + name + " any more");
        }
        failures.throwFor(call);
    }
}
