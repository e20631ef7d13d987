package io.drift.benchmarks.standalone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.benchmarks.fleet.Fleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The same systems again and again, hour by hour: the time of their last boot and their processes are always others, and
 * of one upload in ten five packages.
 */
final class HistoryDocuments {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final long HOUR = 3600;
    private static final int CHANGED_PACKAGES = 5;
    private static final int UPLOADS_TO_A_CHANGE = 10;

    private final List<ObjectNode> hosts;
    private final Random random = new Random(Fleet.SEED);

    HistoryDocuments(int systems) throws IOException {
        hosts = UploadDocuments.trees(0, systems);
    }

    /** What all of them say in an hour. */
    List<byte[]> round(int hour) throws IOException {
        List<byte[]> documents = new ArrayList<>();
        for (ObjectNode host : hosts) {
            change(host.withObjectProperty("system_profile"), hour);
            documents.add(host.toString().getBytes(StandardCharsets.UTF_8));
        }
        return documents;
    }

    private void change(ObjectNode profile, int hour) {
        Instant now = BEGIN.plusSeconds(hour * HOUR);
        profile.put("captured_date", now.toString());
        profile.put(
                "last_boot_time",
                now.minusSeconds(1 + random.nextInt(1_000_000)).toString());
        ArrayNode processes = profile.withArrayProperty("running_processes");
        processes.set(random.nextInt(processes.size()), "worker-" + random.nextInt(100_000));
        if (random.nextInt(UPLOADS_TO_A_CHANGE) == 0) {
            changePackages(profile.withArrayProperty("installed_packages"));
        }
    }

    private void changePackages(ArrayNode packages) {
        for (int i = 0; i < CHANGED_PACKAGES; i++) {
            int one = random.nextInt(packages.size());
            packages.set(
                    one, packages.get(one).asText().replaceFirst("-[0-9]+\\.el9", "-" + random.nextInt(200) + ".el9"));
        }
    }
}
