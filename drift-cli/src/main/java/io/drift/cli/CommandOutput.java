package io.drift.cli;

import io.drift.collector.ArrivingCollection;
import io.drift.collector.Collection;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a process printed until its collection or it ended, or its time was up. No process is left, whatever happens.
 *
 * @param out its standard output, of what is too large a little more than a collection may have
 * @param err the end of its standard error
 * @param isLate whether it was ended because its time was up
 * @param code its exit code
 */
record CommandOutput(byte[] out, String err, boolean isLate, int code) {

    private static final int MOST_ERR = 64 * 1024;
    /** After its last line a process has this long to end by itself, as ssh tells the other side. */
    private static final Duration AFTER_THE_END = Duration.ofSeconds(2);

    private static final ArrivingCollection NOTHING = new ArrivingCollection(new byte[0], false);

    /** Each stream has a thread, so that none of them can stop the others. A daemon: a stream that nobody ends is left. */
    private static final Executor THREADS = work -> {
        Thread thread = new Thread(work, "drift-collect");
        thread.setDaemon(true);
        thread.start();
    };

    /**
     * Runs a command.
     *
     * @param input its standard input
     * @param time how long it may take
     * @throws IOException if it cannot be started
     */
    static CommandOutput of(ProcessStarter starter, List<String> command, byte[] input, Duration time)
            throws IOException, InterruptedException {
        ProcessTree tree = ProcessTree.start(starter, command);
        Thread ifWeEnd = new Thread(tree::end);
        try {
            Runtime.getRuntime().addShutdownHook(ifWeEnd); // which fails while we end
            return of(tree, input, System.nanoTime() + time.toNanos());
        } catch (InterruptedException | RuntimeException failed) {
            tree.end();
            throw failed;
        } finally {
            tree.root().destroyForcibly(); // which closes its streams
            forget(ifWeEnd);
        }
    }

    private static CommandOutput of(ProcessTree tree, byte[] input, long until) throws InterruptedException {
        Process process = tree.root();
        CompletableFuture.runAsync(() -> write(process.getOutputStream(), input), THREADS);
        LastBytes told = new LastBytes(MOST_ERR);
        CompletableFuture<Boolean> err =
                CompletableFuture.supplyAsync(() -> told.readAll(process.getErrorStream()), THREADS);
        CompletableFuture<ArrivingCollection> out =
                CompletableFuture.supplyAsync(() -> ArrivingCollection.read(process.getInputStream()), THREADS);
        Optional<ArrivingCollection> printed = result(out, until - System.nanoTime());
        boolean isLate = printed.isEmpty() || !hasEnded(printed.get(), process, until - System.nanoTime());
        if (isLate) {
            tree.end();
        } else {
            tree.endButKeptConnection();
        }
        result(err, AFTER_THE_END.toNanos());
        return new CommandOutput(printed.orElse(NOTHING).bytes(), told.text(), isLate, process.waitFor());
    }

    /** Whether nothing more is to be waited for, as what was printed is whole or too large, or else the process has ended. */
    private static boolean hasEnded(ArrivingCollection printed, Process process, long left)
            throws InterruptedException {
        if (printed.bytes().length > Collection.MOST_BYTES) {
            return true;
        }
        long most = printed.hasEnd() ? Math.min(left, AFTER_THE_END.toNanos()) : left;
        return process.waitFor(most, TimeUnit.NANOSECONDS) || printed.hasEnd();
    }

    private static <T> Optional<T> result(CompletableFuture<T> printed, long nanos) throws InterruptedException {
        try {
            return Optional.of(printed.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whoever does not read it to its end says so by what it prints. */
    private static void write(OutputStream out, byte[] input) {
        try (out) {
            out.write(input);
        } catch (IOException notRead) {
            // as it is
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException weAreEnding) {
            // it runs
        }
    }
}
