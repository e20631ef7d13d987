package io.drift.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Tells on one line of a terminal how far long work is. Says nothing of what is done within a second, and nothing where
 * standard error is no terminal. Several threads may work.
 */
final class Progress {

    private static final long FIRST_AFTER = Duration.ofSeconds(1).toNanos();
    private static final long NEXT_AFTER = Duration.ofMillis(100).toNanos();
    private static final String CLEAR = "\r\u001b[K";
    private static final int SECONDS = 2;

    private final PrintStream err;
    private final BooleanSupplier isTerminal;
    private final LongSupplier nanos;
    private final String work;
    private final String unit;
    private final int all;
    private int done;
    private long next;
    private boolean isShown;
    private boolean isQuiet;

    /**
     * Begins.
     *
     * @param err standard error
     * @param isTerminal asked once, when the work turns out to be long
     * @param nanos a clock
     * @param work what is done: {@code reading}
     * @param all how many files there are
     */
    Progress(PrintStream err, BooleanSupplier isTerminal, LongSupplier nanos, String work, int all) {
        this(err, isTerminal, nanos, work, "files", all);
    }

    /**
     * Begins, with something else than files.
     *
     * @param unit what there are several of: {@code machines}
     */
    Progress(PrintStream err, BooleanSupplier isTerminal, LongSupplier nanos, String work, String unit, int all) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.nanos = nanos;
        this.work = work;
        this.unit = unit;
        this.all = all;
        this.next = nanos.getAsLong() + FIRST_AFTER;
    }

    /** Whether people watch the standard error of this process; a shell is asked, as by {@link Terminal#detect}. */
    static boolean isWatched() {
        try {
            Process probe = new ProcessBuilder("test", "-t", "2")
                    .redirectError(Redirect.INHERIT)
                    .start();
            return probe.waitFor(SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One of them is done. */
    synchronized void step() {
        done++;
        long now = nanos.getAsLong();
        if (!isQuiet && now - next >= 0 && done < all) {
            next = now + NEXT_AFTER;
            isQuiet = !isShown && !isTerminal.getAsBoolean();
            if (!isQuiet) {
                isShown = true;
                err.print(CLEAR + work + " " + done + " of " + all + " " + unit);
                err.flush();
            }
        }
    }

    /** All is done; the line is free again. */
    synchronized void end() {
        if (isShown) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
