package io.drift.server.uploads;

import io.drift.core.fact.MemoryShare;
import io.drift.core.profile.Reading;
import io.drift.json.SystemReader;
import io.drift.json.UnreadableJsonException;
import io.drift.server.systems.SystemDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds out whether a comparison will be able to read what is uploaded. What recurs in several hosts is worked out once, for
 * as long as it takes little memory. Thread-safe.
 */
final class Comparability {

    /** What may be known of other hosts; some hundred of a fleet have it. */
    static final long MOST_BYTES = 4L << 20;

    private final long mostBytesOfAHost;
    private volatile Known known = new Known();

    /**
     * For some hosts.
     *
     * @param mostBytesOfAHost what the facts of one may take; a host with so many that they take more is too large
     */
    Comparability(long mostBytesOfAHost) {
        this.mostBytesOfAHost = mostBytesOfAHost;
    }

    /** What is known of hosts that were read. */
    private final class Known implements MemoryShare {

        private final AtomicLong bytes = new AtomicLong();
        private final SystemReader reader = new SystemReader(Reading.EXACT, this);

        @Override
        public void take(long more) {
            if (bytes.addAndGet(more) > mostBytesOfAHost && more > 0) {
                throw new ExceededException("its facts take more than the " + (mostBytesOfAHost >> 20)
                        + " MiB of memory that one report may take: a larger heap bears more");
            }
        }

        void read(byte[] content) throws UnreadableJsonException {
            try (InputStream document =
                    SystemDocument.read(SystemDocument.JSON.createObjectNode().put("id", "upload"), null, content)) {
                reader.readAll(document);
            } catch (UnreadableJsonException unreadable) {
                throw unreadable;
            } catch (IOException impossible) {
                throw new IllegalStateException("memory cannot fail", impossible);
            }
        }
    }

    /**
     * Reads a content as a comparison would.
     *
     * @param content a host document without what says who it is
     * @throws WrongHostException if it cannot be read
     */
    void check(byte[] content) throws WrongHostException {
        if (!isReadBesideOthers(content)) {
            known = new Known();
            checkAlone(content);
        }
    }

    private boolean isReadBesideOthers(byte[] content) {
        Known now = known;
        try {
            now.read(content);
        } catch (UnreadableJsonException perhapsAlone) {
            return false;
        }
        if (now.bytes.get() > MOST_BYTES) {
            known = new Known();
        }
        return true;
    }

    private void checkAlone(byte[] content) throws WrongHostException {
        try {
            new Known().read(content);
        } catch (UnreadableJsonException unreadable) {
            throw new WrongHostException("it cannot be compared: " + unreadable.getMessage());
        }
    }
}
