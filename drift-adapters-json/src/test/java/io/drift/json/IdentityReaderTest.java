package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.access.Identity;
import io.drift.json.UnreadableJsonException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityReaderTest {

    private static final String JDOE = "{'identity':{'type':'User','org_id':'42','account_number':7,"
            + "'user':{'username':'jdoe~~~\u00ff\u00ff?'}},'entitlements':{'insights':{'is_entitled':true}}}";

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static IdentityDocument read(String json) throws UnreadableJsonException {
        return IdentityReader.read(Base64.getEncoder().encodeToString(bytes(json)));
    }

    @Test
    void a_user_is_read_from_any_kind_of_base64() throws UnreadableJsonException {
        IdentityDocument jdoe = new IdentityDocument(
                new Identity("User", "42", "7", "jdoe~~~\u00ff\u00ff?", null, Set.of("insights")), true);

        assertThat(Base64.getUrlEncoder().encodeToString(bytes(JDOE))).containsAnyOf("-", "_");
        assertThat(read(JDOE)).isEqualTo(jdoe);
        assertThat(IdentityReader.read(Base64.getUrlEncoder().encodeToString(bytes(JDOE))))
                .isEqualTo(jdoe);
        assertThat(IdentityReader.read(Base64.getEncoder().withoutPadding().encodeToString(bytes(JDOE))))
                .isEqualTo(jdoe);
    }

    @Test
    void a_service_account_needs_its_type_a_client_id_and_a_user_name() throws UnreadableJsonException {
        String whole = "{'identity':{'type':'ServiceAccount','service_account':{'client_id':'c','username':'u'}}}";

        assertThat(read(whole).identity().serviceAccount()).isEqualTo(new Identity.ServiceAccount("c", "u"));
        for (String missing : new String[] {"ServiceAccount", "client_id", "username"}) {
            assertThat(read(whole.replace("'" + missing + "'", "'x'"))
                            .identity()
                            .serviceAccount())
                    .as(missing)
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'true'", "1", "null", "false", "[true]"})
    void only_true_counts_as_an_entitlement(String flag) throws UnreadableJsonException {
        String json = "{'identity':{},'entitlements':{'insights':{'is_entitled':" + flag + "},'other':true}}";

        assertThat(read(json).identity().entitlements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'identity':null}", "{'identity':'x'}", "{'identity':[]}"})
    void without_an_identity_it_is_not_complete(String json) throws UnreadableJsonException {
        assertThat(read(json))
                .isEqualTo(new IdentityDocument(new Identity(null, null, null, null, null, Set.of()), false));
        assertThat(read("{'identity':{}}").isComplete()).isTrue();
    }

    @Test
    void what_is_neither_a_text_nor_a_number_is_none() throws UnreadableJsonException {
        Identity identity = read("{'identity':{'type':'','org_id':['7'],'account_number':true,'user':'jdoe'}}")
                .identity();

        assertThat(identity).isEqualTo(new Identity(null, null, null, null, null, Set.of()));
    }

    @Test
    void numbers_are_told_as_they_are() throws UnreadableJsonException {
        assertThat(read("{'identity':{'org_id':12345678901234567890,'account_number':1.5}}")
                        .identity())
                .isEqualTo(new Identity(null, "12345678901234567890", "1.5", null, null, Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "{'secret':1}{}", "{'secret'", "", "null"})
    void what_is_not_json_is_refused_without_being_quoted(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableJsonException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    @Test
    void what_is_not_base64_or_not_an_object_is_refused() {
        assertThatThrownBy(() -> IdentityReader.read("s%cret"))
                .isInstanceOfSatisfying(
                        UnreadableJsonException.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(Reason.NOT_JSON))
                .hasMessage("the identity is not in base64")
                .hasNoCause();
        assertThatThrownBy(() -> read("[]"))
                .isInstanceOfSatisfying(
                        UnreadableJsonException.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(Reason.WRONG_SHAPE));
    }
}
