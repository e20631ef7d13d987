package io.drift.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.InvalidIdentityException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private static Identity identity(String type, String orgId, String... entitlements) {
        return new Identity(
                type,
                orgId,
                "540155",
                "jdoe",
                new Identity.ServiceAccount("client", "service-user"),
                Set.of(entitlements));
    }

    @Test
    void a_name_is_that_of_the_user_else_of_the_program_else_the_type() {
        Identity.ServiceAccount account = new Identity.ServiceAccount("client", "service-user");

        assertThat(identity("User", "1").name()).isEqualTo("jdoe");
        assertThat(new Identity("ServiceAccount", "1", null, null, account, Set.of()).name())
                .isEqualTo("client");
        assertThat(new Identity("System", "1", null, null, null, Set.of()).name())
                .isEqualTo("System");
        assertThat(new Identity(null, "1", null, null, null, Set.of()).name()).isNull();
    }

    @Test
    void required_permissions_are_parsed_from_texts() {
        assertThat(RequiredPermissions.parse(List.of(List.of("drift:*:*"), List.of("drift:comparisons:read"))))
                .isEqualTo(RequiredPermissions.READ_COMPARISONS);
    }

    @Nested
    class A_permission {

        @ParameterizedTest
        @CsvSource({
            "drift:comparisons:read, drift:comparisons:read, true",
            "drift:comparisons:*, drift:comparisons:read, true",
            "drift:*:read, drift:comparisons:read, true",
            "drift:*:*, drift:comparisons:read, true",
            "*:*:*, drift:comparisons:read, true",
            "*:*:*, drift:*:*, true",
            "drift:comparisons:write, drift:comparisons:read, false",
            "drift:notifications:*, drift:comparisons:read, false",
            "inventory:*:*, drift:comparisons:read, false",
            // what is required is not a pattern
            "drift:comparisons:read, drift:*:*, false",
            "drift:comparisons:*, drift:*:*, false",
            // three segments or word for word
            "*, drift:comparisons:read, false",
            "drift:*, drift:comparisons:read, false",
            "*:*:*:*, drift:comparisons:read, false",
            "drift:comparisons:, drift:comparisons:read, false",
            "drift:comp*:read, drift:comparisons:read, false",
            "drift:read, drift:read, true",
            "'', drift:comparisons:read, false"
        })
        void covers_what_is_equal_or_granted_by_a_star(String granted, String required, boolean covers) {
            assertThat(new Permission(granted).covers(new Permission(required))).isEqualTo(covers);
            assertThat(new Permission(granted)).hasToString(granted);
        }
    }

    @Nested
    class Required_permissions {

        private static List<Permission> permissions(String texts) {
            return Stream.of(texts.split(" ")).map(Permission::new).toList();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "drift:comparisons:read",
                    "drift:*:*",
                    "drift:comparisons:*",
                    "drift:*:read",
                    "*:*:*",
                    "inventory:*:* drift:comparisons:read"
                })
        void let_pass_who_has_one_alternative(String granted) {
            assertThatNoException().isThrownBy(() -> RequiredPermissions.READ_COMPARISONS.check(permissions(granted)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "inventory:*:*", "drift:comparisons:write drift:baselines:read"})
        void stop_everybody_else(String granted) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> RequiredPermissions.READ_COMPARISONS.check(permissions(granted)))
                    .withMessage("user does not have access to [['drift:*:*'], ['drift:comparisons:read']]");
        }

        @Test
        void need_all_of_an_alternative() {
            RequiredPermissions both = new RequiredPermissions(List.of(permissions("a:b:c d:e:f")));

            assertThatNoException().isThrownBy(() -> both.check(permissions("d:e:* a:b:c")));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> both.check(permissions("a:b:c")))
                    .withMessage("user does not have access to [['a:b:c', 'd:e:f']]");
        }

        @Test
        void require_something() {
            assertThatIllegalArgumentException().isThrownBy(() -> new RequiredPermissions(List.of()));
            assertThatIllegalArgumentException().isThrownBy(() -> new RequiredPermissions(List.of(List.of())));
        }
    }

    @Nested
    class An_entitlement {

        @Test
        void lets_pass_who_has_it() {
            assertThatNoException()
                    .isThrownBy(() -> Entitlement.INSIGHTS.check(identity("User", "1", "insights", "other")));
            assertThatNoException()
                    .isThrownBy(() -> Entitlement.SMART_MANAGEMENT.check(identity("User", "1", "smart_management")));
        }

        @Test
        void stops_who_does_not_have_it() {
            assertThatExceptionOfType(InvalidIdentityException.class)
                    .isThrownBy(() -> Entitlement.SMART_MANAGEMENT.check(identity("User", "1", "insights")))
                    .withMessage("Entitlement not found for account/org.");
        }
    }

    @Nested
    class An_identity {

        @Test
        void prints_neither_names_nor_the_header() {
            Identity identity = identity("User", "5318290", "insights");
            Caller caller = new Caller(identity, "c2VjcmV0");

            assertThat(identity).hasToString("Identity[type=User, orgId=5318290]");
            assertThat(caller).hasToString("Caller[Identity[type=User, orgId=5318290]]");
            assertThat(Caller.LOCAL).hasToString("Caller[local]");
            assertThat(new Caller(null, "c2VjcmV0").toString()).doesNotContain("c2VjcmV0");
        }

        @Test
        void takes_an_empty_org_id_for_none() {
            assertThat(identity("User", "").orgId()).isNull();
            assertThat(identity("User", null).orgId()).isNull();
            assertThat(identity("User", "1").orgId()).isEqualTo("1");
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {"Associate, true", "associate, false", "User, false", "-, false"})
        void is_an_associate_in_exactly_that_case(String type, boolean associate) {
            assertThat(identity(type, "1").isAssociate()).isEqualTo(associate);
        }

        @Test
        void cannot_be_changed_afterwards() {
            Set<String> entitlements = new HashSet<>();
            Identity identity = new Identity("User", "1", null, null, null, entitlements);
            entitlements.add("insights");

            assertThat(identity.isEntitledTo("insights")).isFalse();
        }
    }
}
