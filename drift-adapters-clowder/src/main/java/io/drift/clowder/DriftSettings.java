package io.drift.clowder;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a deployment of Drift sets. {@link SettingsLoader} makes only settings that are whole and sound.
 *
 * @param listen where the server listens and what its paths are
 * @param services where the services are
 * @param access who may ask
 * @param timeouts how long a call to a service may take
 * @param excludedOperatingSystems systems with these values of {@code operating_system.name} are left out of reports
 * @param logLevel how much is logged
 */
public record DriftSettings(
        Listen listen,
        Services services,
        Access access,
        Timeouts timeouts,
        Set<String> excludedOperatingSystems,
        LogLevel logLevel) {

    /** Copies the set. */
    public DriftSettings {
        excludedOperatingSystems = Set.copyOf(excludedOperatingSystems);
    }

    /**
     * Where the server listens.
     *
     * @param address the address of the interface; {@code 0.0.0.0} for all
     * @param port from 1 to 65535, or 0 for any free one
     * @param pathPrefix begins and ends with a slash, {@code /api/}
     * @param appName the part of the path behind it, {@code drift}
     */
    public record Listen(String address, int port, String pathPrefix, String appName) {

        /**
         * What all paths of the API begin with.
         *
         * @return {@code /api/drift}, without a slash at the end
         */
        public String basePath() {
            return pathPrefix + appName;
        }
    }

    /**
     * Where the services are; null for one that there is not.
     *
     * @param inventory {@code INVENTORY_SVC_URL}, always there
     * @param baselines {@code BASELINE_SVC_URL}
     * @param historicalProfiles {@code HSP_SVC_URL}
     * @param rbac {@code RBAC_SVC_URL}, there if permissions are checked
     */
    public record Services(
            URI inventory,
            @Nullable URI baselines,
            @Nullable URI historicalProfiles,
            @Nullable URI rbac) {}

    /**
     * Who may ask.
     *
     * @param rbacEnabled whether permissions are checked
     * @param smartManagement whether the entitlement {@code smart_management} is asked for, and not {@code insights}
     * @param sharedSecret lets services of the platform in, and is sent to the baseline service; null for none
     */
    public record Access(
            boolean rbacEnabled,
            boolean smartManagement,
            @Nullable String sharedSecret) {

        /** Does not print the secret. */
        @Override
        public String toString() {
            return "Access[rbacEnabled=" + rbacEnabled + ", smartManagement=" + smartManagement + ", sharedSecret="
                    + (sharedSecret == null ? "none" : "***") + "]";
        }
    }

    /**
     * How long a call to a service may take.
     *
     * @param connect to open a connection
     * @param read between two pieces of an answer
     * @param call from beginning to end
     */
    public record Timeouts(Duration connect, Duration read, Duration call) {}

    /** How much is logged. */
    public enum LogLevel {
        /** Each call. */
        DEBUG,
        /** Each request. */
        INFO,
        /** What somebody should look at. */
        WARN,
        /** What failed. */
        ERROR
    }
}
