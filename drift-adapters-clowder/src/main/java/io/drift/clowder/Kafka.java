package io.drift.clowder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Message brokers and topics.
 *
 * <pre>{@code
 * Kafka kafka = new Kafka(List.of(), Map.of("platform.notifications", "platform-notifications-ab12"));
 * String topic = kafka.topic("platform.notifications"); // platform-notifications-ab12
 * }</pre>
 *
 * @param brokers at least one, if there is anything to send to
 * @param topics the name of a topic by the name that was asked for
 */
public record Kafka(List<Broker> brokers, Map<String, String> topics) {

    /** Copies list and map. */
    public Kafka {
        brokers = List.copyOf(brokers);
        topics = Map.copyOf(topics);
    }

    /**
     * The topic behind a name.
     *
     * @param requestedName the name that was asked for
     * @return the name that the platform gave it; the same name if it gave it none
     */
    public String topic(String requestedName) {
        return topics.getOrDefault(requestedName, requestedName);
    }

    static @Nullable Kafka read(@Nullable ClowderNode node) {
        if (node == null) {
            return null;
        }
        Map<String, String> topics = new LinkedHashMap<>();
        node.children("topics")
                .forEach(topic -> topics.putIfAbsent(topic.required("requestedName"), topic.required("name")));
        return new Kafka(node.children("brokers").stream().map(Broker::read).toList(), topics);
    }

    /**
     * A broker.
     *
     * <pre>{@code
     * String servers = kafka.brokers().stream().map(Kafka.Broker::toString).collect(Collectors.joining(","));
     * }</pre>
     *
     * @param hostname its host
     * @param port its port; null if the file has none
     * @param authType {@code sasl}, or null for no authentication
     * @param caCertificate the authorities it is signed by, in the PEM form; null for those of the JVM
     * @param sasl how to authenticate; null for not at all
     * @param securityProtocol {@code SASL_SSL} and the like: that of the broker, else that of its SASL section, where
     *     older platforms have it; null for neither
     */
    public record Broker(
            String hostname,
            @Nullable Integer port,
            @Nullable String authType,
            @Nullable String caCertificate,
            @Nullable Sasl sasl,
            @Nullable String securityProtocol) {

        private static Broker read(ClowderNode node) {
            ClowderNode sasl = node.child("sasl");
            String own = node.text("securityProtocol");
            String deprecated = sasl == null ? null : sasl.text("securityProtocol");
            return new Broker(
                    node.required("hostname"),
                    node.port("port"),
                    node.text("authtype"),
                    node.text("cacert"),
                    sasl == null ? null : Sasl.read(sasl),
                    own == null ? deprecated : own);
        }

        /** Host and port. */
        @Override
        public String toString() {
            return port == null ? hostname : hostname + ":" + port;
        }
    }

    /**
     * How to authenticate at a broker.
     *
     * <pre>{@code
     * Kafka.Sasl sasl = kafka.brokers().get(0).sasl();
     * String mechanism = sasl == null ? "(no authentication)" : sasl.mechanism();
     * }</pre>
     *
     * @param username null if the file has none
     * @param password null if the file has none. Never printed
     * @param mechanism {@code SCRAM-SHA-512} and the like; null if the file has none
     */
    public record Sasl(
            @Nullable String username,
            @Nullable String password,
            @Nullable String mechanism) {

        private static Sasl read(ClowderNode node) {
            return new Sasl(node.text("username"), node.secret("password"), node.text("saslMechanism"));
        }

        /** Does not print the password. */
        @Override
        public String toString() {
            return "Sasl[username=" + username + ", password=" + Masked.presence(password) + ", mechanism=" + mechanism
                    + "]";
        }
    }

    String shownBrokers() {
        return brokers.stream().map(Broker::toString).collect(Collectors.joining(","));
    }

    String shownTopics() {
        return topics.values().stream().sorted().collect(Collectors.joining(","));
    }
}
