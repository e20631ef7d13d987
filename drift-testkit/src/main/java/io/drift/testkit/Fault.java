package io.drift.testkit;

import io.drift.testkit.Delivery.Manner;
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
     * The service answers with a status instead, and a problem document as body.
     *
     * @param status the HTTP status
     * @return the fault
     */
    public static Fault status(int status) {
        return status(status, "{\"status\":" + status + ",\"title\":\"scripted\"}");
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
        return of("drip every " + pause, delivery -> new Delivery(delivery.answer(), Manner.DRIPPING, pause));
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
