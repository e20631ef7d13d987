package io.drift.benchmarks.fleet;

import java.nio.charset.StandardCharsets;

/**
 * What the inventory knows about one system: an item of each of its three answers, as UTF-8.
 *
 * @param id the system's id
 * @param host its record
 * @param profile its profile, with its id
 * @param tags the list of its tags
 */
record SystemDocuments(String id, byte[] host, byte[] profile, byte[] tags) {

    /** All three in one document, as people have them in files. */
    byte[] whole() {
        String record = text(host).strip();
        String entry = text(profile).strip();
        String ofProfile = entry.substring(entry.indexOf("\"system_profile\""), entry.length() - 1);
        String all = record.substring(0, record.length() - 1) + ",\"tags\":" + text(tags) + "," + ofProfile + "}";
        return all.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
