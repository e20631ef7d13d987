package io.drift.benchmarks.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Bodies of 1 MiB in shapes that somebody may send to keep the server busy: what each costs it, to what Jackson's parser
 * needs to go through the same bytes. What a short body of the same shape costs does not count, for it is asked who sent
 * it, too; nor what it costs to receive 1 MiB, whatever is in it.
 */
final class Bodies {

    private static final int SIZE = (1 << 20) - 64;
    private static final int TIMES = 100;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    /**
     * The system counts a process's time in hundredths of a second, a tenth of a millisecond for each of {@link #TIMES}, and
     * four such times make a figure.
     */
    private static final double LEAST_MILLIS = 0.4;

    private static final String RECEIVED = "only received";
    private static final String SHORT = ", short";

    private Bodies() {}

    /** The shapes by name, each long and short. Each is a POST of a report, and each is refused. */
    private static Map<String, byte[]> bodies() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        add("numbers in place of ids", "{\"system_ids\":[", "1234567,", "1]}", bodies);
        add("long numbers", "{\"system_ids\":[", "9".repeat(900) + ",", "1]}", bodies);
        add("one number", "{\"system_ids\":", "9", "}", bodies);
        add("fractions", "{\"reference_id\":[", "1.5e300,", "1]}", bodies);
        add("ids", "{\"system_ids\":[", "\"" + new UUID(0x4000, Long.MIN_VALUE) + "\",", "\"x\"]}", bodies);
        add("short texts", "{\"system_ids\":[", "\"a\",", "\"x\"]}", bodies);
        add("one long text", "{\"reference_id\":\"", "a", "\"}", bodies);
        add("texts of 60,000 letters", "{\"system_ids\":[", "\"" + "a".repeat(60_000) + "\",", "\"x\"]}", bodies);
        add("escapes", "{\"reference_id\":\"", "\\u00e9", "\"}", bodies);
        add("objects", "{\"system_ids\":[", "{\"a\":{}},", "{}]}", bodies);
        add("lists in lists", "{\"system_ids\":", "[", "", bodies);
        bodies.put("keys", keys(SIZE));
        bodies.put("keys" + SHORT, keys(0));
        add(RECEIVED, "x", " ", "", bodies);
        return bodies;
    }

    private static void add(String shape, String begin, String item, String end, Map<String, byte[]> bodies) {
        int items = (SIZE - begin.length() - end.length()) / item.length();
        bodies.put(shape, (begin + item.repeat(items) + end).getBytes(StandardCharsets.UTF_8));
        bodies.put(shape + SHORT, (begin + item + end).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] keys(int size) {
        StringBuilder keys = new StringBuilder("{");
        for (int i = 0; keys.length() < size - 20; i++) {
            keys.append("\"k").append(i).append("\":0,");
        }
        return keys.append("\"k\":0}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Measures each shape, and tells the worst of them. */
    static Figure worst(RunningServer server) throws IOException {
        Map<String, byte[]> bodies = bodies();
        Map<String, Double> costs = costs(server, bodies);
        double receiving = ofContent(RECEIVED, costs);
        System.out.printf("  %s: %.1f ms%n", RECEIVED, receiving);
        List<String> shapes = bodies.keySet().stream()
                .filter(name -> !name.equals(RECEIVED) && !name.endsWith(SHORT))
                .toList();
        double worst = 0;
        for (String shape : shapes) {
            double parser = parserMillis(bodies.get(shape));
            double content = ofContent(shape, costs) - receiving;
            double served = content < LEAST_MILLIS ? 0 : content;
            System.out.printf("  %s: %.1f ms, the parser %.1f ms%n", shape, served, parser);
            worst = Math.max(worst, served / parser);
        }
        return new Figure(
                "a body of 1 MiB, worst of " + shapes.size() + " shapes, to Jackson's parser",
                0,
                worst,
                "x",
                Goal.atMost(3, 1.5));
    }

    private static double ofContent(String shape, Map<String, Double> costs) {
        return costs.get(shape) - costs.get(shape + SHORT);
    }

    /** All shapes in turn, round by round, since the server compiles for long; the median round of each counts. */
    private static Map<String, Double> costs(RunningServer server, Map<String, byte[]> bodies) throws IOException {
        Map<String, List<Double>> rounds = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
                double millis = serverMillis(server, body.getValue());
                if (round >= 0) {
                    rounds.computeIfAbsent(body.getKey(), any -> new ArrayList<>())
                            .add(millis);
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        rounds.forEach((shape, millis) ->
                medians.put(shape, millis.stream().sorted().toList().get(ROUNDS / 2)));
        return medians;
    }

    private static double serverMillis(RunningServer server, byte[] body) throws IOException {
        Duration before = server.cpu();
        for (int i = 0; i < TIMES; i++) {
            post(server, body);
        }
        return server.cpu().minus(before).toNanos() / 1e6 / TIMES;
    }

    private static void post(RunningServer server, byte[] body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + server.port() + "/api/drift/v1/comparison_report")
                        .toURL()
                        .openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("x-rh-identity", ReportClient.IDENTITY);
        connection.getOutputStream().write(body);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_BAD_REQUEST) {
            throw new IOException("a body that is no query was answered " + connection.getResponseCode());
        }
        connection.getErrorStream().readAllBytes();
    }

    private static double parserMillis(byte[] body) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        JsonFactory json = new JsonFactory();
        parse(json, body, TIMES);
        long before = threads.getCurrentThreadCpuTime();
        parse(json, body, TIMES);
        return (threads.getCurrentThreadCpuTime() - before) / 1e6 / TIMES;
    }

    private static void parse(JsonFactory json, byte[] body, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            try (JsonParser parser = json.createParser(body)) {
                while (parser.nextToken() != null) {
                    // every value is decoded, as whoever uses it has to
                    parser.getText();
                }
            } catch (JsonProcessingException limit) {
                // the parser has limits of its own
            }
        }
    }
}
