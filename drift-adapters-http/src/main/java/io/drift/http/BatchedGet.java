package io.drift.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Many ids in several calls, because a URL can take only so many. */
final class BatchedGet {

    /** What the archived service asked for at once; a page of the inventory holds at least as many. */
    private static final int IDS_A_CALL = 40;

    private BatchedGet() {}

    /**
     * A call for each batch.
     *
     * @param ids any number, also none
     * @param call makes the call for ids that are joined with commas
     * @return the calls in the order of the ids
     */
    static <T> List<ServiceCall<T>> calls(List<String> ids, Function<String, ServiceCall<T>> call) {
        List<ServiceCall<T>> calls = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_A_CALL) {
            List<String> batch = ids.subList(from, Math.min(ids.size(), from + IDS_A_CALL));
            calls.add(call.apply(String.join(",", batch)));
        }
        return calls;
    }
}
