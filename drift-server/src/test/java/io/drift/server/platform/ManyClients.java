package io.drift.server.platform;

import io.drift.testkit.Identities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that hold connections and no threads. Each sends something and reads nothing until it is told to. */
final class ManyClients implements AutoCloseable {

    final List<Socket> sockets = new ArrayList<>();
    private final int port;

    ManyClients(String url) {
        port = URI.create(url).getPort();
    }

    /** Opens connections, and sends the same on each. */
    ManyClients send(int clients, String text) {
        return send(clients, text, 0);
    }

    /** The same with a small window: what is not read fills it at once. */
    ManyClients send(int clients, String text, int receiveBuffer) {
        try {
            for (int i = 0; i < clients; i++) {
                Socket socket = new Socket();
                if (receiveBuffer > 0) {
                    socket.setReceiveBufferSize(receiveBuffer);
                }
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                sockets.add(socket);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return this;
    }

    /** A GET by a user. */
    static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: x\r\nx-rh-identity: "
                + Identities.user("u").header() + "\r\n\r\n";
    }

    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                // as it should be
            }
        }
    }
}
