package io.drift.cli;

import io.drift.collector.HostDraft;
import io.drift.core.profile.Reading;
import io.drift.json.FileDocument;
import io.drift.json.SystemReader;
import io.drift.json.UnreadableJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Collects from this machine and others while they are compared.
 *
 * @param collector asks them
 * @param shell sees how far it is
 * @param reading how closely profiles are read
 */
record MachineSource(Collector collector, Shell shell, Reading reading) implements DocumentSource {

    @Override
    public List<Answer> read(List<ColumnWord> words) {
        List<SshHost> hosts = new ArrayList<>();
        for (ColumnWord word : words) {
            if (word instanceof ColumnWord.Ssh other) {
                hosts.add(other.host());
            }
        }
        Progress progress = new Progress(
                shell.err(), Progress::isWatched, System::nanoTime, "collecting", "machines", hosts.size());
        Iterator<Collected> others =
                collector.ssh(hosts, CollectLimits.USUAL, progress::step).iterator();
        progress.end();
        return words.stream()
                .map(word -> word instanceof ColumnWord.Ssh ? others.next() : collector.here(CollectLimits.USUAL))
                .map(this::answer)
                .toList();
    }

    private Answer answer(Collected collected) {
        HostDraft host = collected.host();
        if (host == null) {
            return Answer.failed(collected.failure() == null ? "nothing was collected" : collected.failure());
        }
        try {
            byte[] json = host.line().getBytes(StandardCharsets.UTF_8);
            List<FileDocument> documents = new SystemReader(reading).readFile(new ByteArrayInputStream(json));
            return new Answer(FileContent.of(documents, collected.missing(), collected.remarks()), null);
        } catch (UnreadableJsonException odd) {
            return Answer.failed(odd.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
