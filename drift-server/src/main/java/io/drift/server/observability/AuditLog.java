package io.drift.server.observability;

import io.drift.core.access.Caller;
import io.drift.core.access.Identity;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Who asked for what, and how it ended: one line a request on the logger {@code drift.audit}. */
public final class AuditLog {

    private static final Logger AUDIT = LoggerFactory.getLogger("drift.audit");
    private static final String NOBODY = "-";
    private static final int LONGEST = 256;

    private AuditLog() {}

    /**
     * What was asked, and how it ended.
     *
     * @param method the method
     * @param path the path without the query
     * @param ending how it ended: the status of the answer, or {@link #ABORTED}
     * @param failed the services whose failure made the request fail, separated by commas; empty for none
     * @param took from the arrival of the request until its answer was complete
     */
    public record Event(String method, String path, String ending, String failed, Duration took) {

        /** The answer was cut off after it had begun, whichever status it began with. */
        public static final String ABORTED = "aborted";
    }

    /**
     * Writes the line of a request.
     *
     * @param caller who asked; null if that is not known
     * @param event what was asked
     */
    public static void write(@Nullable Caller caller, Event event) {
        String who = inQuotes(who(caller));
        String org = inQuotes(org(caller));
        String method = inQuotes(event.method());
        String path = inQuotes(event.path());
        long ms = event.took().toMillis();
        LoggingEventBuilder line = AUDIT.atInfo()
                .addKeyValue("who", who)
                .addKeyValue("org", org)
                .addKeyValue("method", method)
                .addKeyValue("path", path)
                .addKeyValue("status", event.ending())
                .addKeyValue("ms", ms);
        String failed = inQuotes(event.failed());
        if (!failed.isEmpty()) {
            line = line.addKeyValue("failed", failed);
            failed = " failed=" + failed;
        }
        line.log("who=\"{}\" org=\"{}\" {} {} {} {} ms{}", who, org, method, path, event.ending(), ms, failed);
    }

    /** Without an identity, only the shared secret lets a caller in. */
    private static String who(@Nullable Caller caller) {
        if (caller == null) {
            return NOBODY;
        }
        return caller.identity() == null
                ? "shared secret"
                : Objects.requireNonNullElse(caller.identity().name(), NOBODY);
    }

    private static String org(@Nullable Caller caller) {
        Identity identity = caller == null ? null : caller.identity();
        return identity == null || identity.orgId() == null ? NOBODY : identity.orgId();
    }

    /** Names and paths are other people's words: they must not look like another part of the line. */
    private static String inQuotes(String text) {
        String part = text.replace('"', '?');
        return part.length() > LONGEST ? part.substring(0, LONGEST) + "..." : part;
    }
}
