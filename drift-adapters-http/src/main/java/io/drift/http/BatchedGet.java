package io.drift.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Many ids in several calls, because a URL can take only so many. All calls are in flight together. */
final class BatchedGet {

    /** What the archived service asked for at once; a page of the inventory holds at least as many. */
    private static final int IDS_A_CALL = 40;

    private BatchedGet() {}

    /**
     * Starts a call for each batch.
     *
     * @param ids any number, also none
     * @param call starts the call for ids that are joined with commas
     * @return the calls in the order of the ids
     */
    static <T> List<CompletableFuture<T>> start(List<String> ids, Function<String, CompletableFuture<T>> call) {
        List<CompletableFuture<T>> running = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_A_CALL) {
            List<String> batch = ids.subList(from, Math.min(ids.size(), from + IDS_A_CALL));
            running.add(call.apply(String.join(",", batch)));
        }
        return running;
    }
}
