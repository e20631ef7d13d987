package io.drift.cli;

import io.drift.core.source.Baseline;
import io.drift.core.source.SourceId;
import io.drift.json.BaselineReader;
import io.drift.json.HostDocument;
import io.drift.json.SystemReader;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads files, in their order, and decides what each of them is: a system, history of one, or a baseline. */
final class ColumnReader {

    private final InputStream standardInput;
    private final SystemReader reader = new SystemReader();

    ColumnReader(InputStream standardInput) {
        this.standardInput = standardInput;
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
        List<HostDocument> documents = file.read(standardInput, reader::readAll);
        return documents.stream()
                .map(document -> new ReadSystem(file, documents.size() == 1, document))
                .toList();
    }

    /** Of the files with one id, the newest is the system; of equally new ones, the first. */
    private static List<ColumnDraft> withHistory(List<ReadSystem> read) {
        Map<SourceId, ReadSystem> newest = new HashMap<>();
        for (ReadSystem system : read) {
            if (system.id() != null) {
                newest.merge(
                        SourceId.of(system.id()),
                        system,
                        (one, other) -> other.captured().isAfter(one.captured()) ? other : one);
            }
        }
        return read.stream().map(system -> draft(system, newest)).toList();
    }

    private static ColumnDraft draft(ReadSystem system, Map<SourceId, ReadSystem> newest) {
        ReadSystem today = system.id() == null ? system : newest.get(SourceId.of(system.id()));
        return today == system ? system.asSystem() : system.asHistoryOf(today);
    }

    private List<ColumnDraft> baselinesOf(InputFile file) {
        List<Baseline> baselines = file.read(standardInput, in -> BaselineReader.readFile(in, file.toString()));
        return baselines.stream()
                .map(baseline -> ColumnDraft.of(file, baselines.size() == 1, baseline))
                .toList();
    }
}
