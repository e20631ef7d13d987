package io.drift.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A service that takes calls and never answers. It sees who hangs up. */
final class SilentService implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final ServerSocket listener;
    private final Semaphore calls = new Semaphore(0);
    private final Semaphore hangUps = new Semaphore(0);

    SilentService() {
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
        inBackground(this::serve);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "silent service");
        thread.setDaemon(true);
        thread.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Whether so many more calls come. */
    boolean isCalled(int times) throws InterruptedException {
        return calls.tryAcquire(times, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** How many calls have come that nobody has asked about yet. */
    int furtherCalls() {
        return calls.availablePermits();
    }

    /** Whether so many callers close their connections. */
    boolean isHungUp(int times) throws InterruptedException {
        return hangUps.tryAcquire(times, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                inBackground(() -> listen(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void listen(Socket caller) {
        try (caller) {
            if (caller.getInputStream().read() >= 0) {
                calls.release();
            }
            while (caller.getInputStream().read() >= 0) {
                // never enough
            }
        } catch (IOException reset) {
            // as good as closed
        }
        hangUps.release();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException cannotClose) {
            throw new UncheckedIOException(cannotClose);
        }
    }
}
