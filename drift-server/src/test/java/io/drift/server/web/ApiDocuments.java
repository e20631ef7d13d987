package io.drift.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The documents of the APIs, read strictly: a field that a schema does not name must not be there, unless it says
 * that there may be others.
 */
public final class ApiDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getOpenApi30())
                    .keyword(new NonValidationKeyword("components"))
                    .build(),
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Map<String, Operation> operations = new TreeMap<>();
    private final Map<JsonNode, Schema> compiled = new HashMap<>();

    /**
     * What a document says of a path and a method.
     *
     * @param api the whole document
     * @param path the whole path
     * @param method in capitals
     * @param text what it says
     */
    record Operation(JsonNode api, String path, String method, JsonNode text) {

        String name() {
            return method + " " + path;
        }

        JsonNode target(JsonNode node) {
            return node.has("$ref") ? api.at(node.get("$ref").asText().substring(1)) : node;
        }

        boolean matches(String name) {
            return name.matches(name().replaceAll("\\{[a-z]+}", "[^/]+"));
        }

        Stream<JsonNode> queryParameters() {
            return stream(text.path("parameters"))
                    .map(this::target)
                    .filter(one -> one.path("in").asText().equals("query"));
        }
    }

    /** The documents as they are packed. */
    public ApiDocuments() {
        Stream.concat(ApiDocument.ofComparisons("/api/drift").stream(), ApiDocument.OF_OWN_SYSTEMS.stream())
                .map(document -> strict(read(document.file())))
                .forEach(api -> api.path("paths")
                        .properties()
                        .forEach(path -> path.getValue()
                                .properties()
                                .forEach(method -> add(api, path.getKey(), method.getKey(), method.getValue()))));
    }

    private void add(JsonNode api, String path, String method, JsonNode text) {
        JsonNode servers = text.path("servers").isMissingNode() ? api.path("servers") : text.path("servers");
        String server = servers.at("/0/url").asText().replaceFirst("/$", "");
        Operation operation = new Operation(api, server + path, method.toUpperCase(Locale.ROOT), text);
        operations.put(operation.name(), operation);
    }

    private static JsonNode read(String name) {
        try {
            return JSON.readTree(ApiPage.resource(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode strict(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("type").asText().equals("object")
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(ApiDocuments::strict);
        return node;
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** By method and path, such as {@code GET /mgmt/v0/status}. */
    Map<String, Operation> operations() {
        return operations;
    }

    /**
     * What is wrong with an answer.
     *
     * @param request method and path, such as {@code GET /mgmt/v0/status}, perhaps with a query
     * @param status the status
     * @param contentType the content type; empty if it is not known
     * @param body the body; empty if it is not known
     * @return in words; empty if all is well, or if no document knows the path
     */
    public List<String> problems(String request, int status, String contentType, byte[] body) {
        String name = nameOf(request);
        Operation operation = operation(name);
        if (operation == null) {
            return isKnown(name.substring(name.indexOf(' ') + 1)) && status != 405
                    ? List.of("no document knows " + name)
                    : List.of();
        }
        JsonNode response = operation.target(operation.text().at("/responses/" + status));
        if (response.isMissingNode()) {
            return List.of(name + " is not said to answer " + status);
        }
        if (contentType.isEmpty()) {
            return List.of();
        }
        return response.path("content").properties().stream()
                .filter(media -> isSame(media.getKey(), contentType))
                .findFirst()
                .map(media -> problems(operation, media.getKey(), media.getValue(), body))
                .orElse(List.of(name + " is not said to answer " + status + " with " + contentType));
    }

    /**
     * What is wrong with the headers of an answer.
     *
     * @param request method and path, such as {@code GET /mgmt/v0/status}, perhaps with a query
     * @param status the status
     * @param valueOf the value of a header; empty if the answer does not have it
     * @return in words; empty if all is well, or if no document knows the path or the status
     */
    public List<String> headerProblems(String request, int status, Function<String, Optional<String>> valueOf) {
        Operation operation = operation(nameOf(request));
        return operation == null
                ? List.of()
                : headers(operation, status).entrySet().stream()
                        .flatMap(header -> problems(operation, header.getKey(), header.getValue(), valueOf).stream())
                        .toList();
    }

    private List<String> problems(
            Operation operation, String name, JsonNode header, Function<String, Optional<String>> valueOf) {
        Optional<String> value = valueOf.apply(name);
        if (value.isPresent()) {
            return problems(operation, header, TextNode.valueOf(value.get()));
        }
        return header.path("required").asBoolean() ? List.of("no header " + name) : List.of();
    }

    /** The headers that an answer may have, by name, with what the document says of each. */
    Map<String, JsonNode> headers(Operation operation, int status) {
        JsonNode response = operation.target(operation.text().at("/responses/" + status));
        Map<String, JsonNode> headers = new TreeMap<>();
        response.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), operation.target(header.getValue())));
        return headers;
    }

    /**
     * Whether a document knows what is asked for.
     *
     * @param request method and path, such as {@code GET /mgmt/v0/status}, perhaps with a query
     */
    public boolean knows(String request) {
        return operation(nameOf(request)) != null;
    }

    private Operation operation(String name) {
        return operations.values().stream()
                .filter(one -> one.matches(name))
                .findFirst()
                .orElse(null);
    }

    private static String nameOf(String request) {
        return request.replaceFirst("\\?.*", "").replaceFirst("/$", "").replaceFirst("^HEAD ", "GET ");
    }

    private boolean isKnown(String path) {
        return operations.values().stream().anyMatch(one -> one.matches(one.method() + " " + path));
    }

    /** Blanks between the parts of a content type mean nothing. */
    private static boolean isSame(String one, String other) {
        return one.replace(" ", "").equalsIgnoreCase(other.replace(" ", ""));
    }

    private List<String> problems(Operation operation, String contentType, JsonNode media, byte[] body) {
        if (body.length == 0 || !contentType.endsWith("json")) {
            return List.of();
        }
        try {
            return problems(operation, media, JSON.readTree(body));
        } catch (IOException notJson) {
            return List.of("not JSON: " + notJson.getMessage());
        }
    }

    /** What is wrong with an instance of what a document says of a content type. */
    List<String> problems(Operation operation, JsonNode media, JsonNode instance) {
        ObjectNode schema = media.path("schema").deepCopy();
        schema.set("components", operation.api().path("components"));
        return compiled.computeIfAbsent(schema, SCHEMAS::getSchema).validate(instance).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }
}
