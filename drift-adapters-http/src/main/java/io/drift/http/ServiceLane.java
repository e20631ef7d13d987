package io.drift.http;

import io.drift.core.port.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets so many calls to one service run at once, and so many wait. Requests take turns, so that one with many calls does
 * not keep the others waiting. Thread-safe.
 */
final class ServiceLane {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLane.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Service service;
    private final CallLimits limits;
    private final CallObserver observer;
    private final Breaker breaker;
    /** Requests that have calls here; whoever had its turn stands at the end. A request is known by its cancellation. */
    private final Map<Cancellation, Line> lines = new LinkedHashMap<>();

    private int running;
    private int waiting;

    /** The calls of one request. */
    private static final class Line {
        private final Queue<ServiceCall<?>> waiting = new ArrayDeque<>();
        private int running;
    }

    ServiceLane(Service service, CallLimits limits, Clock clock, CallObserver observer) {
        this.service = service;
        this.limits = limits;
        this.observer = observer;
        this.breaker = new Breaker(clock, this::changed);
    }

    private void changed(CallObserver.BreakerState state) {
        switch (state) {
            case OPEN -> LOG.warn("{}: too many calls were not answered; it is not called for a while", service.id());
            case TRYING -> LOG.info("{}: trying whether it answers again", service.id());
            case CLOSED -> LOG.info("{}: it answers again and is called as before", service.id());
        }
        observer.breakerChanged(service, state);
        Duration closedFor = breaker.closedFor();
        if (state == CallObserver.BreakerState.OPEN && closedFor != null) {
            allWaiting().forEach(call -> call.refuse(service.broken(closedFor)));
        }
    }

    private synchronized List<ServiceCall<?>> allWaiting() {
        return lines.values().stream()
                .<ServiceCall<?>>flatMap(line -> line.waiting.stream())
                .toList();
    }

    /** Starts the calls of one request, some of them perhaps later; or refuses all of them. */
    void start(List<? extends ServiceCall<?>> calls) {
        calls.forEach(ServiceCall::limit);
        List<? extends ServiceCall<?>> wanted =
                calls.stream().filter(call -> !call.hasEnded()).toList();
        if (wanted.isEmpty()) {
            return;
        }
        Duration closedFor = breaker.closedFor();
        if (closedFor != null) {
            wanted.forEach(call -> call.refuse(service.broken(closedFor)));
            return;
        }
        if (!takesIn(wanted)) {
            observer.refused(service, wanted.size());
            wanted.forEach(call -> call.refuse(service.overloaded()));
            return;
        }
        wanted.forEach(call -> call.whenEnded(() -> leave(call)));
        runWhatMay();
    }

    /** A request alone is never refused, however many calls it has. */
    private synchronized boolean takesIn(List<? extends ServiceCall<?>> calls) {
        int free = Math.max(0, Math.min(limits.callsAtOnce() - running, limits.callsOfOneRequest()));
        if (waiting > 0 && waiting + calls.size() - free > limits.waitingCalls()
                || waiting == 0 && limits.waitingCalls() == 0 && free == 0) {
            return false;
        }
        for (ServiceCall<?> call : calls) {
            lines.computeIfAbsent(call.request(), any -> new Line()).waiting.add(call);
        }
        waiting += calls.size();
        return true;
    }

    private void runWhatMay() {
        ServiceCall<?> next = next();
        while (next != null) {
            ServiceCall<?> call = next;
            if (!mayRun(call) || !call.run(this)) {
                giveBack(call);
            }
            next = next();
        }
    }

    /** Asks the breaker, once for each call, however often it is tried. */
    private boolean mayRun(ServiceCall<?> call) {
        if (call.wasTried()) {
            return true;
        }
        int begun = breaker.begin();
        if (begun < 0) {
            Duration closedFor = breaker.closedFor();
            call.refuse(service.broken(closedFor == null ? SOON : closedFor));
            return false;
        }
        call.whenEnded(() -> breaker.end(begun, call.ending()));
        return true;
    }

    private synchronized @Nullable ServiceCall<?> next() {
        if (waiting == 0 || running == limits.callsAtOnce()) {
            return null;
        }
        for (Map.Entry<Cancellation, Line> request : lines.entrySet()) {
            Line line = request.getValue();
            if (line.running < limits.callsOfOneRequest() && !line.waiting.isEmpty()) {
                lines.remove(request.getKey());
                lines.put(request.getKey(), line);
                line.running++;
                running++;
                waiting--;
                return line.waiting.remove();
            }
        }
        return null;
    }

    /** A call that ran has given its connection and its thread back. */
    void ended(ServiceCall<?> call) {
        giveBack(call);
        runWhatMay();
    }

    /** A call that ran gets in line once more, however many wait. */
    void again(ServiceCall<?> call) {
        synchronized (this) {
            if (call.hasEnded()) {
                return;
            }
            lines.computeIfAbsent(call.request(), any -> new Line()).waiting.add(call);
            waiting++;
        }
        if (call.hasEnded()) {
            leave(call);
        }
        runWhatMay();
    }

    private synchronized void giveBack(ServiceCall<?> call) {
        Line line = lines.get(call.request());
        running--;
        if (line != null) {
            line.running--;
            dropIfEmpty(call.request(), line);
        }
    }

    /** A call that waited is not needed any more; one that runs gives its place back by itself. */
    private synchronized void leave(ServiceCall<?> call) {
        Line line = lines.get(call.request());
        if (line != null && line.waiting.remove(call)) {
            waiting--;
            dropIfEmpty(call.request(), line);
        }
    }

    private void dropIfEmpty(Cancellation request, Line line) {
        if (line.running == 0 && line.waiting.isEmpty()) {
            lines.remove(request);
        }
    }
}
