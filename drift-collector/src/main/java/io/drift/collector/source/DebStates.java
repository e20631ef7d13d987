package io.drift.collector.source;

/** Counts the packages that are there only in part. They count as installed, and somebody should hear of them. */
final class DebStates {

    private int half;

    boolean isThere(DebState state) {
        if (state == DebState.HALF) {
            half++;
        }
        return state != DebState.ABSENT;
    }

    void tell(Findings found) {
        if (half > 0) {
            found.remark(half + (half == 1 ? " package is" : " packages are")
                    + " unpacked or half installed, and compared as if installed");
        }
    }
}
