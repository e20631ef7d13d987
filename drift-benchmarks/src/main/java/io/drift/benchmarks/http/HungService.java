package io.drift.benchmarks.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A service that takes every connection and never says anything. */
final class HungService implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    HungService() throws IOException {
        new Thread(this::accept, "hung service").start();
    }

    private void accept() {
        try {
            while (true) {
                connections.add(listener.accept());
            }
        } catch (IOException closed) {
            // the end
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
