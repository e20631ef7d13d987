package io.drift.http;

import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.DriftException;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.error.UnavailableException;
import io.drift.json.NotFoundReader;
import io.drift.json.ProblemReader;
import io.drift.json.UnreadableJsonException;
import java.time.Duration;
import java.util.Locale;

/**
 * A service of the platform, and what it means if a service refuses, fails or does not answer (Q18 to Q20).
 *
 * <pre>{@code
 * Map<Service, Long> calls = new ConcurrentHashMap<>();
 * CallObserver observer = (service, took, outcome) -> calls.merge(service, 1L, Long::sum);
 * }</pre>
 */
public enum Service {
    /** The host inventory. */
    INVENTORY("inventory"),
    /** The baseline service. */
    BASELINES("baseline service"),
    /** The service of historical profiles. */
    HISTORICAL_PROFILES("historical profile service"),
    /** The service that knows permissions. */
    RBAC("permission service") {
        @Override
        DriftException refusal(int status, String body, FailedCall call) {
            return switch (status) {
                case UNAUTHORIZED, FORBIDDEN ->
                    new AccessDeniedException("request to retrieve permissions from RBAC was forbidden");
                case BAD_REQUEST ->
                    ProblemReader.readDetail(body)
                            .map(detail -> notServed(detail, call))
                            .orElseGet(() -> failure(call));
                default -> failure(call);
            };
        }

        @Override
        DriftException unreadable(UnreadableJsonException.Reason reason, FailedCall call) {
            return failure(call);
        }

        @Override
        DriftException late(FailedCall call) {
            return late("Request to RBAC timed out", call);
        }
    };

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private static final String USELESS = "Error received from backend service";
    private static final int LONGEST_DETAIL = 500;
    /** How soon it is worth to ask a service again whose queue is full. */
    private static final Duration OVERLOADED_FOR = Duration.ofSeconds(2);

    private final String words;

    Service(String words) {
        this.words = words;
    }

    /** What logs and failures call it: inventory, baselines, historical-profiles or rbac. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An answer with another status than 200. */
    DriftException refusal(int status, String body, FailedCall call) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> new AccessDeniedException(body);
            case NOT_FOUND ->
                NotFoundReader.readIds(body)
                        .map(ItemNotReturnedException::ofIds)
                        .orElseGet(() -> ItemNotReturnedException.inWords(body));
            default -> failure(call);
        };
    }

    /** An answer that cannot be read. */
    DriftException unreadable(UnreadableJsonException.Reason reason, FailedCall call) {
        return reason == UnreadableJsonException.Reason.WRONG_SHAPE
                ? new ServiceFailureException(id(), "unparsable result returned from service", call)
                : failure(call);
    }

    /** No answer in time (Q29). */
    DriftException late(FailedCall call) {
        return late("the " + words + " did not answer in time", call);
    }

    DriftException late(String message, FailedCall call) {
        DeadlineExceededException late = new DeadlineExceededException(id(), message);
        late.initCause(call);
        return late;
    }

    /** More calls wait for it already than may (Q29). */
    DriftException overloaded() {
        return new UnavailableException(
                id(), OVERLOADED_FOR, "the " + words + " has too many requests at the moment; try again later");
    }

    /** It is not called, because too many calls were not answered (Q47). */
    DriftException broken(Duration retryAfter) {
        return new UnavailableException(
                id(), retryAfter, "the " + words + " does not answer at the moment; try again later");
    }

    /** No answer at all, or a useless one. The call is for the log; callers learn nothing of the service's inside. */
    DriftException failure(FailedCall call) {
        return new ServiceFailureException(id(), USELESS, call);
    }

    /** The service says why it does not answer for this caller, such as for organisations that moved (Q18). */
    DriftException notServed(String detail, FailedCall call) {
        String line = detail.replaceAll("\\p{Cntrl}", " ");
        return new ServiceFailureException(id(), USELESS + ": " + start(line), call);
    }

    /** Not cut within a character: half of one cannot be answered. */
    private static String start(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST_DETAIL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_DETAIL));
    }
}
