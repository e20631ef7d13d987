package io.drift.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/**
 * Server sockets that send at once and let many callers queue. Without, the head of an answer waits for the client's
 * delayed acknowledgement of the one before: 40 ms on every call of a connection but the first.
 */
final class PromptSockets extends ServerSocketFactory {

    private static final int QUEUE = 1024;

    /** What is open, by the number under which the server knows it: it counts what it accepts, from 0 on. */
    private final Map<Integer, Socket> open = new ConcurrentHashMap<>();

    private int accepted;

    /** What is written into a connection. */
    @FunctionalInterface
    interface Written {
        void to(OutputStream out) throws IOException;
    }

    /** Writes into a connection past the server, which must not be writing itself. That the caller is gone is no failure. */
    void write(int connection, Written written) {
        Socket socket = open.get(connection);
        try {
            if (socket != null) {
                written.to(socket.getOutputStream());
            }
        } catch (IOException callerIsGone) {
            // then nobody misses the rest
        }
    }

    /** Lets a connection end with a reset, not with a proper end, when the server closes it. */
    void resetOnClose(int connection) {
        Socket socket = open.get(connection);
        try {
            if (socket != null) {
                socket.setSoLinger(true, 0);
            }
        } catch (SocketException alreadyClosed) {
            // then there is nothing to reset
        }
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new PromptSocket();
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException("not bound here");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException("not bound here");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException("not bound here");
    }

    private final class PromptSocket extends ServerSocket {

        PromptSocket() throws IOException {}

        @Override
        public void bind(SocketAddress endpoint, int backlog) throws IOException {
            super.bind(endpoint, QUEUE);
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = super.accept();
            socket.setTcpNoDelay(true);
            open.values().removeIf(Socket::isClosed);
            open.put(accepted++, socket);
            return socket;
        }
    }
}
