package io.drift.benchmarks.fleet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Makes up one system. The same seed and number give the same system, however many there are. */
final class SystemWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final long GIBIBYTE = 1L << 30;

    private final Vocabulary names;
    private final int number;
    private final Random random;

    private SystemWriter(Vocabulary names, long seed, int number) {
        this.names = names;
        this.number = number;
        this.random = new Random(seed * 1_000_003 + number);
    }

    static SystemDocuments write(Vocabulary names, long seed, int number) {
        SystemWriter system = new SystemWriter(names, seed, number);
        String id = new UUID(system.random.nextLong(), system.random.nextLong()).toString();
        return new SystemDocuments(
                id,
                json(out -> system.writeHost(id, out)),
                json(out -> system.writeProfile(id, out)),
                json(system::writeTags));
    }

    private interface Writing {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] json(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            writing.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** True in so many of a hundred cases. */
    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String name() {
        // one in twenty hides its name and addresses
        return String.format(Locale.ROOT, hides() ? "host-%04d" : "bench-%04d.example.com", number);
    }

    private boolean hides() {
        return number % 20 == 19;
    }

    private void writeHost(String id, JsonGenerator json) throws IOException {
        json.writeStartObject();
        fields(json, "id", id, "display_name", name(), "fqdn", name(), "account", "1212729", "org_id", "5318290");
        fields(json, "reporter", "puptoo", "created", "2024-03-12T14:45:03.477095+00:00");
        fields(json, "updated", "2024-06-27T01:16:42.264338+00:00");
        fields(json, "stale_timestamp", "2999-01-01T00:00:00+00:00");
        fields(json, "stale_warning_timestamp", "2999-01-08T00:00:00+00:00");
        fields(json, "culled_timestamp", "2999-01-15T00:00:00+00:00");
        json.writeArrayFieldStart("facts");
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeProfile(String id, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeObjectFieldStart("system_profile");
        writeScalars(json);
        list(json, "cpu_flags", names.cpuFlags);
        list(json, "kernel_modules", names.kernelModules);
        list(json, "enabled_services", names.services);
        list(json, "installed_services", names.services);
        writeProcesses(json);
        writePackages(json);
        writeInterfaces(json);
        writeRepositories(json);
        writeObjects(json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeScalars(JsonGenerator json) throws IOException {
        fields(json, "arch", "x86_64", "bios_release_date", "04/01/2014", "bios_vendor", "SeaBIOS");
        fields(json, "bios_version", "1.12.0-2.fc30", "infrastructure_type", "virtual", "cloud_provider", "aws");
        fields(json, "infrastructure_vendor", "kvm", "os_release", chance(80) ? "9.3" : "9.4");
        fields(json, "os_kernel_version", "5.14.0", "tuned_profile", "virtual-guest", "fqdn", name());
        fields(json, "selinux_current_mode", chance(95) ? "enforcing" : "permissive");
        fields(json, "selinux_config_file", "enforcing", "cpu_model", "Intel(R) Xeon(R) CPU E5-2690 0 @ 2.90GHz");
        fields(json, "last_boot_time", day("2024-03-%02dT14:25:13+00:00"));
        fields(json, "captured_date", day("2024-07-%02dT20:21:23+00:00"));
        json.writeNumberField("number_of_cpus", chance(90) ? 4 : 8);
        json.writeNumberField("number_of_sockets", 2);
        json.writeNumberField("cores_per_socket", 2);
        json.writeBooleanField("satellite_managed", false);
        json.writeBooleanField("sap_system", number % 10 == 0);
        json.writeNumberField("system_memory_bytes", chance(90) ? 8 * GIBIBYTE : 33_664_630_784L);
    }

    private String day(String form) {
        return String.format(Locale.ROOT, form, 1 + random.nextInt(28));
    }

    private static void fields(JsonGenerator json, String... namesAndValues) throws IOException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.writeStringField(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private void list(JsonGenerator json, String list, List<String> items) throws IOException {
        json.writeArrayFieldStart(list);
        for (String item : items.subList(0, items.size() * 4 / 5)) {
            if (chance(97)) {
                json.writeString(item);
            }
        }
        json.writeEndArray();
    }

    private void writeProcesses(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("running_processes");
        for (String process : names.processes.subList(0, 113)) {
            for (int times = chance(3) ? 0 : chance(92) ? 1 : 2; times > 0; times--) {
                json.writeString(process);
            }
        }
        json.writeEndArray();
    }

    /** A few packages are installed twice, which the inventory keeps in a list of its own. */
    private void writePackages(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("installed_packages");
        for (Vocabulary.Package one : names.packages.subList(0, 618)) {
            if (chance(97)) {
                json.writeString(chance(8) ? one.other() : one.usual());
            }
        }
        json.writeString(String.format(Locale.ROOT, "gpg-pubkey-%08x-%08x", random.nextInt(), random.nextInt()));
        json.writeString("insights-client-0:3.2.2-1.el9.noarch");
        json.writeEndArray();
        json.writeArrayFieldStart("installed_packages_delta");
        for (Vocabulary.Package one : names.packages.subList(0, 4)) {
            if (chance(50)) {
                json.writeString(one.other());
            }
        }
        json.writeEndArray();
    }

    private void writeInterfaces(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("network_interfaces");
        json.writeStartObject();
        fields(json, "name", "lo", "mac_address", "00:00:00:00:00:00", "state", "UNKNOWN", "type", "loopback");
        addresses(json, "127.0.0.1", "::1", 65536);
        json.writeEndObject();
        // one in twenty lacks an interface that the others have
        for (int nic = 0; nic < (number % 20 == 7 ? 8 : 9); nic++) {
            String octets = nic + "." + number / 250 + "." + (number % 250 + 1);
            json.writeStartObject();
            fields(json, "name", "eth" + nic, "state", chance(90) ? "UP" : "DOWN", "type", "ether");
            fields(
                    json,
                    "mac_address",
                    String.format(Locale.ROOT, "52:54:00:%02x:%02x:%02x", nic, number >> 8, number & 255));
            addresses(
                    json,
                    hides() ? "10.230.230." + (nic + 1) : "10." + octets,
                    String.format(Locale.ROOT, "fe80:0:0:0:5054:ff:fe%02x:%04x", nic, number + 1),
                    chance(95) ? 1500 : 9000);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void addresses(JsonGenerator json, String ipv4, String ipv6, int mtu) throws IOException {
        json.writeNumberField("mtu", mtu);
        json.writeArrayFieldStart("ipv4_addresses");
        json.writeString(ipv4);
        json.writeEndArray();
        json.writeArrayFieldStart("ipv6_addresses");
        json.writeString(ipv6);
        json.writeEndArray();
    }

    private void writeRepositories(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("yum_repos");
        for (int repository = 0; repository < 5; repository++) {
            json.writeStartObject();
            fields(json, "id", "repo" + repository, "name", "Repository " + repository + " for $basearch");
            fields(json, "base_url", "https://cdn.example.com/" + repository);
            json.writeBooleanField("enabled", chance(95));
            json.writeBooleanField("gpgcheck", true);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeObjects(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("systemd");
        json.writeStringField("state", chance(90) ? "running" : "degraded");
        json.writeNumberField("failed", chance(90) ? 0 : 1);
        json.writeNumberField("jobs_queued", 0);
        json.writeEndObject();
        json.writeObjectFieldStart("operating_system");
        json.writeStringField("name", "RHEL");
        json.writeNumberField("major", 9);
        json.writeNumberField("minor", 3);
        json.writeEndObject();
        json.writeObjectFieldStart("ansible");
        fields(json, "controller_version", "4.1.2", "hub_version", chance(90) ? "4.5.1" : "4.5.2");
        json.writeEndObject();
    }

    /** Some systems have the same tag twice. */
    private void writeTags(JsonGenerator json) throws IOException {
        json.writeStartArray();
        tag(json, "group", chance(90) ? "prod" : "other");
        tag(json, "owner", chance(90) ? "team-a" : "other");
        tag(json, "stage", chance(90) ? "live" : "other");
        tag(json, "site", "Brno");
        if (chance(30)) {
            tag(json, "site", "Raleigh");
        }
        json.writeEndArray();
    }

    private static void tag(JsonGenerator json, String key, String value) throws IOException {
        json.writeStartObject();
        fields(json, "namespace", "insights-client", "key", key, "value", value);
        json.writeEndObject();
    }
}
