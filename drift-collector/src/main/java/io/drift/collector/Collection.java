package io.drift.collector;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code collect.sh} printed on a machine: sections, and whether the end is there. Immutable.
 *
 * <pre>{@code
 * Collection collection = Collection.parse(Files.newInputStream(Path.of("web-1.collection")));
 * HostDraft host = collection.machine();
 * if (collection.cut() != null) {
 *     System.err.println(collection.cut());
 * }
 * }</pre>
 */
public final class Collection {

    /** So long may it be. */
    public static final int MOST_BYTES = BoundedLines.MOST_BYTES;

    /** How its first line begins, which may have a banner in front of it. */
    static final String BEGINS = "drift-collection ";

    private final Map<String, Section> sections;
    private final @Nullable String cut;

    Collection(Map<String, Section> sections, @Nullable String cut) {
        this.sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        this.cut = cut;
    }

    /**
     * Reads a collection.
     *
     * @param in what was printed, perhaps with the banner of a shell in front; at most {@link #MOST_BYTES}
     * @return the collection; of one that was cut, the sections that are whole
     * @throws UnreadableCollectionException if it is none, of a newer format, too large, or mixed with other text
     * @throws IOException if {@code in} fails
     */
    public static Collection parse(InputStream in) throws IOException {
        return new CollectionParser(in).parse();
    }

    /**
     * Whether a text is the beginning of a collection.
     *
     * @param beginning of a file
     * @return true if a line of it is the first of a collection
     */
    public static boolean isBegunBy(String beginning) {
        return beginning
                .lines()
                .anyMatch(line -> CollectionParser.FIRST_LINE.matcher(line).find());
    }

    /**
     * Its sections.
     *
     * @return by name, in their order
     */
    public Map<String, Section> sections() {
        return sections;
    }

    /**
     * The machine that it tells of.
     *
     * @return a host document, see {@link MachineReader}
     * @throws UnreadableCollectionException if it tells neither a fact nor which machine it is: there is nothing to
     *     compare then
     */
    public HostDraft machine() throws UnreadableCollectionException {
        HostDraft host = MachineReader.read(sections);
        if (host.isBlank()) {
            throw new UnreadableCollectionException(
                    "this collection tells nothing of a machine: its sections are empty,"
                            + " or what they ask for failed or was denied");
        }
        return host;
    }

    /**
     * What is missing at its end.
     *
     * @return a sentence; null if the end is there
     */
    public @Nullable String cut() {
        return cut;
    }

    /**
     * What did not arrive: the end, or the rest of a section whose command failed.
     *
     * @return sentences; empty if all that could be asked has answered
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (cut != null) {
            missing.add(cut);
        }
        sections.values().stream()
                .filter(MachineReader::isBroken)
                .map(section -> "the section " + section.name()
                        + " is not whole: what tells it failed, took too long, or has a line without an end; it was not"
                        + " looked at, collect again")
                .forEach(missing::add);
        return missing;
    }
}
