package io.drift.collector.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * What an archive may cost, whatever is in it. An archive that goes beyond is refused as a whole: what is at its end is
 * not known, and a bomb has nothing that anybody wants to know.
 */
final class ArchiveLimits {

    /** A sosreport with its logs has some GiB. */
    private static final long MOST_BYTES = 8L << 30;

    private static final int MOST_ENTRIES = 500_000;
    /** Logs shrink to a twentieth, and zeros to a thousandth. */
    private static final int MOST_TIMES_AS_LARGE = 250;

    private static final long RATIO_MATTERS_FROM = 64L << 20;
    /** All files that matter of a machine have about 2 MiB. */
    private static final long MOST_KEPT = 128L << 20;

    private static final int MOST_OF_A_FILE = 32 << 20;

    private final long ratioMattersFrom;
    private final int mostEntries;
    private long packed;
    private long unpacked;
    private long kept;
    private int entries;

    ArchiveLimits() {
        this(RATIO_MATTERS_FROM, MOST_ENTRIES);
    }

    /**
     * Other limits.
     *
     * @param ratioMattersFrom how many bytes may come out before it matters how many went in
     * @param mostEntries how many entries there may be
     */
    ArchiveLimits(long ratioMattersFrom, int mostEntries) {
        this.ratioMattersFrom = ratioMattersFrom;
        this.mostEntries = mostEntries;
    }

    /** A stream whose bytes count as what came in. */
    InputStream packed(InputStream in) {
        return new CountedStream(in, length -> packed += length);
    }

    /** A stream whose bytes count as what became of it. */
    CountedStream unpacked(InputStream in) {
        return new CountedStream(in, length -> {
            unpacked += length;
            boolean isBomb = unpacked > ratioMattersFrom && unpacked / MOST_TIMES_AS_LARGE > packed;
            if (isBomb || unpacked > MOST_BYTES) {
                throw new UnreadableSourceException("this archive unpacks to more than "
                        + (isBomb ? MOST_TIMES_AS_LARGE + " times its size" : (MOST_BYTES >> 30) + " GiB")
                        + "; unpack what you know, and give the folder");
            }
        });
    }

    void countEntry() throws UnreadableSourceException {
        if (++entries > mostEntries) {
            throw new UnreadableSourceException("this archive has more than " + mostEntries + " entries");
        }
    }

    /**
     * The content of a file that matters.
     *
     * @return all of it, unless {@link #isTooLong} says otherwise
     */
    byte[] keep(InputStream in) throws IOException {
        byte[] content = in.readNBytes(MOST_OF_A_FILE + 1);
        kept += content.length;
        if (kept > MOST_KEPT) {
            throw new UnreadableSourceException(
                    "the files that matter in this archive have more than " + (MOST_KEPT >> 20) + " MiB");
        }
        return content;
    }

    static boolean isTooLong(byte[] content) {
        return content.length > MOST_OF_A_FILE;
    }
}
