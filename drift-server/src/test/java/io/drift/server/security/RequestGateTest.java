package io.drift.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.access.Caller;
import io.drift.core.access.Entitlement;
import io.drift.core.access.Permission;
import io.drift.core.access.RequiredPermissions;
import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.InvalidIdentityException;
import io.drift.core.port.AccessControl;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGateTest {

    private static final String ENTITLED = "'entitlements':{'insights':{'is_entitled':true}}";
    private static final String USER =
            "{'identity':{'type':'User','org_id':'7','user':{'username':'u'}}," + ENTITLED + "}";
    private static final AccessControl GRANTS_ALL = context -> List.of(new Permission("drift:*:*"));
    private static final AccessControl GRANTS_NOTHING = context -> List.of();
    private static final AccessControl NOBODY_ASKS = context -> {
        throw new AssertionError("nobody should ask for permissions");
    };

    private static Caller admit(AccessControl accessControl, String header, String secret) {
        return new RequestGate(Entitlement.INSIGHTS, accessControl, RequiredPermissions.READ_COMPARISONS, "secret")
                .admit(header, secret, RequestGateTest::context)
                .caller();
    }

    private static RequestContext context(Caller caller) {
        return new RequestContext(caller, "request", Instant.MAX, new Cancellation());
    }

    private static String header(String identity) {
        return Base64.getEncoder().encodeToString(identity.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class A_user {

        @Test
        void passes_with_entitlement_permission_and_org_id() {
            Caller caller = admit(GRANTS_ALL, header(USER), null);

            assertThat(caller.identity()).isNotNull();
            assertThat(caller.identity().orgId()).isEqualTo("7");
            assertThat(caller.forwardedHeader()).isEqualTo(header(USER));
        }

        @Test
        void is_asked_for_the_entitlement_before_the_permission() {
            assertThatThrownBy(() -> admit(NOBODY_ASKS, header("{'identity':{'org_id':'7'}}"), null))
                    .isInstanceOf(InvalidIdentityException.class)
                    .hasMessage("Entitlement not found for account/org.");
        }

        @Test
        void is_asked_for_the_permission_before_the_org_id() {
            assertThatThrownBy(() -> admit(GRANTS_NOTHING, header("{'identity':{}," + ENTITLED + "}"), null))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("user does not have access to [['drift:*:*'], ['drift:comparisons:read']]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{'identity':{},", "{'identity':{'org_id':null},", "{'identity':{'org_id':''},"})
        void needs_an_org_id(String beginning) {
            assertThatThrownBy(() -> admit(GRANTS_ALL, header(beginning + ENTITLED + "}"), null))
                    .hasMessage("org id not found on identity token");
        }

        @Test
        void may_have_a_wildcard_in_the_permission() {
            AccessControl wildcard = context -> List.of(new Permission("drift:comparisons:*"));

            assertThat(admit(wildcard, header(USER), null).identity()).isNotNull();
        }

        @Test
        void needs_no_permission_where_none_is_checked() {
            assertThat(new RequestGate(Entitlement.INSIGHTS, null, RequiredPermissions.READ_COMPARISONS, null)
                            .admit(header(USER), null, RequestGateTest::context)
                            .caller()
                            .identity())
                    .isNotNull();
        }
    }

    @Nested
    class Exempt {

        @Test
        void is_who_has_the_secret_whatever_the_identity() {
            assertThat(admit(NOBODY_ASKS, "garbage", "secret").identity()).isNull();
            assertThat(admit(NOBODY_ASKS, "garbage", "secret").forwardedHeader())
                    .isEqualTo("garbage");
        }

        @Test
        void is_nobody_with_another_secret() {
            assertThatThrownBy(() -> admit(NOBODY_ASKS, null, "Secret")).hasMessage("identity not found on request");
        }

        @Test
        void is_an_associate() {
            assertThat(admit(NOBODY_ASKS, header("{'identity':{'type':'Associate'}}"), null)
                            .identity())
                    .isNotNull();
        }

        @Test
        void is_a_service_account_from_all_but_permissions() {
            String header = header(
                    "{'identity':{'type':'ServiceAccount','service_account':" + "{'client_id':'c','username':'s'}}}");

            assertThat(admit(GRANTS_ALL, header, null).identity()).isNotNull();
            assertThatThrownBy(() -> admit(GRANTS_NOTHING, header, null)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Nested
    class A_header {

        @Test
        void may_be_url_safe_and_unpadded() {
            String identity = USER.replace("'7'", "'7~~~??>>\u00ff'").replace('\'', '"');
            String header =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(identity.getBytes(StandardCharsets.UTF_8));

            assertThat(header).containsAnyOf("-", "_");
            assertThat(admit(GRANTS_ALL, header, null).identity()).isNotNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"%", "bm90IGpzb24=", "W10=", "NQ==", "bnVsbA==", "e30gZQ==", "e30=!"})
        void that_is_no_json_object_in_base64_is_not_valid(String header) {
            assertThatThrownBy(() -> admit(NOBODY_ASKS, header, null))
                    .isInstanceOf(InvalidIdentityException.class)
                    .hasMessage("identity header is not valid");
        }

        @Test
        void that_does_not_say_who_asks_is_not_valid_either() {
            assertThatThrownBy(() -> admit(NOBODY_ASKS, header("{'identity':null," + ENTITLED + "}"), null))
                    .hasMessage("identity header is not valid");
        }

        @Test
        void that_is_empty_counts_as_absent() {
            assertThatThrownBy(() -> admit(NOBODY_ASKS, "", null)).hasMessage("identity not found on request");
        }

        @ParameterizedTest
        @ValueSource(strings = {"'true'", "1", "null", "false", "{}"})
        void entitles_only_with_true(String flag) {
            String header = header("{'identity':{},'entitlements':{'insights':{'is_entitled':" + flag + "}}}");

            assertThatThrownBy(() -> admit(NOBODY_ASKS, header, null))
                    .hasMessage("Entitlement not found for account/org.");
        }
    }
}
