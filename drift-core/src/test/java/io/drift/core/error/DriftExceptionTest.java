package io.drift.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftExceptionTest {

    @Test
    void a_failure_knows_its_service_and_its_cause() {
        IOException cause = new IOException("connection refused");

        assertThat(new ServiceFailureException("inventory", "Error received from backend service", cause))
                .hasMessage("Error received from backend service")
                .hasCause(cause)
                .extracting(ServiceFailureException::service)
                .isEqualTo("inventory");
        assertThat(new DeadlineExceededException("rbac", "Request to RBAC timed out").service())
                .isEqualTo("rbac");
    }

    @Test
    void items_that_were_not_returned_are_named_or_told_of_in_words() {
        assertThat(ItemNotReturnedException.ofIds(List.of("a", "b")))
                .hasMessage("ids [a, b] not available to display")
                .extracting(ItemNotReturnedException::ids)
                .isEqualTo(List.of("a", "b"));
        assertThat(ItemNotReturnedException.inWords("gone"))
                .hasMessage("gone")
                .extracting(ItemNotReturnedException::ids)
                .isEqualTo(List.of());
    }

    @Test
    void a_failure_told_in_other_words_keeps_its_kind_and_data() {
        List<DriftException> failures = List.of(
                new InvalidQueryException("a"),
                new InvalidIdentityException("a"),
                new AccessDeniedException("a"),
                new ServiceFailureException("inventory", "a"),
                new UnavailableException("history", Duration.ofSeconds(5), "a"),
                new DeadlineExceededException("rbac", "a"),
                ItemNotReturnedException.ofIds(List.of("1")));

        assertThat(failures).extracting(DriftException::kind).containsExactly(DriftException.Kind.values());
        for (DriftException failure : failures) {
            assertThat(failure.withMessage("b")).hasMessage("b").hasSameClassAs(failure);
        }
        assertThat(((ServiceFailureException) failures.get(3).withMessage("b")).service())
                .isEqualTo("inventory");
        assertThat(((DeadlineExceededException) failures.get(5).withMessage("b")).service())
                .isEqualTo("rbac");
        assertThat(((UnavailableException) failures.get(4).withMessage("b")).retryAfter())
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(((ItemNotReturnedException) failures.get(6).withMessage("b")).ids())
                .containsExactly("1");
    }

    @Test
    void items_that_were_not_returned_survive_serialisation_without_their_ids()
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(ItemNotReturnedException.ofIds(List.of("a")));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ItemNotReturnedException read = (ItemNotReturnedException) in.readObject();

            assertThat(read).hasMessage("ids [a] not available to display");
            assertThat(read.ids()).isEmpty();
        }
    }
}
