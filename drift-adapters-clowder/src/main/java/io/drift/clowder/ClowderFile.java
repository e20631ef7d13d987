package io.drift.clowder;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The values in Clowder's cdappconfig.json. Unknown keys are ignored. */
final class ClowderFile {

    /** Keys that are known and ignored: Drift has no use for their values. */
    static final List<String> IGNORED = List.of(
            "BOPURL",
            "h2cPrivatePort",
            "h2cPublicPort",
            "hashCache",
            "hostname",
            "inMemoryDb",
            "metadata",
            "objectStore",
            "privateDependencyEndpoints",
            "privateEndpoints",
            "prometheusGateway");

    /**
     * A text and where it stands in the file.
     *
     * @param text not checked yet
     * @param place a path in the file
     */
    record Entry(String text, String place) {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String path;
    private final Map<Setting, Entry> entries = new EnumMap<>(Setting.class);
    private final Map<Setting, Entry> authorities = new EnumMap<>(Setting.class);
    private final boolean readable;
    private final PlatformResources resources;

    private ClowderFile(String path, Consumer<String> faults) {
        this.path = path;
        ClowderNode root = root(faults);
        this.readable = root != null;
        this.resources = root == null ? PlatformResources.NONE : PlatformResources.read(root);
        if (root != null) {
            readPorts(root);
            readServices(new ClowderServices(root));
            describeResources();
        }
    }

    /** Reads a file; what is wrong in it is a fault, and counts as not set. */
    static ClowderFile read(String path, Consumer<String> faults) {
        return new ClowderFile(path, faults);
    }

    /** False if nothing could be read, so that nothing more needs to be said about what is missing. */
    boolean isReadable() {
        return readable;
    }

    @Nullable
    Entry find(Setting setting) {
        return entries.get(setting);
    }

    /** The authorities of one service, PEM or a path. */
    @Nullable
    Entry authorities(Setting service) {
        return authorities.get(service);
    }

    PlatformResources resources() {
        return resources;
    }

    /** What a fault in this file begins with. */
    String prefix() {
        return Setting.ACG_CONFIG.title() + "=" + path + ": ";
    }

    private @Nullable ClowderNode root(Consumer<String> faults) {
        String invalid = Setting.ACG_CONFIG.title() + "=" + path + " is not valid: ";
        try {
            JsonNode document = MAPPER.readTree(SettingFile.read(path));
            if (document.isObject()) {
                return new ClowderNode(document, "", fault -> faults.accept(prefix() + fault));
            }
            faults.accept(invalid + "the file must hold a JSON object");
        } catch (JsonProcessingException notJson) {
            faults.accept(invalid + "the file must hold JSON" + place(notJson.getLocation()));
        } catch (IOException unreadable) {
            faults.accept(invalid + "must be the path of a file that can be read, but " + unreadable.getMessage());
        }
        return null;
    }

    /** Where, not what: the file holds secrets. */
    private static String place(@Nullable JsonLocation location) {
        return location == null
                ? ""
                : ", which it does not in line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private void readPorts(ClowderNode root) {
        Integer publicPort = root.port("publicPort");
        Integer webPort = root.port("webPort");
        add(Setting.PORT, publicPort == null ? webPort : publicPort, publicPort == null ? "webPort" : "publicPort");
        add(Setting.METRICS_PORT, root.port("metricsPort"), "metricsPort");
        add(Setting.METRICS_PATH, root.text("metricsPath"), "metricsPath");
        add(Setting.TLS_CA_PATH, root.text("tlsCAPath"), "tlsCAPath");
        add(Setting.PRIVATE_PORT, resources.privatePort(), "privatePort");
    }

    private void readServices(ClowderServices services) {
        for (Setting setting : Setting.values()) {
            String app = setting.app();
            ClowderServices.Found found = app == null ? null : services.find(app);
            if (found != null) {
                add(setting, found.url(), found.place());
            }
            if (found != null && found.authorities() != null) {
                authorities.put(setting, new Entry(found.authorities(), found.authoritiesPlace()));
            }
        }
    }

    private void describeResources() {
        add(Setting.FEATURE_FLAGS, resources.featureFlags(), "featureFlags");
        add(Setting.CLOUDWATCH, resources.cloudWatch(), "logging.cloudwatch");
        add(Setting.DATABASE, resources.database(), "database");
        Kafka kafka = resources.kafka();
        if (kafka != null) {
            add(Setting.KAFKA_BROKERS, kafka.shownBrokers(), "kafka.brokers");
            add(Setting.KAFKA_TOPICS, kafka.shownTopics(), "kafka.topics");
        }
    }

    private void add(Setting setting, @Nullable Object value, String place) {
        if (value != null) {
            entries.put(setting, new Entry(value.toString(), place));
        }
    }
}
