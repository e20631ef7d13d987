package io.drift.benchmarks.http;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.fleet.InventoryAnswers;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A process with the inventory and the permission service of a fleet. Each answer is made once, head and all, and then
 * sent from memory, so that it costs next to nothing beside the server that is measured.
 */
public final class MemoryServices {

    private static final String HOSTS = "/api/inventory/v1/hosts/";
    private static final byte[] PERMISSIONS =
            "{\"data\":[{\"permission\":\"drift:*:*\",\"resourceDefinitions\":[]}]}".getBytes(StandardCharsets.UTF_8);

    private final Fleet fleet;
    private final Map<String, byte[]> prepared = new ConcurrentHashMap<>();

    private MemoryServices(Fleet fleet) {
        this.fleet = fleet;
    }

    /**
     * Serves until the process is ended. The first line it prints is its port.
     *
     * @param arguments how many systems there are
     */
    public static void main(String[] arguments) throws IOException {
        MemoryServices services = new MemoryServices(Fleet.of(Integer.parseInt(arguments[0]), Fleet.SEED));
        try (ServerSocket listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress())) {
            System.out.println(listener.getLocalPort());
            while (true) {
                Socket connection = listener.accept();
                new Thread(() -> services.serve(connection), "connection").start();
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = connection.getOutputStream();
            for (String request = in.readLine(); request != null; request = in.readLine()) {
                for (String header = request; !header.isEmpty(); header = in.readLine()) {
                    // requests have no body, and no header of theirs matters
                }
                out.write(prepared.computeIfAbsent(request.split(" ")[1], this::response));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private byte[] response(String target) {
        String path = URLDecoder.decode(target.split("\\?")[0], StandardCharsets.UTF_8);
        byte[] body = path.startsWith(HOSTS) ? hosts(path.substring(HOSTS.length())) : PERMISSIONS;
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.writeBytes(
                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        response.writeBytes(body);
        return response.toByteArray();
    }

    /** The path below the hosts: ids, and perhaps which of their documents. */
    private byte[] hosts(String path) {
        String[] parts = path.split("/");
        InventoryAnswers answers = fleet.answer(List.of(parts[0].split(",")));
        if (parts.length == 1) {
            return answers.hosts();
        }
        return parts[1].equals("tags") ? answers.tags() : answers.profiles();
    }
}
