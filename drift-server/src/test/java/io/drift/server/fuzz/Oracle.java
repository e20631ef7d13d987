package io.drift.server.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.web.ApiDocuments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what must be true of every answer, whatever was asked and whatever the services said. */
final class Oracle {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectMapper STRICT = JSON.copyWith(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /** What the server answers by itself to a head that it cannot accept; no route sees such a request. */
    private static final Set<Integer> REFUSED_HEADS = Set.of(400, 413, 414, 417, 426, 431, 501, 505);

    /** What any path may answer that no document knows: the gate comes first. */
    private static final Set<Integer> UNKNOWN_PATHS = Set.of(400, 403, 404, 405, 408, 500, 503);

    private static final Pattern INTERNALS = Pattern.compile(
            "\\b(?:io\\.drift|java\\.|javax\\.|jakarta\\.|kotlin\\.|okhttp3|okio\\.|"
                    + "org\\.eclipse|com\\.fasterxml|io\\.javalin)|\\w+(?:Exception|Error)\\b|\\bat [a-z]+\\.[a-z]+\\.|StackOverflow|OutOfMemory");

    /** Checking a report against its schema takes longer than making it. */
    private static final int LARGEST_CHECKED_REPORT = 1 << 15;

    private final ApiDocuments documents = new ApiDocuments();

    /** What is wrong with an answer, in words; empty if all is well. */
    List<String> problems(Mutant mutant, String requestLine, WireAnswer answer) {
        if (answer.status() == 0) {
            boolean isWhole = new String(mutant.request(), StandardCharsets.ISO_8859_1).contains("\r\n\r\n");
            return isWhole ? List.of("no answer") : List.of();
        }
        List<String> problems = new ArrayList<>();
        if (!answer.rest().isEmpty() && !answer.rest().startsWith("HTTP/1.1 ") && !isOfUnknownMethod(answer)) {
            problems.add("something follows that is no answer");
        }
        if (answer.headers().containsKey("x-rh-insights-request-id")) {
            problems.addAll(undocumented(mutant, requestLine, answer));
        } else if (!REFUSED_HEADS.contains(answer.status())) {
            problems.add("a refused head is not said to be answered with " + answer.status());
        }
        if (!requestLine.startsWith("HEAD ")) {
            problems.addAll(bodyProblems(mutant, answer, isPassedOn(path(requestLine), answer) ? JSON : STRICT));
        }
        return problems;
    }

    /** Of a first line that it cannot read the server forgets the method too, so it does not know a HEAD, and hangs up. */
    private static boolean isOfUnknownMethod(WireAnswer answer) {
        return (answer.status() == 400 || answer.status() == 505)
                && !answer.headers().containsKey("x-rh-insights-request-id")
                && "close".equals(answer.headers().get("Connection"))
                && answer.rest().matches("\\{\"message\":\"(Bad Request|Drift speaks HTTP/1.1)\"}");
    }

    /** What the baseline service said of itself, as it said it: a key that stands there twice, too. */
    private static boolean isPassedOn(String path, WireAnswer answer) {
        return path.startsWith("/api/drift/admin/status") && answer.status() == 200;
    }

    /** Without what a server does not look at: the origin, and a fragment, which nobody should send. */
    private static String path(String requestLine) {
        String[] words = requestLine.split(" ", 3);
        return words.length < 2
                ? ""
                : words[1].replaceFirst("^http://[^/]*", "").replaceFirst("#.*", "");
    }

    private List<String> undocumented(Mutant mutant, String requestLine, WireAnswer answer) {
        String path = path(requestLine);
        String asked = requestLine.split(" ", 2)[0] + " " + path;
        boolean isChecked = answer.status() != 200 || answer.body().length < LARGEST_CHECKED_REPORT;
        List<String> problems = new ArrayList<>(documents.problems(
                asked,
                answer.status(),
                answer.header("Content-Type"),
                isChecked && !isPassedOn(path, answer) ? answer.body() : new byte[0]));
        problems.addAll(documents.headerProblems(
                asked,
                answer.status(),
                name -> Optional.ofNullable(answer.headers().get(name))));
        if (answer.status() != 200 && !UNKNOWN_PATHS.contains(answer.status()) && !documents.knows(asked)) {
            problems.add("an unknown path is not said to be answered with " + answer.status());
        }
        return problems;
    }

    private static List<String> bodyProblems(Mutant mutant, WireAnswer answer, ObjectMapper json) {
        String type = answer.header("Content-Type");
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(answer.body()))
                    .toString();
            if (type.equals("text/csv")) {
                return answer.status() == 200 ? csvProblems(text) : List.of("CSV with status " + answer.status());
            }
            if (type.endsWith("json")) {
                return jsonProblems(mutant, answer, json.readTree(answer.body()));
            }
            return answer.status() == 200 ? List.of() : List.of("status " + answer.status() + " with " + type);
        } catch (CharacterCodingException notUtf8) {
            return List.of("not UTF-8");
        } catch (IOException notJson) {
            return List.of("not JSON: " + notJson.getMessage());
        }
    }

    private static List<String> jsonProblems(Mutant mutant, WireAnswer answer, JsonNode body) {
        if (answer.status() == 200) {
            return List.of();
        }
        boolean isProblem = answer.header("Content-Type").equals("application/problem+json");
        JsonNode message = isProblem ? body.path("detail") : body.path("message");
        if (!message.isTextual()) {
            return List.of("no message");
        }
        List<String> problems = new ArrayList<>();
        if (isProblem && body.path("status").asInt() != answer.status()) {
            problems.add("the problem is of another status");
        }
        if (answer.body().length > LARGEST_CHECKED_REPORT * 4) {
            problems.add("a message of " + answer.body().length + " bytes");
        }
        Matcher internals = INTERNALS.matcher(message.asText());
        if (internals.find() && !mutant.contains(internals.group())) {
            problems.add("the message tells internals: " + internals.group());
        }
        return problems;
    }

    /** Every record has as many fields as the first one. */
    private static List<String> csvProblems(String text) {
        int fields = 1;
        int expected = -1;
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && c == ',') {
                fields++;
            } else if (!isQuoted && c == '\n') {
                if (expected >= 0 && fields != expected || i == 0 || text.charAt(i - 1) != '\r') {
                    return List.of("a record of CSV is broken at character " + i);
                }
                expected = fields;
                fields = 1;
            }
        }
        return isQuoted || !text.endsWith("\r\n") ? List.of("CSV without an end") : List.of();
    }
}
