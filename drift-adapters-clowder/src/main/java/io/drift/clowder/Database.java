package io.drift.clowder;

import org.jspecify.annotations.Nullable;

/**
 * A database of one's own.
 *
 * <pre>{@code
 * Database database = settings.platform().resources().database();
 * String where = database == null ? "(none)" : database.hostname() + "/" + database.name();
 * }</pre>
 *
 * @param hostname its host
 * @param port its port; null for the usual one
 * @param name its name
 * @param username who logs in
 * @param password never printed; null if the file has none
 * @param adminUsername who may change the schema; null if the file has none
 * @param adminPassword never printed; null if the file has none
 * @param sslMode {@code require}, {@code verify-full} and the like; null if the file has none
 * @param rdsCa the authorities it is signed by, in the PEM form; null for those of the JVM
 */
public record Database(
        String hostname,
        @Nullable Integer port,
        String name,
        String username,
        @Nullable String password,
        @Nullable String adminUsername,
        @Nullable String adminPassword,
        @Nullable String sslMode,
        @Nullable String rdsCa) {

    static @Nullable Database read(@Nullable ClowderNode node) {
        if (node == null) {
            return null;
        }
        return new Database(
                node.required("hostname"),
                node.port("port"),
                node.required("name"),
                node.required("username"),
                node.secret("password"),
                node.text("adminUsername"),
                node.secret("adminPassword"),
                node.text("sslMode"),
                node.text("rdsCa"));
    }

    /** Does not print the passwords. */
    @Override
    public String toString() {
        return hostname + (port == null ? "" : ":" + port) + "/" + name + ", sslMode " + sslMode;
    }
}
