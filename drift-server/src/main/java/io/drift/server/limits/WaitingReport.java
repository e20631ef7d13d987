package io.drift.server.limits;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A report for which there is no room yet. It is decided once: let in, or refused. Thread-safe. */
final class WaitingReport {

    private final ReportPermit permit;
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile boolean letIn;

    WaitingReport(ReportPermit permit) {
        this.permit = permit;
    }

    ReportPermit permit() {
        return permit;
    }

    void letIn() {
        letIn = true;
        decided.countDown();
    }

    void refuse() {
        decided.countDown();
    }

    boolean isDecidedWithin(Duration time) throws InterruptedException {
        return decided.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isLetIn() {
        return letIn;
    }
}
