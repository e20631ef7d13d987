package io.drift.cli;

import io.drift.collector.CollectScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Collects what machines say of themselves. */
@Command(
        name = "collect",
        description = "Collects the facts of this machine, or of others by ssh, as documents to compare.",
        footer = {
            "",
            "Nothing is installed or written on a machine, and no root is needed; root sees more. A machine is asked by",
            "'ssh', or what DRIFT_SSH names, with your configuration and without questions; twenty at once.",
            "",
            "Exit codes: 0 all were collected; 1 the end of a collection is missing, or a section broke off; 2 a machine",
            "could not be collected, or wrong usage; 130 interrupted. The highest counts.",
            "",
            "Examples:",
            "  drift collect > web-1.json",
            "  drift collect ssh:web-1 ssh:admin@web-2:2222 -o before"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {

    private static final int ALL = 0;
    private static final int PART = 1;
    private static final int LONGEST = 86_400;

    private final Shell shell;
    private final Collector collector;

    @Parameters(
            paramLabel = "MACHINE",
            arity = "0..*",
            description = "ssh:[USER@]HOST[:PORT], or here, which is meant where none is given.")
    private List<String> machines = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Writes a file for each machine into this folder, and prints their names.")
    private @Nullable String folder;

    @Option(names = "--raw", description = "Writes the collections as the machines printed them.")
    private boolean raw;

    @Option(
            names = "--tag",
            paramLabel = "NS/KEY=VALUE",
            description = "Adds a tag to each document. May be given several times.")
    private List<String> tags = List.of();

    @Option(
            names = "--only",
            paramLabel = "SECTION",
            split = ",",
            description = "Collects this section alone. May be given several times.")
    private List<String> only = List.of();

    @Option(
            names = "--without",
            paramLabel = "SECTION",
            split = ",",
            description = "Leaves this section out. May be given several times.")
    private List<String> without = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long one machine may take: ${DEFAULT-VALUE}.",
            defaultValue = "60")
    private int timeout;

    @Option(
            names = "--timeout-all",
            paramLabel = "SECONDS",
            description = "How long all may take: ${DEFAULT-VALUE}.",
            defaultValue = "600")
    private int timeoutAll;

    @Option(
            names = "--script",
            description = "Collects nothing and prints the script that does, for machines that only others can reach.")
    private boolean script;

    CollectCommand(Shell shell, Collector collector) {
        this.shell = shell;
        this.collector = collector;
    }

    /**
     * Collects and writes.
     *
     * @return the exit code
     */
    @Override
    public Integer call() {
        if (script) {
            shell.out().write(CollectScript.text(), 0, CollectScript.text().length);
            return ALL;
        }
        CollectLimits limits = limits();
        List<HostTag> ofAll = tags.stream().map(HostTag::parse).toList();
        List<SshHost> hosts = hosts();
        boolean here = machines.isEmpty() || machines.contains(Collector.HERE);
        if (raw && folder == null && hosts.size() + (here ? 1 : 0) > 1) {
            throw new CannotCompareException("--raw of several machines needs -o DIR");
        }
        if (raw && !ofAll.isEmpty()) {
            throw new CannotCompareException(
                    "--raw writes what the machines printed, where no tag has a place: leave --tag or --raw out");
        }
        List<Collected> collected = collect(here, hosts, limits);
        collected.forEach(this::sayWhatIsOdd);
        List<Collected> good =
                collected.stream().filter(one -> one.failure() == null).toList();
        good.forEach(one -> ofAll.forEach(tag -> tag.addTo(one)));
        new CollectedWriter(shell, raw).write(good, folder);
        int code = good.stream().allMatch(one -> one.missing().isEmpty()) ? ALL : PART;
        return good.size() == collected.size() ? code : DriftCommandLine.FAILED;
    }

    private List<Collected> collect(boolean here, List<SshHost> hosts, CollectLimits limits) {
        List<Collected> collected = new ArrayList<>();
        if (here) {
            collected.add(collector.here(limits));
        }
        Progress progress = new Progress(
                shell.err(), Progress::isWatched, System::nanoTime, "collecting", "machines", hosts.size());
        collected.addAll(collector.ssh(hosts, limits, progress::step));
        progress.end();
        return collected;
    }

    private List<SshHost> hosts() {
        List<SshHost> hosts = new ArrayList<>();
        for (String machine : machines) {
            if (SshHost.isOne(machine)) {
                hosts.add(SshHost.parse(machine));
            } else if (!machine.equals(Collector.HERE)) {
                throw new CannotCompareException("'" + machine + "' is no machine to collect from: write ssh:" + machine
                        + " for another machine, or here for this one");
            }
        }
        return hosts;
    }

    private CollectLimits limits() {
        for (List<String> sections : List.of(only, without)) {
            for (String section : sections) {
                if (!CollectScript.sections().contains(section)) {
                    throw new CannotCompareException("there is no section '" + section + "': choose from "
                            + String.join(", ", CollectScript.sections()));
                }
            }
        }
        if (timeout < 1 || timeoutAll < 1 || timeout > LONGEST || timeoutAll > LONGEST) {
            throw new CannotCompareException("a time-out is a number of seconds from 1 to " + LONGEST);
        }
        return new CollectLimits(only, without, Duration.ofSeconds(timeout), Duration.ofSeconds(timeoutAll));
    }

    private void sayWhatIsOdd(Collected one) {
        if (one.failure() != null) {
            shell.complain(one.place() + ": " + one.failure());
        }
        one.missing().forEach(sentence -> shell.complain(one.place() + ": " + sentence));
        one.remarks().forEach(remark -> shell.complain(one.place() + ": " + remark));
    }
}
