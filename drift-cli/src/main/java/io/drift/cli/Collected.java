package io.drift.cli;

import io.drift.collector.HostDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of collecting from a machine.
 *
 * @param place where it was: {@code here}, or the host as it was written
 * @param raw what the machine printed; empty if it failed
 * @param host what that says; null if it failed
 * @param remarks sentences on what is odd, such as a clock that is wrong
 * @param isWhole whether nothing is missing at the end
 * @param failure why there is nothing; null if there is
 */
record Collected(
        String place,
        byte[] raw,
        @Nullable HostDraft host,
        List<String> remarks,
        boolean isWhole,
        @Nullable String failure) {

    static Collected failed(String place, String failure) {
        return new Collected(place, new byte[0], null, List.of(), false, failure);
    }

    /** What the machine calls itself, else where it was. */
    String name() {
        String own = host == null ? null : host.name();
        return own == null ? place : own;
    }
}
