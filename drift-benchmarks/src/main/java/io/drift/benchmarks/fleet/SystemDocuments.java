package io.drift.benchmarks.fleet;

/**
 * What the inventory knows about one system: an item of each of its three answers, as UTF-8.
 *
 * @param id the system's id
 * @param host its record
 * @param profile its profile, with its id
 * @param tags the list of its tags
 */
record SystemDocuments(String id, byte[] host, byte[] profile, byte[] tags) {}
