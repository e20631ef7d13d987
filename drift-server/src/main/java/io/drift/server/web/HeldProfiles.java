package io.drift.server.web;

import io.drift.core.error.InvalidQueryException;
import io.drift.registry.store.KnownState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** The profiles that one request asks for, all at once, so that none is missing once the answer has begun. */
final class HeldProfiles implements Consumer<KnownState> {

    private static final int PART_OF_HEAP = 32;

    private final Function<KnownState, UUID> idOf;
    private final long most;
    private final Map<UUID, KnownState> found = new HashMap<>();
    private long bytes;

    /**
     * None yet.
     *
     * @param idOf tells by which id one was asked for
     */
    HeldProfiles(Function<KnownState, UUID> idOf) {
        this(idOf, Runtime.getRuntime().maxMemory());
    }

    HeldProfiles(Function<KnownState, UUID> idOf, long heap) {
        this.idOf = idOf;
        this.most = heap / PART_OF_HEAP;
    }

    /**
     * Holds one more.
     *
     * @throws InvalidQueryException if all of them take too much memory
     */
    @Override
    public void accept(KnownState known) {
        bytes += known.content().size();
        if (bytes > most) {
            throw new InvalidQueryException("the profiles that are asked for take more than " + (most >> 20)
                    + " MiB, as they are kept: ask for fewer at once");
        }
        found.put(idOf.apply(known), known);
    }

    /** Those that there are, in the order of ids. */
    List<KnownState> inOrder(List<UUID> ids) {
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }
}
