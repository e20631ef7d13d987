package io.drift.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.drift.core.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RequestContextTest {

    private static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Nested
    class A_deadline {

        private Duration remaining(Instant deadline) {
            return new RequestContext(Caller.LOCAL, "r", deadline, new Cancellation()).remaining(CLOCK);
        }

        @Test
        void leaves_time_until_it_has_passed() {
            assertThat(remaining(NOW.plusMillis(1500))).isEqualTo(Duration.ofMillis(1500));
            assertThat(remaining(NOW)).isZero();
            assertThat(remaining(NOW.minusSeconds(1))).isZero();
        }

        @Test
        void is_unknown_to_local_requests() {
            RequestContext local = RequestContext.local();

            assertThat(local.remaining(CLOCK)).isGreaterThan(Duration.ofDays(365_000));
            assertThat(local.caller()).isEqualTo(Caller.LOCAL);
            assertThat(local.requestId()).isNotEqualTo(RequestContext.local().requestId());
            assertThat(local.cancellation().isCancelled()).isFalse();
        }
    }

    @Nested
    class A_cancellation {

        private final Cancellation cancellation = new Cancellation();
        private final List<String> done = new ArrayList<>();

        @Test
        void runs_all_actions_once() {
            cancellation.onCancel(() -> done.add("a"));
            cancellation.onCancel(() -> done.add("b"));
            assertThat(done).isEmpty();

            cancellation.cancel();
            cancellation.cancel();

            assertThat(done).containsExactly("a", "b");
            assertThat(cancellation.isCancelled()).isTrue();
        }

        @Test
        void runs_the_actions_behind_one_that_fails_too() {
            cancellation.onCancel(() -> {
                throw new IllegalStateException("it fails");
            });
            cancellation.onCancel(() -> done.add("b"));

            assertThatIllegalStateException().isThrownBy(cancellation::cancel).withMessage("it fails");

            assertThat(done).containsExactly("b");
        }

        @Test
        void runs_a_late_action_at_once() {
            cancellation.cancel();
            cancellation.onCancel(() -> done.add("late")).run();

            assertThat(done).containsExactly("late");
        }

        @Test
        void forgets_what_has_ended() {
            Runnable forget = cancellation.onCancel(() -> done.add("a"));
            cancellation.onCancel(() -> done.add("b"));
            forget.run();
            cancellation.cancel();

            assertThat(done).containsExactly("b");
        }
    }
}
