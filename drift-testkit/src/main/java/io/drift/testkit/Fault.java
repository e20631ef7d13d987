package io.drift.testkit;

import io.drift.testkit.Delivery.Manner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What goes wrong when a service of a {@link FakePlatform} is called. Immutable: {@link #on} and {@link #next} answer a
 * changed fault.
 *
 * <pre>{@code
 * platform.fault(PlatformService.INVENTORY, Fault.reset().once());
 * platform.fault(PlatformService.INVENTORY, Fault.status(503).on("/tags").next(2));
 * platform.fault(PlatformService.BASELINES, Fault.delay(Duration.ofHours(1)));
 * }</pre>
 */
public final class Fault {

    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final String words;
    private final UnaryOperator<Delivery> effect;
    private final String part;
    private final int calls;

    private Fault(String words, UnaryOperator<Delivery> effect, String part, int calls) {
        this.words = words;
        this.effect = effect;
        this.part = part;
        this.calls = calls;
    }

    private static Fault of(String words, UnaryOperator<Delivery> effect) {
        return new Fault(words, effect, "", ALWAYS);
    }

    private static Fault in(Manner manner, String words) {
        return of(words, delivery -> delivery.in(manner));
    }

    /**
     * The service is silent for a while and then answers. To be sure that a client runs out of patience, let it be an
     * hour: a platform that is closed waits for nothing.
     *
     * @param wait how long the service takes
     * @return the fault
     */
    public static Fault delay(Duration wait) {
        return of("delay of " + wait, delivery -> delivery.after(wait));
    }

    /**
     * The service takes the request and closes the connection without a word.
     *
     * @return the fault
     */
    public static Fault drop() {
        return in(Manner.DROPPED, "drop");
    }

    /**
     * The service takes the request and resets the connection (RST), as one does that crashes.
     *
     * @return the fault
     */
    public static Fault reset() {
        return in(Manner.RESET, "reset");
    }

    /**
     * The service closes the connection when half of its answer's body is sent. An answer without a body has nothing to
     * cut.
     *
     * @return the fault
     */
    public static Fault truncate() {
        return in(Manner.TRUNCATED, "truncated body");
    }

    /**
     * The service answers with a status instead, and a problem document as body, unless the status allows none.
     *
     * @param status the HTTP status
     * @return the fault
     */
    public static Fault status(int status) {
        boolean isBare = status < 200 || status == 204 || status == 304;
        return status(status, isBare ? "" : "{\"status\":" + status + ",\"title\":\"scripted\"}");
    }

    /**
     * The service answers with a status and a body instead.
     *
     * @param status the HTTP status, 200 too
     * @param body the body, sent as {@code application/json} whatever it is
     * @return the fault
     */
    public static Fault status(int status, String body) {
        return of("status " + status, delivery -> Delivery.of(ScriptedAnswer.json(status, body)));
    }

    /**
     * The service sends something that is not HTTP.
     *
     * @return the fault
     */
    public static Fault garbage() {
        return in(Manner.NOT_HTTP, "garbage");
    }

    /**
     * The service answers with 200 and a body that is not JSON although it says so, as a proxy does with a page of its
     * own.
     *
     * @return the fault
     */
    public static Fault notJson() {
        return of("not JSON", delivery -> Delivery.of(ScriptedAnswer.json(200, "<html>\u0000 {\"results\": [}")));
    }

    /**
     * The service sends the body of its answer byte by byte.
     *
     * @param pause after each byte; more than zero
     * @return the fault
     * @throws IllegalArgumentException if there is no pause
     */
    public static Fault drip(Duration pause) {
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("bytes that drip have a pause between them, not " + pause);
        }
        return of("drip every " + pause, delivery -> delivery.dripping(pause));
    }

    /**
     * The service takes the request and never answers, but keeps the connection. A platform that is closed waits for
     * nothing.
     *
     * @return the fault
     */
    public static Fault silent() {
        return of("silence", delivery -> delivery.after(FOR_EVER));
    }

    /**
     * The service resets the connection (RST) within the head of its answer.
     *
     * @return the fault
     */
    public static Fault resetInHead() {
        return sent("reset in the head", OddAnswers::halfHead, Manner.RESET);
    }

    /**
     * The service resets the connection (RST) when half of its answer's body is sent.
     *
     * @return the fault
     */
    public static Fault resetInBody() {
        return sent("reset in the body", OddAnswers::halfBody, Manner.RESET);
    }

    /**
     * The service declares another length than its body has. What it declares too much is never sent, but the connection
     * stays open; what it sends too much stands in front of the next answer of the connection.
     *
     * @param tooMany how many bytes it declares too many; too few if negative
     * @return the fault
     */
    public static Fault wrongLength(int tooMany) {
        return of(
                "Content-Length wrong by " + tooMany,
                delivery -> delivery.with("Content-Length", Integer.toString(Math.max(0, length(delivery) + tooMany))));
    }

    private static int length(Delivery delivery) {
        return delivery.answer().body().getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * The service repeats the items of its answer without an end, about a megabyte a second, until the caller is gone.
     *
     * @return the fault
     */
    public static Fault endless() {
        return sent("endless answer", OddAnswers::endless, Manner.WHOLE);
    }

    /**
     * The service answers with a status and a problem document, and says when to come again ({@code Retry-After}).
     *
     * @param status the HTTP status, such as 429 or 503
     * @param wait when to come again, in whole seconds
     * @return the fault
     */
    public static Fault overloaded(int status, Duration wait) {
        String seconds = Long.toString(wait.toSeconds());
        return of(
                "status " + status + " with Retry-After " + seconds,
                delivery -> status(status).happensTo(delivery).with("Retry-After", seconds));
    }

    /**
     * The service answers that what is asked for is somewhere else.
     *
     * @param status the HTTP status, such as 301 or 307
     * @param location where it is said to be
     * @return the fault
     */
    public static Fault redirect(int status, URI location) {
        return of(
                "status " + status + " to " + location,
                delivery -> status(status).happensTo(delivery).with("Location", location.toString()));
    }

    /**
     * The service sends an answer 103 (early hints) in front of its answer, as HTTP allows.
     *
     * @return the fault
     */
    public static Fault earlyHints() {
        return in(Manner.AFTER_EARLY_HINTS, "early hints");
    }

    /**
     * The service answers with 200 and an HTML page, as a proxy does that asks for a login.
     *
     * @return the fault
     */
    public static Fault html() {
        ScriptedAnswer page = ScriptedAnswer.json(200, "<!DOCTYPE html><html><body>Log in</body></html>");
        return of("HTML", delivery -> Delivery.of(page.as("text/html")));
    }

    /**
     * The service answers with a status and a body of any bytes instead, and closes the connection.
     *
     * @param status the HTTP status
     * @param contentType the header {@code Content-Type}
     * @param body the body, which need not be text
     * @return the fault
     */
    public static Fault answer(int status, String contentType, byte[] body) {
        ScriptedAnswer head = ScriptedAnswer.json(status, "").as(contentType);
        Sending bytes = OddAnswers.bytes(body.clone());
        return of(
                "status " + status + " with other bytes",
                delivery -> Delivery.of(head).sentBy(bytes));
    }

    /**
     * The values in the items of the service's answer, but those that tell whose an item is, are something else.
     *
     * <pre>{@code
     * Fault.values("NaN");                 // not JSON
     * Fault.values("1e400000");            // JSON, but no double
     * Fault.values("\"\\ud800\"");         // half a character
     * Fault.values("[[[[[]]]]]");          // of another type than expected
     * }</pre>
     *
     * @param json what they all are, sent as it is
     * @return the fault
     */
    public static Fault values(String json) {
        return changed("other values", body -> ChangedText.values(body, json));
    }

    /**
     * The values in the items of the service's answer, but those that tell whose an item is, are no valid UTF-8.
     *
     * @return the fault
     */
    public static Fault invalidUtf8() {
        return of("invalid UTF-8", delivery -> {
            String values = ChangedText.values(delivery.answer().body(), "\"\u00c3(\"");
            return delivery.sentBy(OddAnswers.bytes(values.getBytes(StandardCharsets.ISO_8859_1)));
        });
    }

    /**
     * Every key in the items of the service's answer stands twice in its object, first with null.
     *
     * @return the fault
     */
    public static Fault duplicateKeys() {
        return changed("duplicate keys", ChangedText::keysTwice);
    }

    /**
     * The items of the service's answer have ids that nobody asked for.
     *
     * @return the fault
     */
    public static Fault wrongIds() {
        return changed("wrong ids", ChangedText::otherIds);
    }

    /**
     * Beside the items that were asked for the service's answer has as many of another organisation.
     *
     * @return the fault
     */
    public static Fault otherOrganisations() {
        return changed("items of other organisations", ChangedText::strangersBeside);
    }

    /**
     * The service compresses its answer behind blanks without number, which cost next to nothing on their way.
     *
     * @param mebibytes how many blanks, in MiB
     * @return the fault
     */
    public static Fault gzipBomb(int mebibytes) {
        return sent("gzip bomb of " + mebibytes + " MiB", OddAnswers.gzipBomb(mebibytes), Manner.WHOLE);
    }

    /**
     * Each profile or baseline in the service's answer has many packages more; the service of permissions grants as many.
     * They are made while they are sent.
     *
     * @param count how many
     * @return the fault
     */
    public static Fault packages(int count) {
        return sent(count + " packages", OddAnswers.packages(count), Manner.WHOLE);
    }

    private static Fault sent(String words, Sending sending, Manner manner) {
        return of(words, delivery -> delivery.in(manner).sentBy(sending));
    }

    private static Fault changed(String words, UnaryOperator<String> change) {
        return of(words, delivery -> {
            ScriptedAnswer answer = delivery.answer();
            String body = change.apply(answer.body());
            return delivery.with(new ScriptedAnswer(
                    answer.status(), answer.contentType(), body, answer.delay(), answer.isDropped()));
        });
    }

    /**
     * The same for some paths only.
     *
     * @param pathPart what path and query contain, percent-decoded: an id, or {@code /system_profile}
     * @return the fault
     */
    public Fault on(String pathPart) {
        return new Fault(words, effect, pathPart, calls);
    }

    /**
     * The same for the next call only that it applies to.
     *
     * @return the fault
     */
    public Fault once() {
        return next(1);
    }

    /**
     * The same for the next calls only that it applies to.
     *
     * @param count how many, at least 1
     * @return the fault
     * @throws IllegalArgumentException if it is less than 1
     */
    public Fault next(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a fault applies to at least 1 call, not to " + count);
        }
        return new Fault(words, effect, part, count);
    }

    boolean appliesTo(String path) {
        return path.contains(part);
    }

    int calls() {
        return calls;
    }

    Delivery happensTo(Delivery delivery) {
        return effect.apply(delivery);
    }

    /** Says what goes wrong, where and how often. */
    @Override
    public String toString() {
        return words + (part.isEmpty() ? "" : " on " + part) + (calls == ALWAYS ? "" : ", " + calls + " times");
    }
}
