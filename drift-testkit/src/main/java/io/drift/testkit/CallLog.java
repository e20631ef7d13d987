package io.drift.testkit;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** The most recent calls. Thread-safe. */
final class CallLog<T> {

    private final int most;
    private final Queue<T> calls = new ArrayDeque<>();

    CallLog(int most) {
        this.most = most;
    }

    synchronized void add(T call) {
        if (calls.size() == most) {
            calls.remove();
        }
        calls.add(call);
    }

    synchronized List<T> all() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        calls.clear();
    }
}
