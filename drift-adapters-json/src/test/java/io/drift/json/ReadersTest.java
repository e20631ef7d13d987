package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drift.core.access.Permission;
import io.drift.core.fact.FactName;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.Baseline;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.json.UnreadableJsonException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {

    private static final ProfileReader PROFILES = new ProfileReader(Reading.ARCHIVED);

    private static InputStream json(String text) {
        return new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> texts(RecordedFacts facts) {
        return facts.asMap().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(), entry -> String.valueOf(entry.getValue())));
    }

    @Nested
    class Hosts {

        @Test
        void are_read_from_results_with_what_is_missing_as_null() throws IOException {
            List<HostRecord> hosts = HostReader.readHosts(json("{'total':2,'results':[{'id':'a','display_name':'A',"
                    + "'fqdn':null,'facts':[{'x':1}],'updated':'2021'},{'fqdn':5,'id':'b','groups':{}}]}"));

            assertThat(hosts)
                    .containsExactly(
                            new HostRecord("a", "A", null, "2021", null), new HostRecord("b", null, "5", null, null));
        }

        @Test
        void are_read_from_data_too_and_results_win() throws IOException {
            assertThat(HostReader.readHosts(json("{'data':[{'id':'a'}]}"))).hasSize(1);
            assertThat(HostReader.readHosts(json("{'results':[],'data':[{'id':'a'}]}")))
                    .isEmpty();
        }
    }

    @Nested
    class Profiles {

        @Test
        void of_one_request_share_a_dictionary_and_are_as_from_single_documents() throws IOException {
            String one = "{'results':[{'id':'a','system_profile':{'arch':'x86_64','cpu_flags':['fpu','vme'],"
                    + "'running_processes':['sh','sh'],'installed_packages':['bash-0:5.0-1.x86_64','a-1-1.noarch'],"
                    + "'installed_packages_delta':['bash-0:5.1-1.x86_64']}}]}";
            String two = one.replace("'a'", "'b'").replace("'vme'", "'sse'").replace("5.1-1", "5.2-1");
            ProfileReader reader = PROFILES.ofOneRequest();
            RecordedFacts first = reader.readProfiles(json(one)).get("a").facts();
            assertThatExceptionOfType(UnreadableJsonException.class)
                    .isThrownBy(() -> reader.readProfiles(json(one.substring(0, one.length() - 40))));
            RecordedFacts second = reader.readProfiles(json(two)).get("b").facts();
            RecordedFacts third = reader.readProfiles(json(one)).get("a").facts();

            assertThat(first.asMap()).isEqualTo(third.asMap());
            assertThat(first.asMap())
                    .isEqualTo(PROFILES.readProfiles(json(one)).get("a").facts().asMap());
            assertThat(second.asMap())
                    .isEqualTo(PROFILES.readProfiles(json(two)).get("b").facts().asMap());
        }

        @Test
        void are_recorded_by_system() throws IOException {
            Map<String, RecordedProfile> profiles = PROFILES.readProfiles(json("{'results':["
                    + "{'id':'a','system_profile':{'arch':'x86_64','cpu_flags':['fpu',null,5],'disk_devices':[{}],"
                    + "'captured_date':'2020-01-01T00:00:00+00:00','installed_packages':['bash-0:5.0-1.x86_64']}},"
                    + "{'id':'b','system_profile':{}},{'system_profile':null,'id':'c'},{'id':'d'}]}"));

            assertThat(texts(profiles.get("a").facts()))
                    .containsOnly(
                            Map.entry("arch", "x86_64"),
                            Map.entry("cpu_flags.fpu", "enabled"),
                            Map.entry("cpu_flags.None", "enabled"),
                            Map.entry("cpu_flags.5", "enabled"),
                            Map.entry("installed_packages.bash", "5.0-1.x86_64"));
            assertThat(profiles.get("a").header().capturedDate()).isEqualTo("2020-01-01T00:00:00+00:00");
            assertThat(profiles.values().stream().map(RecordedProfile::exists))
                    .containsExactly(true, false, false, false);
        }

        @Test
        void of_the_past_belong_to_a_system() throws IOException {
            List<HistoricalProfile> profiles = PROFILES.readHistoricalProfiles(json("{'data':[{'id':'p',"
                    + "'inventory_id':'s','display_name':'web','captured_date':'2020-02-02','system_profile':"
                    + "{'fqdn':'web.example.com'}}]}"));

            HistoricalProfile profile = profiles.get(0);
            assertThat(profile.id()).isEqualTo("p");
            assertThat(profile.systemId()).isEqualTo("s");
            assertThat(profile.name()).isEqualTo("web");
            assertThat(profile.capturedDate()).isEqualTo("2020-02-02");
            assertThat(texts(profile.facts())).containsEntry("fqdn", "web.example.com");
        }
    }

    @Nested
    class Tags {

        @Test
        void are_facts_by_system() throws IOException {
            Map<String, RecordedFacts> tags = TagReader.readTags(json("{'results':{'a':["
                    + "{'namespace':'n','key':'k','value':'v'},{'namespace':null,'key':'k','value':''}],'b':null}}"));

            assertThat(texts(tags.get("a")))
                    .containsOnly(Map.entry("tags.n.k", "v"), Map.entry("tags.None.k", "(no value)"));
            assertThat(tags.get("b").asMap()).isEmpty();
        }
    }

    @Nested
    class Baselines {

        @Test
        void count_the_presence_of_a_value() throws IOException {
            Baseline baseline = BaselineReader.readBaselines(json("{'data':[{'id':'b','display_name':'golden',"
                            + "'updated':'u','baseline_facts':[{'name':'arch','value':'x'},{'name':'gone','value':null},"
                            + "{'name':'neither'},{'name':'both','value':1.5,'values':[{'name':'m','value':'v'}]},"
                            + "{'name':'g','values':[{'name':'m','value':['1','2']},{'name':'n'},{'name':'o.p','value':true}]}"
                            + "]}]}"))
                    .get(0);

            assertThat(texts(baseline.facts()))
                    .containsOnly(
                            Map.entry("arch", "x"),
                            Map.entry("both", "1.5"),
                            Map.entry("g.m", "[1, 2]"),
                            Map.entry("g.o.p", "True"));
            assertThat(baseline.facts().asMap())
                    .containsEntry(FactName.of("gone"), null)
                    .hasSize(5);
            assertThat(baseline.name()).isEqualTo("golden");
        }

        @Test
        void of_a_file_may_be_bare_facts() throws IOException {
            Baseline baseline = BaselineReader.readFile(json("[{'name':'arch','value':'x'}]"), "mine")
                    .get(0);

            assertThat(baseline.id()).isEqualTo("mine");
            assertThat(texts(baseline.facts())).containsOnly(Map.entry("arch", "x"));
        }
    }

    @Nested
    class Permissions {

        @Test
        void are_read_without_what_restricts_them() throws IOException {
            AccessPage page = AccessReader.readPage(
                    json("{'data':[{'permission':'drift:*:*','resourceDefinitions':[{'x':1}]}]}"));

            assertThat(page.permissions()).containsExactly(new Permission("drift:*:*"));
            assertThat(page.next()).isNull();
        }

        @Test
        void may_go_on_on_another_page() throws IOException {
            assertThat(AccessReader.readPage(json("{'links':{'next':'/x?offset=10','last':[]},'data':[]}")))
                    .isEqualTo(new AccessPage(List.of(), "/x?offset=10"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{'links':null,", "{'links':{},", "{'links':{'next':null},", "{'links':{'next':''},"})
        void end_on_a_page_without_a_next_one(String beginning) throws IOException {
            assertThat(AccessReader.readPage(json(beginning + "'data':[]}")).next())
                    .isNull();
        }
    }

    @Nested
    class Refusals {

        @ParameterizedTest
        @ValueSource(strings = {"{'detail':'why'}", "{'errors':[1,{'detail':2},{'status':'400','detail':'why'}]}"})
        void say_why_in_two_shapes(String body) {
            assertThat(ProblemReader.readDetail(body.replace('\'', '"'))).contains("why");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "no", "[]", "null", "{'detail':1}", "{'detail':''}", "{'errors':{}}", "{'e':400}"})
        void may_not_say_why(String body) {
            assertThat(ProblemReader.readDetail(body.replace('\'', '"'))).isEmpty();
        }
    }

    @Nested
    class Documents_of_others {

        @ParameterizedTest
        @ValueSource(strings = {"{'a' : [1.50, null],\n 'é':'\\u00e9'}", "[]", "1e999", "null"})
        void are_passed_on_as_they_are(String document) throws IOException {
            assertThat(DocumentReader.readText(json(document))).isEqualTo(document.replace('\'', '"'));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<html>", "{'a':", "{} {}", "nul"})
        void are_refused_if_they_are_not_json(String document) {
            assertThatThrownBy(() -> DocumentReader.readText(json(document)))
                    .isInstanceOf(UnreadableJsonException.class);
        }

        @Test
        void are_refused_if_they_are_endless() {
            assertThatThrownBy(() -> DocumentReader.readText(json("'" + "x".repeat(1 << 20) + "'")))
                    .hasMessage("the document is longer than 1048576 bytes");
        }
    }

    @Nested
    class Files {

        private final SystemReader reader = new SystemReader(Reading.ARCHIVED);

        @Test
        void may_hold_a_host() throws IOException {
            HostDocument host = reader.readAll(json("{'id':'a','display_name':'web','system_profile':{'arch':'x'},"
                            + "'tags':[{'namespace':'n','key':'k','value':'v'}]}"))
                    .get(0);

            assertThat(host.host()).isEqualTo(new HostRecord("a", "web", null, null, null));
            assertThat(texts(host.profile().facts())).containsEntry("arch", "x");
            assertThat(texts(host.tags())).containsOnly(Map.entry("tags.n.k", "v"));
        }

        @Test
        void may_hold_an_answer_with_several() throws IOException {
            assertThat(reader.readAll(json("{'results':[{'id':'a','system_profile':{'arch':'x'}},"
                            + "{'id':'b','system_profile':{'arch':'y'}}]}")))
                    .hasSize(2);
        }

        @Test
        void may_hold_a_bare_profile() throws IOException {
            HostDocument host = reader.readAll(json("{'arch':'x','fqdn':'f'}")).get(0);

            assertThat(host.host()).isNull();
            assertThat(texts(host.profile().facts())).containsEntry("fqdn", "f");
        }

        @Test
        void may_hold_a_historical_profile_of_a_system() throws IOException {
            HostDocument host = reader.readAll(
                            json("{'id':'p','inventory_id':'s','captured_date':'c','system_profile':{'arch':'x'}}"))
                    .get(0);

            assertThat(host.host()).isNotNull().extracting(HostRecord::id).isEqualTo("s");
            assertThat(host.profile().header().capturedDate()).isEqualTo("c");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'id':'a','system_profile':{}}",
                    "{'id':'a','system_profile':null}",
                    "{'id':'a','display_name':'a','fqdn':'f','stale_timestamp':'t'}",
                    "{'id':'a','display_name':'a','fqdn':'f','stale_warning_timestamp':'t','tags':[],'reporter':'r'}",
                    "{'id':'a','display_name':'a','fqdn':'f','updated':'u'}"
                })
        void may_hold_a_host_that_never_uploaded_a_profile(String text) throws IOException {
            HostDocument host = reader.readAll(json(text)).get(0);

            assertThat(host.host()).isNotNull().extracting(HostRecord::id).isEqualTo("a");
            assertThat(host.profile().exists()).isFalse();
        }

        @Test
        void may_hold_a_profile_at_its_root_with_the_keys_of_its_host_around() throws IOException {
            HostDocument host = reader.readAll(json("{'id':'a','stale_timestamp':'t','arch':'x86_64'}"))
                    .get(0);

            assertThat(host.profile().facts().value(FactName.of("arch"))).hasToString("x86_64");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[]",
                    "5",
                    "{}",
                    "{'foo':1}",
                    "{'results':[]}",
                    "{'system_profile':{}}",
                    "{'display_name':'a','fqdn':'f','stale_timestamp':'t'}"
                })
        void must_hold_something_to_compare(String text) {
            UnreadableJsonException unknown =
                    catchThrowableOfType(UnreadableJsonException.class, () -> reader.readFile(json(text)));

            assertThat(unknown.reason()).isEqualTo(Reason.UNKNOWN_DOCUMENT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'results':[5]}",
                    "{'id':'a','system_profile':5}",
                    "{'baseline_facts':[]}",
                    "[{'name':'arch','value':'x'}]"
                })
        void must_hold_a_system_where_one_is_expected(String text) {
            UnreadableJsonException broken =
                    catchThrowableOfType(UnreadableJsonException.class, () -> reader.readAll(json(text)));

            assertThat(broken.reason()).isEqualTo(Reason.WRONG_SHAPE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{'results':[{'id':'a'}", "{'results':[]} x", "{'results':[{]}"})
    void what_is_not_json_is_not_read(String text) {
        UnreadableJsonException broken =
                catchThrowableOfType(UnreadableJsonException.class, () -> HostReader.readHosts(json(text)));

        assertThat(broken.reason()).isEqualTo(Reason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{'x':1}", "{'results':5}", "{'results':null}", "{'results':[5]}", "{'results':[{}]}"})
    void json_of_another_shape_is_not_read(String text) {
        UnreadableJsonException broken =
                catchThrowableOfType(UnreadableJsonException.class, () -> HostReader.readHosts(json(text)));

        assertThat(broken.reason()).isEqualTo(Reason.WRONG_SHAPE);
    }

    @Test
    void ids_that_the_inventory_does_not_know_are_read_from_its_404() {
        assertThat(NotFoundReader.readIds("{\"detail\":\"x\",\"not_found_ids\":[\"a\",\"b\"]}"))
                .contains(List.of("a", "b"));
        assertThat(NotFoundReader.readIds("{\"not_found_ids\":5}")).isEmpty();
        assertThat(NotFoundReader.readIds("gone")).isEmpty();
    }

    @Nested
    class Limits {

        private static UnreadableJsonException broken(String document) {
            return catchThrowableOfType(UnreadableJsonException.class, () -> PROFILES.readProfiles(json(document)));
        }

        @Test
        void are_told_in_plain_words_with_the_place() {
            assertThat(broken("{\n'x':" + "[".repeat(2_000)))
                    .hasMessageStartingWith("it is nested more than 1000 deep in line 2, column ")
                    .extracting(UnreadableJsonException::reason)
                    .isEqualTo(Reason.TOO_LARGE);
            assertThat(broken("{'x':" + "1".repeat(2_000) + "}"))
                    .hasMessageStartingWith("a number has more than 1000 digits in line 1, column ");
            assertThat(broken("{'" + "n".repeat(60_000) + "':1}"))
                    .hasMessageStartingWith("a name has more than 50000 characters in line 1, column ");
            assertThat(broken("{'x':{'y':'" + "t".repeat(20_000_010) + "'},'results':[]}"))
                    .isNull();
            assertThat(broken("{'results':'" + "t".repeat(20_100_000) + "'}")).isNotNull();
        }

        @Test
        void are_told_for_texts_that_are_kept() {
            assertThat(broken("{'results':[{'id':'" + "t".repeat(20_100_000) + "'}]}"))
                    .hasMessageStartingWith("a text has more than 20000000 characters in line 1, column ");
        }

        @Test
        void of_what_a_service_refuses_mean_that_it_does_not_say_why() {
            String deep = "[".repeat(2_000);
            assertThat(ProblemReader.readDetail(deep)).isEmpty();
            assertThat(NotFoundReader.readIds("{\"not_found_ids\":[" + "1".repeat(2_000) + "]}"))
                    .isEmpty();
        }

        @Test
        void are_wide_enough_for_a_document_that_just_keeps_them() throws IOException {
            String deep = "[".repeat(990) + "]".repeat(990);
            assertThat(PROFILES.readProfiles(json("{'results':[{'id':'a','system_profile':{'arch':" + deep
                            + ",'yum_repos':" + deep + "},'z':" + deep + "}]}")))
                    .containsKey("a");
            assertThat(new SystemReader().read("a", "{\"arch\":" + deep + "}")).isNotNull();
        }
    }

    /** A server of one's own says it beside the profile; else nobody would know that a list of packages knows no services. */
    @Test
    void what_was_looked_at_counts_where_everything_counts() throws IOException {
        String answer = "{'results':[{'id':'a','system_profile':{'arch':'x'},'looked_at':{'only':['arch']}}]}";
        assertThat(new ProfileReader(Reading.EXACT)
                        .readProfiles(json(answer))
                        .get("a")
                        .lookedAt())
                .isEqualTo(LookedAt.everything().withOnly(List.of("arch")));
        assertThat(PROFILES.readProfiles(json(answer)).get("a").lookedAt()).isEqualTo(LookedAt.everything());
        assertThatThrownBy(() -> new ProfileReader(Reading.EXACT)
                        .readProfiles(json("{'results':[{'id':'a','system_profile':{},'looked_at':'all'}]}")))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessageContaining("looked_at is not an object");
        String history = "{'data':[{'id':'a','system_profile':{'arch':'x'},'looked_at':{'except':['rpm']}}]}";
        assertThat(new ProfileReader(Reading.EXACT)
                        .readHistoricalProfiles(json(history))
                        .get(0)
                        .profile()
                        .lookedAt())
                .isEqualTo(LookedAt.everything().withExcept(List.of("rpm")));
    }
}
