package io.drift.cli;

import io.drift.collector.source.SourceReader;
import io.drift.core.profile.Reading;
import io.drift.core.source.SourceId;
import io.drift.json.BaselineDocument;
import io.drift.json.HostDocument;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what words stand for, in their order, and decides what each of it is: a system, history of one, or a baseline. */
final class ColumnReader {

    private final Shell shell;
    private final FileReader reader;
    private final DocumentSource machines;

    /**
     * A reader for the columns of one comparison.
     *
     * @param shell has standard input; hears of what had to be decided
     * @param sources reads what other tools wrote
     * @param reading how closely profiles are read
     * @param machines collects from this machine and others
     */
    ColumnReader(Shell shell, SourceReader sources, Reading reading, DocumentSource machines) {
        this.shell = shell;
        this.reader = new FileReader(sources, reading);
        this.machines = machines;
    }

    /**
     * Reads everything that can be read. What cannot is named, and counted by {@link FileColumns#notRead}.
     *
     * @param files what was given, perhaps a baseline among it
     * @param baselines what was given as baselines, perhaps a system among it
     * @return their columns, systems and their history first
     * @throws CannotCompareException if standard input is given twice
     */
    FileColumns read(List<String> files, List<String> baselines) {
        GivenFiles given = new GivenFiles(shell);
        given.add(files, false);
        given.add(baselines, true);
        int notRead = given.notRead();
        int missing = 0;
        List<ReadSystem> systems = new ArrayList<>();
        List<ColumnDraft> golden = new ArrayList<>();
        for (Outcome outcome : readAll(given.files())) {
            if (outcome.failure == null) {
                sayIfMistaken(outcome);
                sayWhatIsOdd(outcome);
                missing += outcome.content.missing().size();
                add(outcome, systems, golden);
            } else {
                shell.complain(outcome.failure);
                notRead++;
            }
        }
        return FileColumns.of(
                Stream.concat(withHistory(systems).stream(), golden.stream()).toList(), notRead, missing);
    }

    /**
     * What became of what was given.
     *
     * @param content what is in it; nothing if it failed
     * @param failure what went wrong; null if nothing did
     */
    private record Outcome(
            GivenFiles.Given given,
            FileContent content,
            @Nullable String failure) {

        static Outcome of(GivenFiles.Given given, DocumentSource.Answer answer) {
            String failure = answer.failure() == null ? null : given.file() + ": " + answer.failure();
            return new Outcome(given, answer.content(), failure);
        }
    }

    /** In the order given. */
    private List<Outcome> readAll(List<GivenFiles.Given> given) {
        Iterator<Outcome> others =
                ask(given.stream().filter(one -> one.word() != null).toList()).iterator();
        Iterator<Outcome> files = readFiles(
                        given.stream().filter(one -> one.word() == null).toList())
                .iterator();
        return given.stream()
                .map(one -> one.word() == null ? files.next() : others.next())
                .toList();
    }

    private List<Outcome> ask(List<GivenFiles.Given> given) {
        if (given.isEmpty()) {
            return List.of();
        }
        List<ColumnWord> words = new ArrayList<>();
        given.forEach(one -> words.add(Objects.requireNonNull(one.word())));
        Iterator<DocumentSource.Answer> answers = machines.read(words).iterator();
        return given.stream().map(one -> Outcome.of(one, answers.next())).toList();
    }

    /** In the order given, though by all processors. */
    private List<Outcome> readFiles(List<GivenFiles.Given> files) {
        Progress progress = new Progress(shell.err(), Progress::isWatched, System::nanoTime, "reading", files.size());
        List<Outcome> outcomes = files.parallelStream()
                .map(file -> {
                    Outcome outcome = outcome(file);
                    progress.step();
                    return outcome;
                })
                .toList();
        progress.end();
        return outcomes;
    }

    private Outcome outcome(GivenFiles.Given given) {
        try {
            return new Outcome(given, content(given.file()), null);
        } catch (CannotCompareException unreadable) {
            return new Outcome(given, FileContent.NOTHING, unreadable.getMessage());
        }
    }

    private FileContent content(InputFile file) {
        return file.isUnpackedArchive() ? file.readFolder(reader::readFolder) : file.read(shell.in(), reader::read);
    }

    private void sayIfMistaken(Outcome outcome) {
        boolean asBaseline = outcome.given.asBaseline();
        if (outcome.content.documents().stream()
                .anyMatch(named -> named.document() instanceof BaselineDocument != asBaseline)) {
            shell.complain(outcome.given.file()
                    + (asBaseline
                            ? ": given as a baseline, but this is a system, and is compared as one"
                            : ": this is a baseline, and is compared as one, as with --baseline"));
        }
    }

    private void sayWhatIsOdd(Outcome outcome) {
        Stream.concat(outcome.content.missing().stream(), outcome.content.remarks().stream())
                .forEach(sentence -> shell.complain(outcome.given.file() + ": " + sentence));
    }

    private static void add(Outcome outcome, List<ReadSystem> systems, List<ColumnDraft> baselines) {
        InputFile file = outcome.given.file();
        List<FileContent.Named> documents = outcome.content.documents();
        boolean alone = documents.size() == 1;
        for (int i = 0; i < documents.size(); i++) {
            FileContent.Named named = documents.get(i);
            if (named.document() instanceof HostDocument host) {
                systems.add(new ReadSystem(file, outcome.given.word(), alone ? 0 : i + 1, host, named.name()));
            } else if (named.document() instanceof BaselineDocument baseline) {
                baselines.add(ColumnDraft.of(file, alone, baseline.named(file.toString())));
            }
        }
    }

    /** Files with one id are those of one machine. */
    private List<ColumnDraft> withHistory(List<ReadSystem> read) {
        KnownMachines known = new KnownMachines(read);
        Map<SourceId, List<ReadSystem>> byMachine = new LinkedHashMap<>();
        for (ReadSystem system : read) {
            if (system.id() != null) {
                byMachine
                        .computeIfAbsent(known.machineOf(system.id()), any -> new ArrayList<>())
                        .add(system);
            }
        }
        Map<ReadSystem, ReadSystem> newest = new IdentityHashMap<>();
        byMachine.values().forEach(files -> {
            MachineFiles machine = new MachineFiles(files);
            machine.warning().ifPresent(shell::complain);
            machine.remark().ifPresent(shell::complain);
            files.forEach(file -> newest.put(file, machine.newest()));
        });
        return read.stream()
                .map(system -> draft(system, newest.getOrDefault(system, system)))
                .toList();
    }

    private static ColumnDraft draft(ReadSystem system, ReadSystem today) {
        return today == system ? system.asSystem() : system.asHistoryOf(today);
    }
}
