package io.drift.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drift.testkit.FakePlatform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recorded case.
 *
 * @param name its name, unique within its corpus
 * @param about what it pins down, in a line
 * @param category the folder that it belongs to
 * @param quirk what is odd about the recorded behaviour; null if nothing is
 * @param envProfile the profile of settings that the server has to run with
 * @param env those settings
 * @param request what is asked
 * @param upstreams what the services answer
 * @param response what is to be answered
 * @param responseIfFixed what is to be answered where several values of a fact stay a list; null for most cases
 * @param leniency what is not compared word for word
 */
public record ConformanceCase(
        String name,
        String about,
        String category,
        @Nullable String quirk,
        String envProfile,
        Map<String, String> env,
        CaseRequest request,
        List<CaseUpstream> upstreams,
        JsonNode response,
        @Nullable JsonNode responseIfFixed,
        Set<Leniency> leniency) {

    /** A part of an error response that may differ. */
    public enum Leniency {
        /** The parts of {@code message} may come in any order. */
        MESSAGE_UNORDERED,
        /** {@code detail} is any text that is not empty. */
        DETAIL_FREE_TEXT;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the collections. */
    public ConformanceCase {
        env = Map.copyOf(env);
        upstreams = List.copyOf(upstreams);
        leniency = Set.copyOf(leniency);
    }

    /**
     * A case from its document.
     *
     * @param file what stands in its file
     * @return the case
     * @throws IllegalArgumentException if the document is not a case
     */
    public static ConformanceCase of(JsonNode file) {
        List<CaseUpstream> upstreams = new ArrayList<>();
        file.path("upstreams").forEach(upstream -> upstreams.add(CaseUpstream.of(upstream)));
        return new ConformanceCase(
                required(file, "name").asText(),
                file.path("about").asText(),
                file.path("category").asText(),
                file.path("quirk").textValue(),
                file.path("env_profile").asText("default"),
                texts(file.path("env")),
                CaseRequest.of(required(file, "request")),
                upstreams,
                required(file, "response"),
                file.get("response_if_fixed"),
                leniencyOf(file.path("compare")));
    }

    static JsonNode required(JsonNode object, String key) {
        if (!object.hasNonNull(key)) {
            throw new IllegalArgumentException("a case needs " + key);
        }
        return object.get(key);
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
        return texts;
    }

    private static Set<Leniency> leniencyOf(JsonNode compare) {
        return Arrays.stream(Leniency.values())
                .filter(one -> compare.path(one.key()).asBoolean())
                .collect(Collectors.toSet());
    }

    /**
     * This case as it should be where several values of a fact stay a list.
     *
     * @return a case with the other response; empty if the case does not have one
     */
    public Optional<ConformanceCase> ifFixed() {
        return Optional.ofNullable(responseIfFixed)
                .map(fixed -> new ConformanceCase(
                        name, about, category, quirk, envProfile, env, request, upstreams, fixed, fixed, leniency));
    }

    /**
     * Makes a platform answer what the services of this case answer, and nothing else.
     *
     * @param platform a platform; what it was told and asked before is forgotten
     */
    public void prepare(FakePlatform platform) {
        platform.reset();
        platform.strict();
        upstreams.forEach(upstream -> platform.answer(upstream.service(), upstream.path(), upstream.answer()));
    }

    /**
     * Compares what was answered with what is to be.
     *
     * @param status the status
     * @param headers the headers, names in any case
     * @param body the body
     * @return what is wrong, in words; empty if all is well
     */
    public List<String> check(int status, Map<String, List<String>> headers, byte[] body) {
        return new ResponseCheck(response, leniency).problems(status, headers, body);
    }

    /**
     * Checks what was called, after the request was answered.
     *
     * @param platform the platform that was prepared
     * @return calls that the case does not foresee, and headers that calls lacked; empty if all is well
     */
    public List<String> checkCalls(FakePlatform platform) {
        return CaseUpstream.problems(upstreams, platform.calls());
    }

    /** The category and the name. */
    @Override
    public String toString() {
        return category + "/" + name;
    }
}
