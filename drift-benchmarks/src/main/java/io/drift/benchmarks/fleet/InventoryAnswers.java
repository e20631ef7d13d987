package io.drift.benchmarks.fleet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What the inventory answers about some systems: three documents, as UTF-8.
 *
 * @param hosts the answer of {@code /hosts/{ids}}
 * @param profiles the answer of {@code /hosts/{ids}/system_profile}
 * @param tags the answer of {@code /hosts/{ids}/tags}
 */
public record InventoryAnswers(byte[] hosts, byte[] profiles, byte[] tags) {

    static InventoryAnswers of(List<SystemDocuments> systems) {
        return new InventoryAnswers(
                page(systems, "[", SystemDocuments::host, "]"),
                page(systems, "[", SystemDocuments::profile, "]"),
                page(systems, "{", InventoryAnswers::tagsById, "}"));
    }

    /** How many bytes a report of these systems is made from. */
    public long size() {
        return (long) hosts.length + profiles.length + tags.length;
    }

    void save(Path folder, int call) throws IOException {
        Files.write(folder.resolve(call + "-hosts.json"), hosts);
        Files.write(folder.resolve(call + "-profiles.json"), profiles);
        Files.write(folder.resolve(call + "-tags.json"), tags);
    }

    /**
     * Reads what {@link Fleet#save} wrote.
     *
     * @param folder where to
     * @param call which of the calls, from 0
     */
    public static InventoryAnswers load(Path folder, int call) throws IOException {
        return new InventoryAnswers(
                Files.readAllBytes(folder.resolve(call + "-hosts.json")),
                Files.readAllBytes(folder.resolve(call + "-profiles.json")),
                Files.readAllBytes(folder.resolve(call + "-tags.json")));
    }

    /** How many calls {@link Fleet#save} wrote. */
    public static int callsIn(Path folder) {
        int calls = 0;
        while (Files.exists(folder.resolve(calls + "-hosts.json"))) {
            calls++;
        }
        return calls;
    }

    private static byte[] page(
            List<SystemDocuments> systems, String begin, Function<SystemDocuments, byte[]> item, String end) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        int count = systems.size();
        String head = "{\"total\":" + count + ",\"count\":" + count + ",\"page\":1,\"per_page\":50,\"results\":";
        page.writeBytes(utf8(head + begin));
        for (int i = 0; i < count; i++) {
            page.writeBytes(utf8(i == 0 ? "" : ","));
            page.writeBytes(item.apply(systems.get(i)));
        }
        page.writeBytes(utf8(end + "}"));
        return page.toByteArray();
    }

    private static byte[] tagsById(SystemDocuments system) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(utf8("\"" + system.id() + "\":"));
        entry.writeBytes(system.tags());
        return entry.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
