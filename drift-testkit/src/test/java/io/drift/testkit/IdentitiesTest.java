package io.drift.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.access.Caller;
import io.drift.core.access.Identity;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    @Test
    void a_sentence_becomes_a_caller() {
        Caller caller = Identities.user("tester")
                .inOrg("42")
                .withAccount("7")
                .entitledTo("insights")
                .caller();

        Identity identity = caller.identity();
        assertThat(identity.type()).isEqualTo("User");
        assertThat(identity.userName()).isEqualTo("tester");
        assertThat(identity.orgId()).isEqualTo("42");
        assertThat(identity.accountNumber()).isEqualTo("7");
        assertThat(identity.isEntitledTo("insights")).isTrue();
        assertThat(identity.isEntitledTo("smart_management")).isFalse();
    }

    @Test
    void the_header_says_the_same_in_base64() {
        String header = Identities.user("tester").inOrg("42").caller().forwardedHeader();

        assertThat(new String(Base64.getDecoder().decode(header), UTF_8))
                .isEqualTo("{\"entitlements\":{\"insights\":{\"is_entitled\":true}},"
                        + "\"identity\":{\"type\":\"User\",\"org_id\":\"42\",\"user\":{\"username\":\"tester\"}}}");
    }

    @Test
    void staff_belongs_to_no_organisation() {
        Identity associate = Identities.associate().identity();

        assertThat(associate.isAssociate()).isTrue();
        assertThat(associate.orgId()).isNull();
        assertThat(associate.entitlements()).isEmpty();
    }

    @Test
    void a_service_account_has_a_client_id() {
        IdentityBuilder program = Identities.serviceAccount("b69eaf9e");

        assertThat(program.identity().serviceAccount().clientId()).isEqualTo("b69eaf9e");
        assertThat(program.asJson())
                .contains("\"client_id\":\"b69eaf9e\"")
                .contains("\"username\":\"service-account-b69eaf9e\"");
    }
}
