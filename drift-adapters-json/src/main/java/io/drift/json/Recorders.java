package io.drift.json;

import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.Reading;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Lends a stream of profiles to each document that is read, one at a time. Thread-safe. */
final class Recorders {

    private final Reading reading;
    private final boolean reused;
    private final Queue<ProfileStream> idle = new ConcurrentLinkedQueue<>();

    private final DocumentLimits limits;

    private Recorders(Reading reading, boolean reused, DocumentLimits limits) {
        this.reading = reading;
        this.reused = reused;
        this.limits = limits;
    }

    /** Streams that know nothing of other documents. */
    static Recorders ofSingleDocuments(Reading reading) {
        return new Recorders(reading, false, DocumentLimits.NONE);
    }

    /** The same for documents of one request: a stream that is done with one document knows in the next what recurs. */
    Recorders ofOneRequest() {
        return ofOneRequest(DocumentLimits.NONE);
    }

    /** The same, up to limits. */
    Recorders ofOneRequest(DocumentLimits most) {
        return new Recorders(reading, true, most);
    }

    DocumentLimits limits() {
        return limits;
    }

    /** Reads a document with a stream that nobody else uses meanwhile. A stream that failed amid a profile is dropped. */
    <T> T with(Document<T> document) throws IOException {
        ProfileStream waiting = idle.poll();
        ProfileStream profiles = waiting == null ? new ProfileStream(fresh(), limits) : waiting;
        T read = document.read(profiles);
        if (reused) {
            idle.add(profiles);
        }
        return read;
    }

    /** A recorder over a new dictionary. */
    ProfileRecorder fresh() {
        return new ProfileRecorder(reading).within(limits.memory());
    }

    /** A document with profiles in it. */
    @FunctionalInterface
    interface Document<T> {
        T read(ProfileStream profiles) throws IOException;
    }
}
