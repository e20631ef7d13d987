package io.drift.server.demo;

import io.drift.registry.Registry;
import io.drift.registry.store.OrgId;
import io.drift.registry.systems.UploadOutcome;
import io.drift.registry.systems.UploadedSystem;
import io.drift.server.Mode;
import io.drift.server.Ports;
import io.drift.server.observability.DriftMetrics;
import io.drift.server.standalone.StandaloneMode;
import io.drift.server.uploads.UnreadableUploadException;
import io.drift.server.uploads.UploadItem;
import io.drift.server.uploads.UploadReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Drift on its own, with the samples in it before anybody can ask: they are read, recognised and kept as if they had been
 * uploaded.
 *
 * <pre>{@code
 * DemoMode demo = new DemoMode(folder.path().resolve("data"), clock);
 * DriftService drift = DriftService.start(demo, settings, clock);
 * System.out.println(demo.systems());
 * }</pre>
 */
public final class DemoMode implements Mode {

    private final StandaloneMode standalone;
    private final Clock clock;
    private List<UploadOutcome> uploaded = List.of();

    /**
     * A demo over a data folder.
     *
     * @param data the folder; made if it is not there
     * @param clock tells when the newest sample was looked at
     */
    public DemoMode(Path data, Clock clock) {
        this.standalone = new StandaloneMode(data, clock);
        this.clock = clock;
    }

    /** Opens the stores and fills them, or throws {@link io.drift.registry.store.StoreFailureException}. */
    @Override
    public Ports open(DriftMetrics metrics) {
        Ports ports = standalone.open(metrics);
        try {
            uploaded = upload(Objects.requireNonNull(ports.registry()));
            return ports;
        } catch (RuntimeException failed) {
            ports.close();
            throw failed;
        }
    }

    private List<UploadOutcome> upload(Registry registry) {
        List<UploadedSystem> samples = read().stream()
                .map(UploadItem::system)
                .map(Objects::requireNonNull)
                .toList();
        return registry.uploads().upload(OrgId.LOCAL, samples);
    }

    private List<UploadItem> read() {
        byte[] samples = new Samples().asOf(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        try {
            return UploadReader.of(new ByteArrayInputStream(samples), false).readJson();
        } catch (UnreadableUploadException | IOException impossible) {
            throw new IllegalStateException("the samples are hosts", impossible);
        }
    }

    /** How many systems there are; 0 before it was opened. */
    public int systems() {
        return (int) uploaded.stream().map(UploadOutcome::id).distinct().count();
    }

    /** How many earlier states of them there are. */
    public int earlierStates() {
        return uploaded.size() - systems();
    }
}
