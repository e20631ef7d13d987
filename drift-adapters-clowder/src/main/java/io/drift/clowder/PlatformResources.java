package io.drift.clowder;

import org.jspecify.annotations.Nullable;

/**
 * What the platform offers beside services; a part is null if it is not offered. Drift runs without all of it.
 *
 * <pre>{@code
 * PlatformResources resources = settings.platform().resources();
 * boolean messages = resources.kafka() != null;
 * }</pre>
 *
 * @param privatePort where private endpoints would be served
 * @param featureFlags the feature flag service
 * @param cloudWatch where logs could be sent
 * @param kafka message brokers and topics
 * @param database a database of one's own
 */
public record PlatformResources(
        @Nullable Integer privatePort,
        @Nullable FeatureFlags featureFlags,
        @Nullable CloudWatch cloudWatch,
        @Nullable Kafka kafka,
        @Nullable Database database) {

    /** Nothing: what is offered without a platform. */
    public static final PlatformResources NONE = new PlatformResources(null, null, null, null, null);

    static PlatformResources read(ClowderNode root) {
        ClowderNode logging = root.child("logging");
        return new PlatformResources(
                root.port("privatePort"),
                FeatureFlags.read(root.child("featureFlags")),
                logging == null ? null : CloudWatch.read(logging),
                Kafka.read(root.child("kafka")),
                Database.read(root.child("database")));
    }
}
