package io.drift.http;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Request;

/** Whether a try of a call got as far as a connection. Goes along with its request. */
final class Connecting extends EventListener {

    private volatile boolean isConnected;

    /** The listener that goes along with a request. */
    static EventListener of(Call call) {
        Connecting connecting = call.request().tag(Connecting.class);
        return connecting == null ? EventListener.NONE : connecting;
    }

    Request with(Request request) {
        return request.newBuilder().tag(Connecting.class, this).build();
    }

    boolean isConnected() {
        return isConnected;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        isConnected = true;
    }
}
