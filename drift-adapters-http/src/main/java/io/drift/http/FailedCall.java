package io.drift.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed, in one line for the log: what was called and how it ended, such as {@code GET
 * /api/inventory/v1/hosts/{ids}/tags: status 503}. Headers and query are left out, for they carry credentials, and so are
 * ids, which would only make lines long.
 */
final class FailedCall extends IOException {

    private static final long serialVersionUID = 1L;

    private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern IDS = Pattern.compile(UUID + "(?:(?:,|%2C)" + UUID + ")*");
    private static final int LONGEST_REASON = 200;

    private FailedCall(Request request, String ending, @Nullable Throwable cause) {
        super(inWords(request) + ": " + ending, cause);
    }

    /** What is called, without ids. */
    static String inWords(Request request) {
        return request.method() + " " + IDS.matcher(request.url().encodedPath()).replaceAll("{ids}");
    }

    static FailedCall status(Request request, int status) {
        return new FailedCall(request, "status " + status, null);
    }

    /** An answer that is not what was expected, and why. */
    static FailedCall unreadable(Request request, Throwable why) {
        return new FailedCall(request, "unreadable answer: " + start(String.valueOf(why.getMessage())), why);
    }

    static FailedCall late(Request request, Duration after, IOException reason) {
        return new FailedCall(
                request,
                "timed out after " + seconds(after) + " s (" + start(String.valueOf(reason.getMessage())) + ")",
                reason);
    }

    /** Not begun within its time, because others had to end first. */
    static FailedCall notBegun(Request request, Duration after) {
        return new FailedCall(request, "not called, for its turn did not come within " + seconds(after) + " s", null);
    }

    /** Not even begun, because nobody waits any more. */
    static FailedCall tooLate(Request request) {
        return new FailedCall(request, "not called, for no time was left", null);
    }

    /** No connection, or one that broke before the answer was whole. */
    static FailedCall broken(Request request, IOException reason) {
        String words = String.valueOf(reason.getMessage());
        String ending = words;
        if (reason instanceof ConnectException && reason.getCause() != null) {
            ending = words + " (" + reason.getCause().getMessage() + ")";
        } else if (reason instanceof UnknownHostException) {
            ending = "unknown host " + words;
        } else if (reason instanceof SSLException) {
            ending = "no TLS: " + words;
        }
        return new FailedCall(request, start(ending), reason);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    /** A service may put as much as it likes into a status line. */
    private static String start(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "...";
    }
}
