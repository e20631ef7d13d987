package io.drift.cli;

import io.drift.core.source.Baseline;
import io.drift.core.source.SourceId;
import io.drift.json.BaselineReader;
import io.drift.json.HostDocument;
import io.drift.json.SystemReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads files, in their order, and decides what each of them is: a system, history of one, or a baseline. */
final class ColumnReader {

    private final Shell shell;
    private final SystemReader reader = new SystemReader();

    /**
     * A reader for the files of one comparison.
     *
     * @param shell has standard input; hears of what had to be decided
     */
    ColumnReader(Shell shell) {
        this.shell = shell;
    }

    /**
     * Reads everything.
     *
     * @param systems files of systems
     * @param baselines files of baselines
     * @return their columns, systems and their history first
     * @throws CannotCompareException if one of them cannot be read
     */
    FileColumns read(List<String> systems, List<String> baselines) {
        if (Stream.concat(systems.stream(), baselines.stream())
                        .filter(given -> new InputFile(given).isStandardInput())
                        .count()
                > 1) {
            throw new CannotCompareException("standard input can be read only once: give - only once");
        }
        List<ReadSystem> read = new ArrayList<>();
        systems.forEach(given -> read.addAll(systemsOf(new InputFile(given))));
        List<ColumnDraft> drafts = new ArrayList<>(withHistory(read));
        baselines.forEach(given -> drafts.addAll(baselinesOf(new InputFile(given))));
        return FileColumns.of(drafts);
    }

    private List<ReadSystem> systemsOf(InputFile file) {
        List<HostDocument> documents = file.read(shell.in(), reader::readAll);
        int first = documents.size() == 1 ? 0 : 1;
        return IntStream.range(0, documents.size())
                .mapToObj(place -> new ReadSystem(file, place + first, documents.get(place)))
                .toList();
    }

    /** Files with one id are those of one machine. */
    private List<ColumnDraft> withHistory(List<ReadSystem> read) {
        Map<SourceId, List<ReadSystem>> byId = new LinkedHashMap<>();
        for (ReadSystem system : read) {
            if (system.id() != null) {
                byId.computeIfAbsent(SourceId.of(system.id()), any -> new ArrayList<>())
                        .add(system);
            }
        }
        Map<SourceId, ReadSystem> newest = new LinkedHashMap<>();
        byId.forEach((id, files) -> {
            MachineFiles machine = new MachineFiles(files);
            machine.remark().ifPresent(shell::complain);
            newest.put(id, machine.newest());
        });
        return read.stream().map(system -> draft(system, newest)).toList();
    }

    private static ColumnDraft draft(ReadSystem system, Map<SourceId, ReadSystem> newest) {
        ReadSystem today = system.id() == null ? system : newest.get(SourceId.of(system.id()));
        return today == system ? system.asSystem() : system.asHistoryOf(today);
    }

    private List<ColumnDraft> baselinesOf(InputFile file) {
        List<Baseline> baselines = file.read(shell.in(), in -> BaselineReader.readFile(in, file.toString()));
        return baselines.stream()
                .map(baseline -> ColumnDraft.of(file, baselines.size() == 1, baseline))
                .toList();
    }
}
