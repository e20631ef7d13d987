package io.drift.http;

import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.RequestContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** What a service answers to every call until somebody hangs up. As a program, it is the service and its caller. */
enum LargeAnswer {
    MILLION_PACKAGES {
        @Override
        void write(Text out, UUID id) throws IOException {
            out.write("{\"results\":[{\"id\":\"" + id
                    + "\",\"system_profile\":{\"installed_packages\":[\"first-1-1.noarch\"");
            for (int i = 0; i < 1_000_000; i++) {
                out.write(",\"p" + i + "-0:1-1.x86_64\"");
            }
            out.write("]}}]}");
        }
    },
    ENDLESS_LIST {
        @Override
        void write(Text out, UUID id) throws IOException {
            out.write("{\"results\":[{\"id\":\"" + id + "\",\"system_profile\":{\"cpu_flags\":[\"a\"");
            while (true) {
                out.write(",\"a\"");
            }
        }
    },
    ENDLESS_RESULTS {
        @Override
        void write(Text out, UUID id) throws IOException {
            out.write("{\"results\":[{\"id\":\"x\"}");
            for (int i = 0; true; i++) {
                out.write(",{\"id\":\"" + i + "\"}");
            }
        }
    },
    SHORT_ITEMS {
        @Override
        void write(Text out, UUID id) throws IOException {
            out.write("{\"results\":[");
            int item = 0;
            for (int document = 0; document < 40; document++) {
                out.write((document == 0 ? "" : ",") + "{\"id\":\"" + new UUID(id.getMostSignificantBits(), document)
                        + "\",\"system_profile\":{\"kernel_modules\":[\"m\"");
                for (int i = 0; i < 150_000; i++) {
                    out.write(",\"" + Integer.toString(item++, Character.MAX_RADIX) + "\"");
                }
                out.write("]}}");
            }
            out.write("]}");
        }
    },
    NAMES_THAT_NOBODY_READS {
        @Override
        void write(Text out, UUID id) throws IOException {
            out.write("{\"results\":[],\"more\":{\"a\":0");
            for (int i = 0; i < 6_000_000; i++) {
                out.write(",\"" + Integer.toString(i, Character.MAX_RADIX) + "\":0");
            }
            out.write("}}");
        }
    },
    LONG_TEXTS {
        @Override
        void write(Text out, UUID id) throws IOException {
            out.write("{\"results\":[{\"id\":\"");
            for (int i = 0; i < 15_000_000; i++) {
                out.write("x");
            }
            out.write("\"}]}");
        }
    },
    PACKED_BLANKS {
        @Override
        void write(Text out, UUID id) throws IOException {
            out.write("{\"results\":[");
            String blanks = " ".repeat(1 << 16);
            while (true) {
                out.write(blanks);
            }
        }

        @Override
        boolean isPacked() {
            return true;
        }
    };

    abstract void write(Text out, UUID id) throws IOException;

    boolean isPacked() {
        return false;
    }

    private record Text(OutputStream out) {
        void write(String ascii) throws IOException {
            out.write(ascii.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static final AtomicLong CALLS = new AtomicLong();

    private void serve(ServerSocket listener) {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                Thread thread = new Thread(() -> answer(caller));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            byte[] request = new byte[1 << 14];
            caller.getInputStream().read(request);
            OutputStream out = new BufferedOutputStream(caller.getOutputStream(), 1 << 14);
            new Text(out)
                    .write("HTTP/1.1 200 OK\r\nConnection: close\r\n" + (isPacked() ? "Content-Encoding: gzip\r\n" : "")
                            + "\r\n");
            out = isPacked() ? new BufferedOutputStream(new GZIPOutputStream(out), 1 << 14) : out;
            write(new Text(out), new UUID(CALLS.incrementAndGet(), 0));
            out.close();
        } catch (IOException hungUp) {
            // nobody wants more of it
        }
    }

    private static PlatformClients clients(ServerSocket service) {
        ServiceEndpoints.Endpoint endpoint =
                ServiceEndpoints.Endpoint.of(URI.create("http://127.0.0.1:" + service.getLocalPort()));
        return PlatformClients.of(
                new ServiceEndpoints(endpoint, endpoint, endpoint, endpoint, null),
                CallTimeouts.DEFAULT,
                Clock.systemUTC());
    }

    public static void main(String[] args) throws IOException {
        LargeAnswer large = valueOf(args[0]);
        List<String> ids = IntStream.range(0, 120)
                .mapToObj(number -> new UUID(7, number).toString())
                .toList();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket service = new ServerSocket(0, 100, loopback);
                PlatformClients clients = clients(service)) {
            Thread server = new Thread(() -> large.serve(service));
            server.setDaemon(true);
            server.start();
            try {
                clients.inventory().find(ids, RequestContext.local());
                System.out.println("was read");
            } catch (ServiceFailureException failed) {
                System.out.println(failed.service() + ": " + failed.getMessage() + ": "
                        + failed.getCause().getMessage());
            }
        }
        try (RawService healthy = new RawService(("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"data\":[]}")
                        .getBytes(StandardCharsets.US_ASCII));
                PlatformClients clients = PlatformClients.of(
                        new ServiceEndpoints(null, ServiceEndpoints.Endpoint.of(healthy.url()), null, null, null),
                        CallTimeouts.DEFAULT,
                        Clock.systemUTC())) {
            clients.baselines().find(ids, RequestContext.local());
            System.out.println("and then an answer");
        }
    }
}
