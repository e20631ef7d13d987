package io.drift.core.profile;

import io.drift.core.fact.PreparedFact;

/**
 * An item that is a fact, and perhaps something else where a profile has that fact already.
 *
 * @param fact what it records
 * @param again what it does instead where the profile has the fact
 */
record ListedFact(PreparedFact fact, Runnable again) implements ListItem {

    @Override
    public void record() {
        if (!fact.recordIfNew()) {
            again.run();
        }
    }
}
