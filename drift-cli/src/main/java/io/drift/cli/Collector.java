package io.drift.cli;

import io.drift.collector.CollectScript;
import io.drift.collector.Collection;
import io.drift.collector.HostDraft;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Collects from this machine and, by ssh, from others. Nobody stops the others: each machine has its outcome, and what
 * cannot be reached is named by it.
 */
final class Collector {

    /** Names the program that is used instead of ssh, perhaps with options. */
    static final String PROGRAM = "DRIFT_SSH";

    static final String HERE = "here";

    private static final int AT_ONCE = 20;
    private static final int LONGEST_CONNECT = 15;
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);
    private static final int FAILED_CONNECTION = 255;

    private final Map<String, String> environment;
    private final Clock clock;
    private final ProcessStarter starter;
    private final byte[] script = CollectScript.text();

    /**
     * A collector.
     *
     * @param environment {@code DRIFT_SSH} names a program to use instead of {@code ssh}
     * @param clock that clocks of machines are compared with
     * @param starter starts processes
     */
    Collector(Map<String, String> environment, Clock clock, ProcessStarter starter) {
        this.environment = environment;
        this.clock = clock;
        this.starter = starter;
    }

    /** Collects from this machine. */
    Collected here(CollectLimits limits) {
        List<String> command = CollectScript.command(limits.only(), limits.without());
        return collect(HERE, command, shorter(limits.each(), limits.all()), "sh");
    }

    /**
     * Collects from machines by ssh, twenty at once.
     *
     * @param step is called behind each, on any thread
     * @return an outcome for each host, in their order
     */
    List<Collected> ssh(List<SshHost> hosts, CollectLimits limits, Runnable step) {
        long until = System.nanoTime() + limits.all().toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, hosts.size())));
        try {
            List<Future<Collected>> running = new ArrayList<>();
            for (SshHost host : hosts) {
                running.add(threads.submit(() -> {
                    Collected collected = ssh(host, limits, Duration.ofNanos(until - System.nanoTime()));
                    step.run();
                    return collected;
                }));
            }
            return resultsOf(running);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Collected> resultsOf(List<Future<Collected>> running) {
        List<Collected> results = new ArrayList<>();
        try {
            for (Future<Collected> one : running) {
                results.add(one.get());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CannotCompareException("interrupted");
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
        return results;
    }

    private Collected ssh(SshHost host, CollectLimits limits, Duration left) {
        if (left.isNegative()) {
            return Collected.failed(host.toString(), "was not asked: the time for all machines was over");
        }
        Duration time = shorter(limits.each(), left);
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of("-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=" + connectSeconds(time)));
        command.addAll(host.destination());
        command.addAll(CollectScript.command(limits.only(), limits.without()));
        return collect(host.toString(), command, time, program().get(0));
    }

    /** A path with blanks in it is one word if there is such a file. */
    private List<String> program() {
        String program = environment.getOrDefault(PROGRAM, "").strip();
        if (program.isEmpty()) {
            return List.of("ssh");
        }
        return new File(program).isFile() ? List.of(program) : List.of(program.split("\\s+"));
    }

    private static long connectSeconds(Duration time) {
        return Math.max(1, Math.min(LONGEST_CONNECT, time.toSeconds()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Collected collect(String place, List<String> command, Duration time, String program) {
        try {
            return read(place, CommandOutput.of(starter, command, script, time), time);
        } catch (IOException notStarted) {
            return Collected.failed(place, program + " cannot be started: is it installed and in the PATH?");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Collected.failed(place, "interrupted");
        }
    }

    private Collected read(String place, CommandOutput output, Duration time) {
        if (output.isLate()) {
            return Collected.failed(
                    place, "did not answer within " + Math.max(1, time.toSeconds()) + " s and was given up");
        }
        try {
            Collection collection = Collection.parse(new ByteArrayInputStream(output.out()));
            HostDraft host = collection.machine();
            List<String> missing = new ArrayList<>(collection.missing());
            missing.addAll(host.missing());
            return new Collected(place, output.out(), host, missing, skew(host), null);
        } catch (IOException unreadable) {
            return Collected.failed(place, why(output, unreadable.getMessage()));
        }
    }

    /** The last line of its standard error tells more than that there is no collection. */
    private static String why(CommandOutput output, String unreadable) {
        String told = output.err()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (before, line) -> line);
        if (output.code() == 0 || output.out().length > 0 && output.code() != FAILED_CONNECTION) {
            return unreadable;
        }
        return told.isEmpty() ? "nothing was printed, and the exit code is " + output.code() : told;
    }

    /** A sentence if its clock is wrong. */
    private List<String> skew(HostDraft host) {
        Instant captured = host.captured();
        if (captured == null) {
            return List.of();
        }
        Duration ahead = Duration.between(clock.instant(), captured);
        if (ahead.abs().compareTo(MOST_SKEW) <= 0) {
            return List.of();
        }
        return List.of("its clock is " + ahead.abs().toMinutes() + " minutes "
                + (ahead.isNegative() ? "behind" : "ahead of") + " this one");
    }
}
