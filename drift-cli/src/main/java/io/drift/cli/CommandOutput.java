package io.drift.cli;

import io.drift.collector.Collection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a process printed until it ended or its time was up. No process is left, whatever happens.
 *
 * @param out its standard output, up to a byte more than a collection may have
 * @param err the end of its standard error
 * @param isLate whether it was ended because its time was up
 * @param code its exit code
 */
record CommandOutput(byte[] out, String err, boolean isLate, int code) {

    private static final int MOST_ERR = 64 * 1024;
    private static final Duration AFTER_THE_END = Duration.ofSeconds(2);

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
        Process process = starter.start(command);
        Thread ifWeEnd = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(ifWeEnd);
        try {
            return of(process, input, System.nanoTime() + time.toNanos());
        } finally {
            end(process);
            forget(ifWeEnd);
        }
    }

    private static CommandOutput of(Process process, byte[] input, long until) throws InterruptedException {
        CompletableFuture.runAsync(() -> write(process.getOutputStream(), input), THREADS);
        CompletableFuture<byte[]> err =
                CompletableFuture.supplyAsync(() -> read(process.getErrorStream(), MOST_ERR), THREADS);
        CompletableFuture<byte[]> out =
                CompletableFuture.supplyAsync(() -> read(process.getInputStream(), Collection.MOST_BYTES + 1), THREADS);
        Optional<byte[]> printed = result(out, until - System.nanoTime());
        boolean isLate = printed.isEmpty();
        if (printed.isPresent() && printed.get().length <= Collection.MOST_BYTES) {
            isLate = !process.waitFor(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        end(process);
        String told =
                new String(result(err, AFTER_THE_END.toNanos()).orElseGet(() -> new byte[0]), StandardCharsets.UTF_8);
        return new CommandOutput(printed.orElseGet(() -> new byte[0]), told, isLate, process.waitFor());
    }

    private static Optional<byte[]> result(CompletableFuture<byte[]> bytes, long nanos) throws InterruptedException {
        try {
            return Optional.of(bytes.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS));
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

    private static byte[] read(InputStream in, int most) {
        try {
            return in.readNBytes(most);
        } catch (IOException ended) {
            return new byte[0];
        }
    }

    /** With all that it started, such as a command that ssh goes through. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException weAreEnding) {
            // it runs
        }
    }
}
