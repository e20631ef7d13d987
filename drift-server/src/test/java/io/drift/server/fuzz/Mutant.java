package io.drift.server.fuzz;

import io.drift.testkit.FakePlatform;
import io.drift.testkit.Fault;
import io.drift.testkit.PlatformService;
import io.drift.testkit.conformance.CaseUpstream;
import io.drift.testkit.conformance.ConformanceCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A recorded case with something changed in its request, or in what the services answer.
 *
 * @param seed the seed it comes from
 * @param number its number among those of the seed
 * @param original the case
 * @param request the whole request as it goes over the wire
 * @param answers the answers of services that were changed
 */
record Mutant(long seed, int number, ConformanceCase original, byte[] request, List<Answer> answers) {

    private static final List<Integer> STATUSES =
            List.of(100, 101, 201, 204, 206, 301, 304, 400, 401, 403, 404, 404, 429, 500, 503, 504, 599, 999);
    private static final List<String> CONTENT_TYPES =
            List.of("text/html", "application/json; charset=utf-16", "application/problem+json", "x");
    private static final int MOST_CHANGES = 3;

    /** What a service answers to the calls of a path. */
    record Answer(PlatformService service, String path, int status, String contentType, byte[] body) {

        static Answer changed(CaseUpstream upstream, Random random) {
            byte[] body = upstream.answer().body().getBytes(StandardCharsets.UTF_8);
            int status = upstream.answer().status();
            String type = upstream.answer().contentType();
            int what = random.nextInt(20);
            return new Answer(
                    upstream.service(),
                    upstream.path(),
                    what == 0 || status == 0 ? JsonMutations.any(STATUSES, random) : status,
                    what == 1 ? JsonMutations.any(CONTENT_TYPES, random) : type,
                    what < 2 ? body : JsonMutations.changed(body, random));
        }

        void give(FakePlatform platform) {
            platform.fault(service, Fault.answer(status, contentType, body).on(path));
        }
    }

    /** The mutant of a number, always the same one. */
    static Mutant of(long seed, int number, List<ConformanceCase> cases) {
        // neighbours would begin with nearly the same random numbers
        Random random = new Random(seed * 1_000_003 + number * 0x9E3779B97F4A7C15L);
        ConformanceCase original = JsonMutations.any(cases, random);
        RequestDraft request = new RequestDraft(original.request());
        List<Answer> answers = new ArrayList<>();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            if (random.nextBoolean() || original.upstreams().isEmpty()) {
                request.change(random);
            } else {
                answers.add(Answer.changed(JsonMutations.any(original.upstreams(), random), random));
            }
        }
        return new Mutant(seed, number, original, request.bytes(random), answers);
    }

    /** Makes the services answer. A path that others begin with comes last, so that each call gets its own answer. */
    void prepare(FakePlatform platform) {
        platform.reset();
        original.upstreams()
                .forEach(upstream -> platform.answer(
                        upstream.service(), upstream.path(), upstream.answer().after(Duration.ZERO)));
        answers.stream()
                .sorted(Comparator.comparing((Answer answer) -> -answer.path.length()))
                .forEach(answer -> answer.give(platform));
    }

    /** By which it can be run alone. */
    String name() {
        return seed + ":" + number;
    }

    /** Whether a text stands anywhere in what it says. */
    boolean contains(String text) {
        return asText(request).contains(text)
                || answers.stream().anyMatch(answer -> asText(answer.body).contains(text))
                || original.upstreams().stream()
                        .anyMatch(upstream -> upstream.answer().body().contains(text));
    }

    private static String asText(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "mutant " + name() + " of " + original + "\n--- request\n" + printable(request)
                + answers.stream()
                        .map(answer -> "\n--- " + answer.service + " " + answer.path + " answers " + answer.status + " "
                                + answer.contentType + "\n" + printable(answer.body))
                        .collect(Collectors.joining());
    }

    /** Bytes as a line or several of printable characters. */
    static String printable(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            boolean plain = one >= ' ' && one < 127 || one == '\n';
            text.append(plain ? String.valueOf((char) one) : String.format("\\x%02x", one));
        }
        return text.toString();
    }
}
