package io.drift.server.limits;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The room of one report. Used by the thread that makes the report; looked at by others. */
public final class ReportPermit implements AutoCloseable {

    private final int weight;
    private final Set<ReportKind> kinds;
    private final Runnable cutOff;
    private final Consumer<ReportPermit> release;
    /** Since when its client has been given a piece and has not taken it yet; null while it has. */
    private volatile @Nullable Long sendingSince;

    private volatile boolean ended;

    ReportPermit(int weight, Set<ReportKind> kinds, Runnable cutOff, Consumer<ReportPermit> release) {
        this.weight = weight;
        this.kinds = kinds;
        this.cutOff = cutOff;
        this.release = release;
    }

    /** A piece of the answer is about to be sent. */
    public void sending() {
        sendingSince = System.nanoTime();
    }

    /** The piece was taken by the client, or by the network. */
    public void sent() {
        sendingSince = null;
    }

    /** How many columns it counts as. */
    int weight() {
        return weight;
    }

    Set<ReportKind> kinds() {
        return kinds;
    }

    /** For how many nanoseconds its client has not taken what is there for it. */
    long stalled() {
        Long since = sendingSince;
        return since == null || ended ? 0 : System.nanoTime() - since;
    }

    boolean stalledLongerThan(Duration time) {
        return stalled() > time.toNanos();
    }

    boolean shares(ReportPermit other) {
        return !Collections.disjoint(kinds, other.kinds);
    }

    /** Ends the connection of who asked for it. */
    void end() {
        ended = true;
        cutOff.run();
    }

    /** Gives the room to others. */
    @Override
    public void close() {
        release.accept(this);
    }
}
