package io.drift.clowder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClowderFileTest {

    private static final String INVENTORY = "{'app':'host-inventory','name':'service','hostname':'inv','port':8000}";
    private static final String RBAC = "{'app':'rbac','name':'service','hostname':'rbac','port':8000}";

    @TempDir
    Path folder;

    private static final Set<Setting> PLATFORM = Set.of(Setting.INVENTORY_SVC_URL, Setting.RBAC_SVC_URL);

    private Path file(String json) {
        try {
            return Files.writeString(folder.resolve("cdappconfig.json"), json.replace('\'', '"'));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private LoadedSettings explain(String json, String... environment) {
        Map<String, String> variables = new HashMap<>();
        variables.put("ACG_CONFIG", file(json).toString());
        for (int i = 0; i < environment.length; i += 2) {
            variables.put(environment[i], environment[i + 1]);
        }
        return SettingsLoader.explain(variables, PLATFORM);
    }

    private DriftSettings load(String json) {
        return explain(json).settings();
    }

    private List<String> faults(String json) {
        InvalidSettingsException invalid = catchThrowableOfType(InvalidSettingsException.class, () -> explain(json));
        String prefix = "ACG_CONFIG=" + folder.resolve("cdappconfig.json") + ": ";
        return invalid.faults().stream()
                .map(fault -> fault.startsWith(prefix) ? fault.substring(prefix.length()) : "other: " + fault)
                .toList();
    }

    /** The two services that must be there, and more. */
    private static String with(String... more) {
        return "{'endpoints':[" + INVENTORY + "," + RBAC + "]"
                + String.join("", Arrays.stream(more).map(one -> "," + one).toList()) + "}";
    }

    private static String withInventory(String endpoint, String... more) {
        return with(more).replace(INVENTORY, endpoint);
    }

    private static @Nullable String text(@Nullable ServiceAddress address) {
        return address == null ? null : address.toString();
    }

    private String authority() {
        return Authorities.file(folder).toString();
    }

    @Test
    void the_file_of_the_repository_loads() {
        LoadedSettings loaded = SettingsLoader.explain(
                Map.of("ACG_CONFIG", Path.of("..", "local_cdappconfig.json").toString()), PLATFORM);

        DriftSettings settings = loaded.settings();
        assertThat(settings.server().listen().port()).isEqualTo(8000);
        assertThat(settings.server().metrics()).isEqualTo(new DriftSettings.Metrics(9000, "/metrics"));
        assertThat(settings.platform().services())
                .isEqualTo(new DriftSettings.Services(
                        new ServiceAddress(URI.create("http://localhost:8082"), null),
                        new ServiceAddress(URI.create("http://localhost:8003"), null),
                        new ServiceAddress(URI.create("http://localhost:8004"), null),
                        new ServiceAddress(URI.create("http://localhost:8086"), null)));
        PlatformResources resources = settings.platform().resources();
        assertThat(resources.privatePort()).isEqualTo(10000);
        assertThat(resources.featureFlags()).isEqualTo(new FeatureFlags("http", "non-use-for-now", 4242, null));
        assertThat(resources.cloudWatch()).isNull();
        assertThat(resources.kafka()).isNotNull();
        assertThat(resources.database()).isNull();
        assertThat(loaded.warnings()).isEmpty();
    }

    @Nested
    class Services {

        @Test
        void come_from_the_file_only_and_the_first_of_an_app_counts() {
            LoadedSettings loaded = explain(
                    with().replace(RBAC, RBAC + ",{'app':'rbac','hostname':'other','port':1}"),
                    "BASELINE_SVC_URL",
                    "http://b",
                    "RBAC_SVC_URL",
                    "http://r",
                    "PORT",
                    "nonsense");

            assertThat(text(loaded.settings().platform().services().rbac())).isEqualTo("http://rbac:8000");
            assertThat(loaded.settings().platform().services().baselines()).isNull();
            assertThat(loaded.settings().server().listen().port()).isEqualTo(8000);
            assertThat(loaded.warnings())
                    .containsExactly(
                            "PORT is not used: with ACG_CONFIG only Clowder tells this",
                            "RBAC_SVC_URL is not used: with ACG_CONFIG only Clowder tells this",
                            "BASELINE_SVC_URL is not used: with ACG_CONFIG only Clowder tells this");
        }

        @Test
        void that_are_needed_are_missed() {
            assertThat(faults("{}"))
                    .containsExactly(
                            "endpoints has no usable entry for the app host-inventory: it must be a dependency of the"
                                    + " ClowdApp",
                            "endpoints has no usable entry for the app rbac: it must be a dependency of the ClowdApp,"
                                    + " unless ENABLE_RBAC=False");
        }

        @Test
        void that_the_mode_does_not_need_are_not_missed() {
            DriftSettings settings =
                    SettingsLoader.load(Map.of("ACG_CONFIG", file("{}").toString()), Set.of());
            assertThat(settings.platform().services()).isEqualTo(new DriftSettings.Services(null, null, null, null));
        }

        @Test
        void without_permissions_need_no_rbac() {
            DriftSettings settings = explain("{'endpoints':[" + INVENTORY + "]}", "ENABLE_RBAC", "false")
                    .settings();
            assertThat(settings.platform().services().rbac()).isNull();
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "`'port':8000,'tlsPort':8443`, http://inv:8000",
                    "`'port':8000,'tlsPort':0,'tlsCAPath':'CA'`, http://inv:8000",
                    "`'port':8000,'tlsPort':8443,'tlsCAPath':'CA'`, https://inv:8443 (1 authorities of its own)",
                    "`'port':0,'tlsPort':8443,'tlsCAPath':'CA'`, https://inv:8443 (1 authorities of its own)",
                    "`'port':0,'tlsPort':8443`, https://inv:8443",
                    "`'port':8000,'tlsPort':null,'tlsCAPath':''`, http://inv:8000"
                })
        void have_tls_where_there_are_a_port_and_an_authority(String fields, String expected) {
            String endpoint =
                    "{'app':'host-inventory','hostname':'inv'," + fields.replace("'CA'", "'" + authority() + "'") + "}";
            assertThat(text(load(withInventory(endpoint)).platform().services().inventory()))
                    .isEqualTo(expected);
        }

        @Test
        void have_the_common_authority_unless_they_have_their_own() throws IOException {
            Path two = folder.resolve("two.pem");
            Files.writeString(two, "# two\n" + Authorities.PEM + "\nand\n" + Authorities.PEM);
            String own = INVENTORY.replace("}", ",'tlsPort':1,'tlsCAPath':'" + two + "'}");
            String common = RBAC.replace("}", ",'tlsPort':2}");
            DriftSettings settings =
                    load(withInventory(own, "'tlsCAPath':'" + authority() + "'").replace(RBAC, common));

            assertThat(text(settings.platform().services().inventory()))
                    .isEqualTo("https://inv:1 (2 authorities of its own)");
            assertThat(text(settings.platform().services().rbac()))
                    .isEqualTo("https://rbac:2 (1 authorities of its own)");
        }

        @Test
        void that_nobody_can_reach_are_a_fault() {
            assertThat(faults(withInventory(INVENTORY.replace("8000", "0"))))
                    .contains("endpoints[0].port is not set: there must be a port or a tlsPort from 1 to 65535");
        }
    }

    @Nested
    class Newer_dependencies {

        private DriftSettings newer(String entries) {
            return load(with("'dependencyEndpoints':{'v2':{'host-inventory':{" + entries + "}}}"));
        }

        @Test
        void with_tls_go_first_with_an_authority_as_a_path() {
            DriftSettings settings = newer("'service':{'uri':'http://new:1'},'service_h2c_tls':{'uri':'https://no:1'},"
                    + "'service_tls':{'uri':'https://new:2','ca_certificate':'" + authority() + "'}");
            assertThat(text(settings.platform().services().inventory()))
                    .isEqualTo("https://new:2 (1 authorities of its own)");
        }

        @Test
        void may_have_an_authority_as_a_text() {
            String pem = Authorities.PEM.replace("\n", "\\n");
            DriftSettings settings = newer("'service_tls':{'uri':'https://new:2','ca_certificate':'" + pem + "'}");
            assertThat(text(settings.platform().services().inventory()))
                    .isEqualTo("https://new:2 (1 authorities of its own)");
        }

        @Test
        void are_chosen_by_the_name_that_the_older_list_has() {
            DriftSettings settings =
                    newer("'export_tls':{'uri':'https://export:1'},'service_tls':{'uri':'https://new:2'}");
            assertThat(text(settings.platform().services().inventory())).isEqualTo("https://new:2");
        }

        @Test
        void without_tls_count_where_the_older_list_has_nothing() {
            DriftSettings settings = load("{'dependencyEndpoints':{'v2':{"
                    + "'host-inventory':{'a':{'uri':'http://a:1'},'service':{'uri':'http://new:1'}},"
                    + "'rbac':{'other':{'uri':'http://other:1'}}}}}");
            assertThat(text(settings.platform().services().inventory())).isEqualTo("http://new:1");
            assertThat(text(settings.platform().services().rbac())).isEqualTo("http://other:1");
        }
    }

    @Nested
    class Ports {

        @Test
        void are_the_public_one_else_the_old_one_else_what_the_platform_is_used_to() {
            assertThat(load(with("'publicPort':1,'webPort':2"))
                            .server()
                            .listen()
                            .port())
                    .isEqualTo(1);
            assertThat(load(with("'publicPort':0,'webPort':2"))
                            .server()
                            .listen()
                            .port())
                    .isEqualTo(2);
            assertThat(load(with()).server().listen().port()).isEqualTo(8000);
            assertThat(load(with()).server().metrics()).isEqualTo(new DriftSettings.Metrics(9000, "/metrics"));
            assertThat(load(with("'metricsPort':9100,'metricsPath':'/m'"))
                            .server()
                            .metrics())
                    .isEqualTo(new DriftSettings.Metrics(9100, "/m"));
        }

        @Test
        void must_differ() {
            assertThat(faults(with("'publicPort':9000")))
                    .containsExactly(
                            "other: METRICS_PORT=9000 is not valid: must be another port than that of the API");
        }
    }

    @Nested
    class Resources {

        @Test
        void are_typed_and_do_not_print_what_is_secret() {
            DriftSettings settings = load(with(
                    "'featureFlags':{'hostname':'f','port':443,'scheme':'https','clientAccessToken':'hush1'}",
                    "'logging':{'type':'cloudwatch','cloudwatch':{'accessKeyId':'hush2','secretAccessKey':'hush3',"
                            + "'region':'r','logGroup':'g'}}",
                    "'kafka':{'brokers':[{'hostname':'k','port':9093,'authtype':'sasl','cacert':'PEM','sasl':"
                            + "{'username':'u','password':'hush4','securityProtocol':'OLD','saslMechanism':'SCRAM'}},"
                            + "{'hostname':'l','securityProtocol':'NEW','sasl':{'securityProtocol':'OLD'}}],"
                            + "'topics':[{'requestedName':'a','name':'b'}]}",
                    "'database':{'hostname':'d','port':5432,'name':'n','username':'u','password':'hush5',"
                            + "'adminUsername':'a','adminPassword':'hush6','sslMode':'verify-full','rdsCa':'PEM'}",
                    "'objectStore':{'hostname':7},'inMemoryDb':[],'somethingNew':{'x':1}"));

            PlatformResources found = settings.platform().resources();
            assertThat(found.featureFlags()).isEqualTo(new FeatureFlags("https", "f", 443, "hush1"));
            assertThat(found.cloudWatch()).isEqualTo(new CloudWatch("hush2", "hush3", "r", "g"));
            Kafka.Sasl sasl = new Kafka.Sasl("u", "hush4", "SCRAM");
            Kafka.Sasl empty = new Kafka.Sasl(null, null, null);
            assertThat(found.kafka())
                    .isEqualTo(new Kafka(
                            List.of(
                                    new Kafka.Broker("k", 9093, "sasl", "PEM", sasl, "OLD"),
                                    new Kafka.Broker("l", null, null, null, empty, "NEW")),
                            Map.of("a", "b")));
            assertThat(new Kafka(List.of(), Map.of("a", "b")).topic("a")).isEqualTo("b");
            assertThat(new Kafka(List.of(), Map.of("a", "b")).topic("c")).isEqualTo("c");
            assertThat(found.database())
                    .isEqualTo(new Database("d", 5432, "n", "u", "hush5", "a", "hush6", "verify-full", "PEM"));
            assertThat(settings.toString()).doesNotContain("hush");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'logging':{'type':'null'}",
                    "'logging':{'type':'null','cloudwatch':{}}",
                    "'logging':{'type':'null','cloudwatch':null}",
                    "'logging':null",
                    "'featureFlags':null"
                })
        void may_be_missing(String section) {
            assertThat(load(with(section)).platform().resources()).isEqualTo(PlatformResources.NONE);
        }

        @Test
        void with_keys_of_cloudwatch_give_one_warning_without_them() {
            LoadedSettings loaded = explain(
                    with("'logging':{'cloudwatch':{'accessKeyId':'hush1','secretAccessKey':'hush2'}}"),
                    "CW_AWS_ACCESS_KEY_ID",
                    "hush3",
                    "CW_AWS_SECRET_ACCESS_KEY",
                    "hush4");
            assertThat(loaded.warnings())
                    .singleElement()
                    .asString()
                    .contains("CloudWatch")
                    .doesNotContain("hush");
            assertThat(loaded.toString()).doesNotContain("hush");
        }
    }

    @Nested
    class Nonsense {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = ';',
                value = {
                    "`'publicPort':'8000'`; `publicPort='8000' is not valid: must be a whole number from 0 to 65535`",
                    "`'metricsPort':65536`; `metricsPort=65536 is not valid: must be a whole number from 0 to 65535`",
                    "`'privatePort':1.5`; `privatePort=1.5 is not valid: must be a whole number from 0 to 65535`",
                    "`'metricsPath':'metrics'`; `metricsPath=metrics is not valid: must begin with a slash, like /metrics`",
                    "`'metricsPath':7`; `metricsPath=7 is not valid: must be a text`",
                    "`'logging':[]`; `logging=[...] is not valid: must be an object`",
                    "`'logging':{'cloudwatch':{'secretAccessKey':5}}`; `logging.cloudwatch.secretAccessKey=*** is not valid: must be a text`",
                    "`'kafka':{'brokers':{}}`; `kafka.brokers={...} is not valid: must be a list`",
                    "`'kafka':{'brokers':['b']}`; `kafka.brokers[0]='b' is not valid: must be an object`",
                    "`'kafka':{'topics':[{'name':'b'}]}`; `kafka.topics[0].requestedName is not set: must be a text`",
                    "`'database':{'port':-1,'hostname':'h','name':'n','username':'u'}`; `database.port=-1 is not valid: must be a whole number from 0 to 65535`",
                    "`'featureFlags':{'hostname':'h','scheme':'ftp'}`; `featureFlags.scheme='ftp' is not valid: must be http or https`",
                    "`'tlsCAPath':'/no/such'`; `tlsCAPath=/no/such is not valid: must be a file with PEM certificates, but there is no such file`",
                    "`'dependencyEndpoints':{'v2':{'rbac':{'service_tls':{'uri':'https://u:hush@h'}}}}`; `dependencyEndpoints.v2.rbac.service_tls.uri=https://***@h is not valid: must be a URL like http://inventory.example.com:8080`",
                    "`'dependencyEndpoints':{'v2':{'rbac':{'service_tls':{'uri':'https://h','ca_certificate':'-----BEGIN X'}}}}`; `dependencyEndpoints.v2.rbac.service_tls.ca_certificate=(a text) is not valid: must be a file with PEM certificates, but it holds no certificate`"
                })
        void is_told_with_its_place(String section, String line) {
            assertThat(faults(with(section))).containsExactly(line.replace('\'', '"'));
        }

        @Test
        void in_endpoints_is_told_all_at_once() {
            assertThat(
                            faults(
                                    "{'endpoints':[{'app':'host-inventory','hostname':'a b','port':1},{'app':'rbac','port':'x'},7]}"))
                    .contains(
                            "endpoints[2]=7 is not valid: must be an object",
                            "endpoints[1].hostname is not set: must be a text",
                            "endpoints[1].port=\"x\" is not valid: must be a whole number from 0 to 65535",
                            "endpoints[0]=http://a b:1 is not valid: must be a URL like http://inventory.example.com:8080");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{'password':'hush", "hush", "{} hush", "[]", "", "{'a':'\\u00'}"})
        void instead_of_a_document_is_one_line_without_its_content(String content) {
            assertThat(faults(content))
                    .singleElement()
                    .asString()
                    .contains(" is not valid: the file must hold ")
                    .doesNotContain("hush");
        }

        @Test
        void instead_of_a_path_is_one_line() {
            Map<String, String> reasons = Map.of(
                    folder.toString(),
                    "it is a folder",
                    folder.resolve("none").toString(),
                    "there is no such file",
                    "a\0b",
                    "there is no such file");
            reasons.forEach((path, reason) -> {
                InvalidSettingsException invalid = catchThrowableOfType(
                        InvalidSettingsException.class,
                        () -> SettingsLoader.load(Map.of("ACG_CONFIG", path), PLATFORM));
                assertThat(invalid.faults())
                        .containsExactly("ACG_CONFIG=" + path.replace('\0', ' ')
                                + " is not valid: must be the path of a file that can be read, but " + reason);
            });
        }
    }
}
