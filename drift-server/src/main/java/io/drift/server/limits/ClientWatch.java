package io.drift.server.limits;

import io.drift.core.port.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * Notices clients that are gone while their request is worked for. The web server does not read from a connection
 * between a request and its answer, and so is not told that it was reset; here it is asked now and then, without taking
 * anything from it. A client that has closed only its own direction still waits. Thread-safe.
 *
 * <pre>{@code
 * try (ClientWatch.Watched watched = clients.watch(new ClientWatch.Waiting(endPoint, cancellation, () -> gone = true))) {
 *     answer(request);
 * }
 * }</pre>
 */
public final class ClientWatch {

    private final Set<Watched> all = ConcurrentHashMap.newKeySet();

    /** Nobody is watched yet. */
    public ClientWatch() {}

    /**
     * A client that waits for an answer.
     *
     * @param connection from which its whole request was read
     * @param cancellation cancelled when it is gone
     * @param gone called before
     */
    public record Waiting(EndPoint connection, Cancellation cancellation, Runnable gone) {}

    /**
     * Watches a client from the end of its request on.
     *
     * @param client who waits
     * @return to be closed before the answer is complete, because then the web server reads again
     */
    public Watched watch(Waiting client) {
        Watched watched = new Watched(client);
        all.add(watched);
        return watched;
    }

    /** Looks after every client that is watched. */
    void look() {
        all.forEach(Watched::look);
    }

    /** Cancels everything that is being worked for: the server stops. */
    public void cancelAll() {
        all.forEach(one -> one.client.cancellation().cancel());
    }

    /** One client. */
    public final class Watched implements AutoCloseable {

        private final Waiting client;
        private boolean over;

        private Watched(Waiting client) {
            this.client = client;
        }

        private void look() {
            if (isReset()) {
                client.gone().run();
                client.cancellation().cancel();
                close();
            }
        }

        /** Only a read tells; what it reads of a next request is given back. */
        private synchronized boolean isReset() {
            if (over || !(client.connection().getTransport() instanceof SocketChannel channel)) {
                return false;
            }
            ByteBuffer read = ByteBuffer.allocate(1);
            try {
                boolean nextRequestWaits = channel.socket().getInputStream().available() > 0;
                if (nextRequestWaits || channel.read(read) < 0) {
                    over = true;
                }
            } catch (IOException reset) {
                return true;
            }
            if (read.position() > 0 && client.connection().getConnection() instanceof Connection.UpgradeTo reader) {
                reader.onUpgradeTo(read.flip());
                over = true;
            }
            return false;
        }

        /** From now on the client is not watched any more. */
        @Override
        public void close() {
            synchronized (this) {
                over = true;
            }
            all.remove(this);
        }
    }
}
