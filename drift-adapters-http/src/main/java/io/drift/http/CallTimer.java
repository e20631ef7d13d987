package io.drift.http;

import java.time.Duration;

/** Does something later, if it is still wanted by then. */
@FunctionalInterface
interface CallTimer {

    /**
     * Does something once.
     *
     * @param delay after how long
     * @param work quick
     * @return drops it, if it has not been done yet
     */
    Runnable after(Duration delay, Runnable work);
}
