package io.drift.benchmarks.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Made-up systems with facts of all kinds: about 44 KB each, of which about 90 % are the same everywhere. The same seed
 * gives the same systems, and the first of them are the same however many there are.
 */
public final class Fleet {

    /** With which every figure is measured. */
    public static final long SEED = 42;

    /** How many systems a call to the inventory asks for. */
    private static final int SYSTEMS_A_CALL = 40;

    private final List<SystemDocuments> systems;
    private final Map<String, SystemDocuments> byId;

    private Fleet(List<SystemDocuments> systems) {
        this.systems = systems;
        this.byId = systems.stream().collect(Collectors.toMap(SystemDocuments::id, Function.identity()));
    }

    /**
     * Makes up a fleet.
     *
     * @param size how many systems
     * @param seed where it begins
     */
    public static Fleet of(int size, long seed) {
        return part(0, size, seed);
    }

    /**
     * Makes up a part of a fleet.
     *
     * @param from the number of the first system, from 0
     * @param until the number behind the last
     * @param seed where the fleet begins
     */
    public static Fleet part(int from, int until, long seed) {
        Vocabulary names = new Vocabulary(seed);
        return new Fleet(IntStream.range(from, until)
                .mapToObj(number -> SystemWriter.write(names, seed, number))
                .toList());
    }

    /** The ids in their order. */
    public List<String> ids() {
        return systems.stream().map(SystemDocuments::id).toList();
    }

    /** What the inventory answers about all systems, call by call. */
    public List<InventoryAnswers> answers() {
        List<InventoryAnswers> answers = new ArrayList<>();
        for (int from = 0; from < systems.size(); from += SYSTEMS_A_CALL) {
            answers.add(InventoryAnswers.of(systems.subList(from, Math.min(systems.size(), from + SYSTEMS_A_CALL))));
        }
        return answers;
    }

    /** Each system as a document of its own: its host record with its profile and tags. */
    public List<byte[]> documents() {
        return systems.stream().map(SystemDocuments::whole).toList();
    }

    /** Writes {@link #answers} into a folder, for processes that {@link InventoryAnswers#load} them. */
    public void save(Path folder) throws IOException {
        List<InventoryAnswers> answers = answers();
        for (int call = 0; call < answers.size(); call++) {
            answers.get(call).save(folder, call);
        }
    }

    /** What it answers about some systems, in the order asked for; unknown ids are left out. */
    public InventoryAnswers answer(Collection<String> ids) {
        return InventoryAnswers.of(
                ids.stream().filter(byId::containsKey).map(byId::get).toList());
    }
}
