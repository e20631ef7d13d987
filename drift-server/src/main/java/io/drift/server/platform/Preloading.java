package io.drift.server.platform;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Loads classes on a second thread, while the first one starts the server: most of a start is loading classes. Only what
 * logs nothing is loaded, because who logs has to wait until the log is set up.
 */
public final class Preloading {

    private Preloading() {}

    /** Starts to load on a thread of its own. Nobody has to wait for the end. */
    public static void begin() {
        Thread thread = new Thread(Preloading::json, "drift-preload");
        thread.setDaemon(true);
        thread.start();
    }

    /** Half of Jackson's classes come with the first document that is read into a tree and written. */
    private static void json() {
        ObjectMapper json = new ObjectMapper();
        json.createObjectNode().put("a", 1).toString();
        json.convertValue(json.createObjectNode().put("a", "b"), Object.class);
    }
}
