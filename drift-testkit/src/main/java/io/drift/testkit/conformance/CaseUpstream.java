package io.drift.testkit.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.drift.testkit.PlatformCall;
import io.drift.testkit.PlatformService;
import io.drift.testkit.ScriptedAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a service answers to one call.
 *
 * @param service the service
 * @param method the method that is to be used
 * @param path path and query
 * @param answer what it answers
 * @param expectedHeaders what the call must carry
 */
public record CaseUpstream(
        PlatformService service,
        String method,
        String path,
        ScriptedAnswer answer,
        Map<String, String> expectedHeaders) {

    private static final Map<String, PlatformService> SERVICES = Map.of(
            "inventory", PlatformService.INVENTORY,
            "baseline", PlatformService.BASELINES,
            "hsp", PlatformService.HISTORICAL_PROFILES,
            "rbac", PlatformService.RBAC);

    private static final ObjectWriter SPACED = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEntrySpacing(Separators.Spacing.AFTER)
                            .withArrayValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator("")
                            .withRootSeparator(""))
                    .withObjectIndenter(null)
                    .withArrayIndenter(null));

    /** Copies the headers. */
    public CaseUpstream {
        expectedHeaders = Map.copyOf(expectedHeaders);
    }

    static CaseUpstream of(JsonNode upstream) {
        String name = ConformanceCase.required(upstream, "service").asText();
        PlatformService service = SERVICES.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no such service: " + name);
        }
        return new CaseUpstream(
                service,
                upstream.path("method").asText("GET"),
                ConformanceCase.required(upstream, "path").asText(),
                answerOf(upstream),
                ConformanceCase.texts(upstream.path("expect_request_headers")));
    }

    private static ScriptedAnswer answerOf(JsonNode upstream) {
        ScriptedAnswer answer = upstream.path("drop").asBoolean() ? ScriptedAnswer.dropped() : withBody(upstream);
        return answer.after(Duration.ofMillis(upstream.path("delay_ms").asLong()));
    }

    private static ScriptedAnswer withBody(JsonNode upstream) {
        int status = upstream.path("status").asInt(200);
        ScriptedAnswer answer = upstream.has("text")
                ? ScriptedAnswer.text(status, upstream.get("text").asText())
                : ScriptedAnswer.json(status, upstream.has("body") ? spaced(upstream.get("body")) : "null");
        return upstream.hasNonNull("content_type")
                ? answer.as(upstream.get("content_type").asText())
                : answer;
    }

    /** A blank behind each comma and colon, as the recorded services wrote: an error's text is passed on as it is. */
    private static String spaced(JsonNode body) {
        try {
            return SPACED.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("what was read as JSON can be written", impossible);
        }
    }

    /** What is wrong with the calls: those that nobody foresees, other methods, headers that are missing. */
    static List<String> problems(List<CaseUpstream> upstreams, List<PlatformCall> calls) {
        List<String> problems = new ArrayList<>();
        calls.stream()
                .filter(call -> !call.isForeseen())
                .forEach(call -> problems.add("a call that the case does not foresee: " + call));
        for (CaseUpstream upstream : upstreams) {
            calls.stream().filter(upstream::isOf).forEach(call -> upstream.addProblems(call, problems));
        }
        return problems;
    }

    private boolean isOf(PlatformCall call) {
        return call.isForeseen() && call.isTo(service, path);
    }

    private void addProblems(PlatformCall call, List<String> problems) {
        if (!call.method().equals(method)) {
            problems.add("expected " + method + ", got " + call);
        }
        expectedHeaders.forEach((name, value) -> {
            if (!value.equals(call.header(name))) {
                problems.add(call + ": expected the request header " + name + " to be " + value + ", got "
                        + call.header(name));
            }
        });
    }
}
