package io.drift.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent as an identity is told in one of a few sentences, and nothing of it is told back. */
class MalformedIdentityTest {

    private static final int ROUNDS = 20_000;
    private static final Set<String> SENTENCES = Set.of(
            "identity header is not valid",
            "Entitlement not found for account/org.",
            "org id not found on identity token");
    private static final String SOUND =
            "{\"identity\":{\"type\":\"User\",\"org_id\":\"marker7\",\"account_number\":null,"
                    + "\"user\":{\"username\":\"marker8\"},\"service_account\":{\"client_id\":\"c\",\"username\":\"s\"}},"
                    + "\"entitlements\":{\"insights\":{\"is_entitled\":true}}}";
    private static final String[] PIECES = {
        "null",
        "true",
        "1e999",
        "-0",
        "[]",
        "{}",
        "\"\"",
        "\"ServiceAccount\"",
        "{\"identity\":",
        "\u0000",
        "\\ud800",
        "}",
        "]",
        ",",
        ":",
        "9".repeat(1100),
        "[".repeat(1100),
        "\"\\u0000\"",
        "Infinity"
    };

    private static final AccessControl GRANTS_ALL = context -> List.of(new Permission("drift:*:*"));
    private static final RequestGate GATE =
            new RequestGate(Entitlement.INSIGHTS, GRANTS_ALL, RequiredPermissions.READ_COMPARISONS, "secret");

    private static Throwable failure(String header, String secret) {
        return catchThrowable(() -> GATE.admit(header, secret, MalformedIdentityTest::context));
    }

    private static RequestContext context(Caller caller) {
        return new RequestContext(caller, "request", Instant.MAX, new Cancellation());
    }

    private static void assertHarmless(String header) {
        Throwable failure = failure(header, null);
        if (failure != null) {
            assertThat(failure)
                    .as(header)
                    .isInstanceOf(InvalidIdentityException.class)
                    .hasNoCause();
            assertThat(SENTENCES).as(header).contains(failure.getMessage());
        }
        assertThat(failure(header, "secret")).as(header).isNull();
    }

    @Test
    void sound_ones_pass_before_they_are_broken() {
        assertThat(failure(encoded(SOUND.getBytes(StandardCharsets.UTF_8)), null))
                .isNull();
    }

    @Test
    void json_that_was_broken_is_harmless() {
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder json = new StringBuilder(SOUND);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int from = random.nextInt(json.length());
                int to = Math.min(json.length(), from + random.nextInt(20));
                json.replace(from, to, PIECES[random.nextInt(PIECES.length)]);
            }
            assertHarmless(encoded(json.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void bytes_that_were_broken_are_harmless() {
        Random random = new Random(2);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = SOUND.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertHarmless(encoded(bytes));
        }
    }

    @Test
    void base64_that_was_broken_is_harmless() {
        Random random = new Random(3);
        String sound = encoded(SOUND.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder header = new StringBuilder(sound);
            header.setCharAt(random.nextInt(header.length()), (char) (1 + random.nextInt(255)));
            assertHarmless(header.substring(0, 1 + random.nextInt(header.length())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "7", "\"x\"", "[]", "{}", "[{\"insights\":{\"is_entitled\":true}}]"})
    void entitlements_of_another_kind_are_none(String entitlements) {
        String json = "{\"identity\":{\"org_id\":\"7\"},\"entitlements\":" + entitlements + "}";

        assertThat(failure(encoded(json.getBytes(StandardCharsets.UTF_8)), null))
                .hasMessage("Entitlement not found for account/org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "[]", "[\"7\"]", "{\"x\":\"7\"}", "null", "\"\""})
    void an_org_id_of_another_kind_is_none(String orgId) {
        String json =
                "{\"identity\":{\"org_id\":" + orgId + "},\"entitlements\":{\"insights\":{\"is_entitled\":true}}}";

        assertThat(failure(encoded(json.getBytes(StandardCharsets.UTF_8)), null))
                .hasMessage("org id not found on identity token");
    }

    @Test
    void an_empty_secret_is_none() {
        RequestGate gate = new RequestGate(Entitlement.INSIGHTS, GRANTS_ALL, RequiredPermissions.READ_COMPARISONS, "");

        assertThatThrownBy(() -> gate.admit(null, "", MalformedIdentityTest::context))
                .hasMessage("identity not found on request");
    }

    @Test
    void other_permissions_can_be_required() {
        RequiredPermissions required = new RequiredPermissions(List.of(List.of(new Permission("fleet:facts:read"))));
        RequestGate gate = new RequestGate(Entitlement.INSIGHTS, GRANTS_ALL, required, null);

        assertThatThrownBy(() -> gate.admit(
                        encoded(SOUND.getBytes(StandardCharsets.UTF_8)), null, MalformedIdentityTest::context))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("user does not have access to [['fleet:facts:read']]");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
