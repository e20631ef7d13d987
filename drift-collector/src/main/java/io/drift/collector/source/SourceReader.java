package io.drift.collector.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that people have of their machines: what {@code rpm -qa}, {@code dpkg -l} and others printed. What a
 * file is, its content tells.
 *
 * <pre>{@code
 * try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of("packages.txt")))) {
 *     Optional<ReadSource> source = new SourceReader().read(in);
 *     source.ifPresent(read -> read.documents().forEach(System.out::println));
 * }
 * }</pre>
 */
public final class SourceReader {

    private final @Nullable SourceFormat forced;

    /** A reader of all formats, each of which is recognised by its content. */
    public SourceReader() {
        this(null);
    }

    private SourceReader(@Nullable SourceFormat forced) {
        this.forced = forced;
    }

    /**
     * A reader that takes every file for one of a format, but for one that is JSON if the format is not, and the other
     * way round.
     *
     * @param name one of {@link #formats}
     * @return empty if there is no such format
     */
    public static Optional<SourceReader> ofFormat(String name) {
        return SourceFormats.named(name).map(SourceReader::new);
    }

    /**
     * The formats that can be read.
     *
     * @return their names, in the order in which a file is tried
     */
    public static List<String> formats() {
        return SourceFormats.ALL.stream().map(SourceFormat::name).toList();
    }

    /**
     * What files of a format are.
     *
     * @param name one of {@link #formats}
     * @return part of a sentence, such as {@code dpkg -l}
     */
    public static Optional<String> reads(String name) {
        return SourceFormats.named(name).map(SourceFormat::reads);
    }

    /**
     * Reads a file.
     *
     * @param in the file; it can be marked, as a {@link BufferedInputStream} can. Where nothing is returned, it is where
     *     it was
     * @return what the file says; empty if it is of none of the formats
     * @throws UnreadableSourceException if it is of a format, and nothing of it can be used; also if it is packed and no
     *     archive, has nothing but comments, or is a list of rpm in a form that is not known
     * @throws IOException if {@code in} fails
     */
    public Optional<ReadSource> read(InputStream in) throws IOException {
        Beginning beginning = Beginning.of(in);
        boolean isForced = forced != null && forced.takes(beginning);
        Optional<SourceFormat> format = isForced ? Optional.ofNullable(forced) : SourceFormats.fitting(beginning);
        if (format.isEmpty()) {
            refuseIfKnownSoFar(beginning);
            return Optional.empty();
        }
        return Optional.of(read(in, format.get()));
    }

    /** Of these nobody else can make anything either. */
    private static void refuseIfKnownSoFar(Beginning beginning) throws UnreadableSourceException {
        if (beginning.isPacked()) {
            throw new UnreadableSourceException("it is packed, and what is in it is no archive of a machine, or was cut"
                    + " at its beginning: copy it again, or unpack it and give what is in it");
        }
        if (beginning.isOnlyComments()) {
            throw new UnreadableSourceException("there is nothing in it but comments, so there is nothing to compare");
        }
        if (OddRpmList.isBegunBy(beginning)) {
            throw new UnreadableSourceException(
                    "it looks like a list of packages of rpm in a form that is not known: " + OddRpmList.ADVICE);
        }
    }

    /**
     * Whether a folder is an archive that somebody unpacked.
     *
     * @param folder any path
     * @return true if {@link #readFolder} can read it
     */
    public static boolean isUnpackedArchive(Path folder) {
        return FolderWalk.isArchive(folder);
    }

    /**
     * Reads the folder of an archive. Links in it are not followed.
     *
     * @param folder of which {@link #isUnpackedArchive} is true
     * @return what its files say
     * @throws UnreadableSourceException if nothing of it can be used
     * @throws IOException if the folder cannot be read
     */
    public ReadSource readFolder(Path folder) throws IOException {
        ArchivedMachines machines = new ArchivedMachines();
        new FolderWalk(folder, machines).read();
        Findings found = new Findings();
        machines.tell(found);
        return found.of(new ArchiveFile());
    }

    private static ReadSource read(InputStream in, SourceFormat format) throws IOException {
        Findings found = new Findings();
        format.read(in, found);
        return found.of(format);
    }
}
