package io.drift.server.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a request says what it asks for.
 *
 * @param parameters the query parameters that are known
 * @param hasBody whether it is said in the body
 * @param reading reads a request once, before anybody asks who sent it, and throws a {@link Problem} if its form is
 *     wrong. What it reads is handed out behind the gate, and so is a problem that only an admitted caller is told
 * @param <Q> what a request asks for
 */
record RequestForm<Q>(Set<String> parameters, boolean hasBody, Function<Context, Supplier<Q>> reading) {

    /** Any query parameters, and a body is not looked at. */
    static RequestForm<QueryParameters> ofAnything() {
        return new RequestForm<>(Set.of(), false, request -> () -> new QueryParameters(request.queryString()));
    }

    /** Neither query parameters nor a body. */
    static RequestForm<QueryParameters> ofNothing() {
        return ofQuery(Set.of(), parameters -> parameters);
    }

    /**
     * Query parameters without a body.
     *
     * @param known their names; others are refused
     * @param parse throws a {@link Problem} if a value is of the wrong type
     */
    static <Q> RequestForm<Q> ofQuery(Set<String> known, Function<QueryParameters, Q> parse) {
        return new RequestForm<>(known, false, request -> {
            Q asked = parse.apply(parameters(known, request));
            return () -> asked;
        });
    }

    /**
     * A JSON object as body, without query parameters.
     *
     * @param parse throws a {@link Problem} if a member is of the wrong type
     */
    static <Q> RequestForm<Q> ofJson(Function<Map<?, ?>, Q> parse) {
        return new RequestForm<>(Set.of(), true, request -> {
            parameters(Set.of(), request);
            return JsonBody.read(request, parse);
        });
    }

    /**
     * A body that is read while it arrives, without query parameters.
     *
     * @param parse throws a {@link Problem} if the head of the request says that the body is not one to be read
     */
    static <Q> RequestForm<Q> ofStream(Function<Context, Q> parse) {
        return new RequestForm<>(Set.of(), false, request -> {
            parameters(Set.of(), request);
            Q asked = parse.apply(request);
            return () -> asked;
        });
    }

    /**
     * Query parameters and ids in the path.
     *
     * @param known the names of the parameters; others are refused
     * @param parse throws a {@link Problem} if a value is of the wrong type
     */
    static <Q> RequestForm<Q> ofPathAndQuery(Set<String> known, BiFunction<Context, QueryParameters, Q> parse) {
        return new RequestForm<>(known, false, request -> {
            Q asked = parse.apply(request, parameters(known, request));
            return () -> asked;
        });
    }

    /**
     * Ids in the path and a JSON object as body, without query parameters.
     *
     * @param parse throws a {@link Problem} if a member is of the wrong type
     */
    static <Q> RequestForm<Q> ofPathAndJson(BiFunction<Context, Map<?, ?>, Q> parse) {
        return new RequestForm<>(Set.of(), true, request -> {
            parameters(Set.of(), request);
            return JsonBody.read(request, body -> parse.apply(request, body));
        });
    }

    /**
     * The same form with a check before anybody asks who sent a request. A problem that only an admitted caller is told
     * stays for behind the gate.
     *
     * @param check throws if the request is not to be looked at any further
     */
    RequestForm<Q> checkedEarly(Consumer<Q> check) {
        return new RequestForm<>(parameters, hasBody, request -> {
            Supplier<Q> asked = reading.apply(request);
            try {
                check.accept(asked.get());
            } catch (Problem toldLater) {
                return asked;
            }
            return asked;
        });
    }

    private static QueryParameters parameters(Set<String> known, Context request) {
        QueryParameters parameters = new QueryParameters(request.queryString());
        List<String> unknown = parameters.names().stream()
                .filter(name -> !known.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.badRequest("Extra query parameter(s) " + Quoted.list(unknown) + " not in spec");
        }
        return parameters;
    }
}
