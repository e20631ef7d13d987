package io.drift.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers every call with the same bytes, whatever they are, and closes the connection. */
final class RawService implements AutoCloseable {

    private final ServerSocket listener;
    private final byte[] answer;
    private final AtomicInteger calls = new AtomicInteger();

    RawService(byte[] answer) {
        this.answer = answer;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
        inBackground(this::serve);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "raw service");
        thread.setDaemon(true);
        thread.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    int calls() {
        return calls.get();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                inBackground(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            readHead(caller.getInputStream());
            calls.incrementAndGet();
            caller.getOutputStream().write(answer);
            caller.shutdownOutput();
            caller.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // the caller has heard enough
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int newLines = 0;
        while (newLines < 2) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
        }
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
