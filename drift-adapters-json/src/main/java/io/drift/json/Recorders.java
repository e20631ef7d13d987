package io.drift.json;

import io.drift.core.fact.FactSymbols;
import io.drift.core.profile.PackageDetail;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.ProfileWarnings;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Lends a recorder to each document that is read, one at a time. Thread-safe if the warnings are. */
final class Recorders {

    private final PackageDetail detail;
    private final ProfileWarnings warnings;
    private final boolean reused;
    private final Queue<ProfileRecorder> idle = new ConcurrentLinkedQueue<>();

    private Recorders(PackageDetail detail, ProfileWarnings warnings, boolean reused) {
        this.detail = detail;
        this.warnings = warnings;
        this.reused = reused;
    }

    /** Recorders that know nothing of other documents. */
    static Recorders ofSingleDocuments(PackageDetail detail, ProfileWarnings warnings) {
        return new Recorders(detail, warnings, false);
    }

    /** The same for documents of one request: a recorder that is done with one document knows its contents in the next. */
    Recorders ofOneRequest() {
        return new Recorders(detail, warnings, true);
    }

    /** Reads something with a recorder that nobody else uses meanwhile. One that was left amid a profile is dropped. */
    <T> T with(Reading<T> reading) throws IOException {
        ProfileRecorder waiting = idle.poll();
        ProfileRecorder recorder = waiting == null ? fresh() : waiting;
        T read = reading.read(recorder);
        if (reused) {
            idle.add(recorder);
        }
        return read;
    }

    /** A recorder over a new dictionary. */
    ProfileRecorder fresh() {
        return new ProfileRecorder(new FactSymbols(), detail, warnings);
    }

    /** Reads with a recorder. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ProfileRecorder recorder) throws IOException;
    }
}
