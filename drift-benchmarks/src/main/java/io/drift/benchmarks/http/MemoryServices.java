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
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A process with the inventory and the permission service of a fleet. Each answer is made once, head and all, and then
 * sent from memory, so that it costs next to nothing beside the server that is measured.
 */
public final class MemoryServices {

    /** The one baseline that there is. */
    static final String BASELINE = "00000000-0000-4000-8000-0000000000ba";
    /** The one historical profile that there is. */
    static final String PROFILE = "00000000-0000-4000-8000-0000000000a5";

    private static final String BASELINES = "/api/system-baseline/v1/baselines/";
    private static final String PROFILES = "/api/historical-system-profiles/v1/profiles/";
    private static final String HOSTS = "/api/inventory/v1/hosts/";
    private static final byte[] PERMISSIONS =
            "{\"data\":[{\"permission\":\"drift:*:*\",\"resourceDefinitions\":[]}]}".getBytes(StandardCharsets.UTF_8);

    private final Fleet fleet;
    private final Map<String, byte[]> prepared = new ConcurrentHashMap<>();

    private final int faultsPercent;
    private final Random random = new Random(Fleet.SEED);

    private MemoryServices(Fleet fleet, int faultsPercent) {
        this.fleet = fleet;
        this.faultsPercent = faultsPercent;
    }

    /**
     * Serves until the process is ended. The first line it prints is its port.
     *
     * @param arguments how many systems there are, and how many of a hundred answers are a fault instead, if any
     */
    public static void main(String[] arguments) throws IOException {
        MemoryServices services = new MemoryServices(
                Fleet.of(Integer.parseInt(arguments[0]), Fleet.SEED),
                arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0);
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
                if (random.nextInt(100) < faultsPercent) {
                    fail(out);
                    return;
                }
                out.write(prepared.computeIfAbsent(request.split(" ")[1], this::response));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** An error, half an answer, or none at all; the connection ends then. */
    private void fail(OutputStream out) throws IOException {
        String[] faults = {
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"results\":[",
            ""
        };
        out.write(faults[random.nextInt(faults.length)].getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] response(String target) {
        String path = URLDecoder.decode(target.split("\\?")[0], StandardCharsets.UTF_8);
        byte[] body = body(path);
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.writeBytes(
                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        response.writeBytes(body);
        return response.toByteArray();
    }

    private byte[] body(String path) {
        if (path.startsWith(HOSTS)) {
            return hosts(path.substring(HOSTS.length()));
        }
        if (path.startsWith(BASELINES)) {
            return ("{\"data\":[{\"id\":\"" + BASELINE + "\",\"display_name\":\"golden\",\"baseline_facts\":"
                            + "[{\"name\":\"arch\",\"value\":\"x86_64\"}]}]}")
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (path.startsWith(PROFILES)) {
            return ("{\"data\":[{\"id\":\"" + PROFILE + "\",\"inventory_id\":\"" + BASELINE + "\","
                            + "\"display_name\":\"web\",\"captured_date\":\"2026-01-01T00:00:00+00:00\","
                            + "\"system_profile\":{\"id\":\"" + PROFILE + "\",\"display_name\":\"web\","
                            + "\"arch\":\"x86_64\"}}]}")
                    .getBytes(StandardCharsets.UTF_8);
        }
        return PERMISSIONS;
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
