package io.drift.testkit;

import io.drift.core.error.DriftException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which calls fail, and how. Thread-safe. */
final class FailureScript {

    /** As many calls as there are. */
    static final int ALL = Integer.MAX_VALUE;

    private final List<Line> lines = new ArrayList<>();

    private static final class Line {
        private final Predicate<PortCall> isMeant;
        private final DriftException failure;
        private int callsLeft;

        Line(Predicate<PortCall> isMeant, int calls, DriftException failure) {
            this.isMeant = isMeant;
            this.callsLeft = calls;
            this.failure = failure;
        }
    }

    /** Adds a line. Lines for some calls go first, in the order in which they came; of the others the latest counts. */
    synchronized void add(Predicate<PortCall> isMeant, int calls, DriftException failure) {
        long forSomeCalls = lines.stream().filter(line -> line.callsLeft != ALL).count();
        lines.add((int) forSomeCalls, new Line(isMeant, calls, failure));
    }

    synchronized void clear() {
        lines.clear();
    }

    synchronized void throwFor(PortCall call) {
        for (Line line : lines) {
            if (line.isMeant.test(call)) {
                use(line);
                throw line.failure;
            }
        }
    }

    private void use(Line line) {
        if (line.callsLeft != ALL) {
            line.callsLeft--;
            lines.removeIf(used -> used.callsLeft == 0);
        }
    }
}
