package io.drift.benchmarks.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections over which something was sent, and from which nobody reads. */
final class OpenConnections implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();

    /**
     * Opens more.
     *
     * @param count how many
     * @param port where to
     * @param text sent over each
     * @param receiveBuffer how much of an answer may be on its way, in bytes; 0 for the usual
     */
    void open(int count, int port, String text, int receiveBuffer) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Sends one more byte over each that is still open. */
    void drip() {
        for (Socket socket : sockets) {
            try {
                socket.getOutputStream().write('a');
            } catch (IOException ended) {
                // the server has had enough of it
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
