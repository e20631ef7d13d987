package io.drift.server.fuzz;

import static io.drift.server.fuzz.JsonMutations.TEXTS;
import static io.drift.server.fuzz.JsonMutations.any;

import io.drift.testkit.conformance.CaseRequest;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A request while it is changed: its parts, and in the end its bytes. */
final class RequestDraft {

    private static final String IDENTITY = "x-rh-identity";

    private static final List<String> METHODS = List.of(
            "GET",
            "GET",
            "POST",
            "POST",
            "HEAD",
            "OPTIONS",
            "PUT",
            "DELETE",
            "PATCH",
            "TRACE",
            "get",
            "M-SEARCH",
            "G\u00e9T");

    private static final List<String> PATHS = List.of(
            "/",
            "*",
            "/api/drift/v1/comparison_report",
            "/api/drift/v1/comparison_report/",
            "/api/drift/v1/version",
            "/api/drift/v1/openapi.json",
            "/api/drift/admin/status",
            "/api/drift/admin/openapi.json",
            "/mgmt/v0/status",
            "/mgmt/v0/metrics",
            "/mgmt/v0/openapi.json",
            "/mgmt/v0/x",
            "/api/drift/v2/comparison_report");

    private static final List<String> IN_PATHS = List.of(
            "/", "//", ";x=1", "/..", "/.", "%2f", "%00", "%", "%zz", "%ff", "\\", "x", "?", "#", "..;/", "%2e%2e/",
            "\u00e9");

    private static final List<String> HEADERS = List.of(
            "Accept: text/csv",
            "Accept: text/csv;q=0.5, application/json;q=0.1",
            "Accept: ;;q=,,*/*;q=x",
            "Accept: text/*",
            "Accept-Encoding: gzip",
            "Accept-Encoding: gzip;q=0, identity;q=0, *;q=0",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: text/plain",
            "Content-Type: ",
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "Expect: 200-ok",
            "Content-Length: 5",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 2000000",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: x",
            "Host: a, b",
            "Host: [::1",
            "Connection: upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
            "Upgrade: websocket",
            "x-rh-drift-internal-api: wrong",
            "x-rh-drift-internal-api: conformance-secret",
            "x-rh-insights-request-id: a b\tc",
            "x-rh-insights-request-id: " + "r".repeat(200),
            "x-rh-identity: e30=",
            "x-rh-identity: bnVsbA==",
            "x-rh-identity: !",
            "x-rh-identity:",
            "X-Long: " + "l".repeat(20_000),
            "X-Longer: " + "l".repeat(140_000),
            "No colon",
            ": no name",
            " folded: x",
            "X-Nul: \u0000",
            "Range: bytes=0-1",
            "If-None-Match: *",
            "Cookie: a=b; $Version=1; c=\"");

    private static final List<String> VERSIONS =
            List.of("HTTP/1.0", "HTTP/1.1 ", "HTTP/2.0", "HTTP/0.9", "http/1.1", "");

    private String method;
    private String target;
    private String version = "HTTP/1.1";
    private final List<String> headers = new ArrayList<>();
    private byte[] body;
    private boolean sendsLength = true;
    private int changedBytes;

    RequestDraft(CaseRequest request) {
        method = request.method();
        target = request.pathAndQuery();
        request.headers().forEach((name, value) -> headers.add(name + ": " + value));
        body = request.body();
    }

    /** Changes one part. */
    void change(Random random) {
        switch (random.nextInt(12)) {
            case 0 -> method = any(METHODS, random);
            case 1 -> changePath(random);
            case 2, 3, 4 -> changeQuery(random);
            case 5, 6 -> changeHeaders(random);
            case 7 -> changeIdentity(random);
            case 8, 9, 10 -> changeBody(random);
            default -> changeWire(random);
        }
    }

    private void changePath(Random random) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark);
        int at = random.nextInt(path.length() + 1);
        target = switch (random.nextInt(6)) {
            case 0, 1 -> any(PATHS, random) + query;
            case 2 -> path.substring(0, at) + any(IN_PATHS, random) + path.substring(at) + query;
            case 3 -> path + any(IN_PATHS, random) + query;
            case 4 -> path.substring(0, at) + query;
            default -> "http://x" + path + query;
        };
    }

    private void changeQuery(Random random) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        List<String> pairs = new ArrayList<>(
                mark < 0 ? List.of() : Arrays.asList(target.substring(mark + 1).split("&", -1)));
        int at = pairs.isEmpty() ? 0 : random.nextInt(pairs.size());
        String pair = pairs.isEmpty() ? "system_ids[]=" : pairs.get(at);
        String name = pair.split("=", 2)[0];
        switch (random.nextInt(9)) {
            case 0 -> pairs.remove(pair);
            case 1 -> pairs.add(pair);
            case 2 -> pairs.add(at, name + "=" + encoded(any(TEXTS, random)));
            case 3 -> pairs.add("reference_id=" + encoded(any(TEXTS, random)));
            case 4 ->
                pairs.add(any(List.of("short_circuit=", "reading=", "x=", ""), random)
                        + any(List.of("true", "FALSE", "exact", "archived", "", "%", "%80", "1"), random));
            case 5 ->
                pairs.add(any(List.of("baseline_ids[]", "historical_system_profile_ids[]", "system_ids%5b%5d"), random)
                        + pair.substring(name.length()));
            case 6 -> {
                for (int i = random.nextInt(200); i >= 0; i--) {
                    pairs.add(name + "=" + new UUID(random.nextLong(), random.nextLong()));
                }
            }
            case 7 -> Collections.shuffle(pairs, random);
            default -> {
                byte[] changed = JsonMutations.changedBytes(pair.getBytes(StandardCharsets.ISO_8859_1), random);
                pairs.add(new String(changed, StandardCharsets.ISO_8859_1).replaceAll("[\\r\\n ]", "+"));
            }
        }
        target = path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void changeHeaders(Random random) {
        int at = headers.isEmpty() ? -1 : random.nextInt(headers.size());
        switch (random.nextInt(5)) {
            case 0 -> headers.removeIf(header -> headers.indexOf(header) == at);
            case 1 -> headers.addAll(at < 0 ? List.of() : List.of(headers.get(at)));
            default -> headers.add(any(HEADERS, random));
        }
    }

    /** Most of what can be wrong with an identity is inside. */
    private void changeIdentity(Random random) {
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            if (header.startsWith(IDENTITY + ": ")) {
                byte[] value = header.substring(IDENTITY.length() + 2).getBytes(StandardCharsets.ISO_8859_1);
                headers.set(i, IDENTITY + ": " + changedIdentity(value, random));
            }
        }
    }

    private static String changedIdentity(byte[] value, Random random) {
        try {
            byte[] changed = JsonMutations.changed(Base64.getDecoder().decode(value), random);
            return Base64.getEncoder().encodeToString(changed);
        } catch (IllegalArgumentException notBase64) {
            return new String(JsonMutations.changedBytes(value, random), StandardCharsets.ISO_8859_1);
        }
    }

    private void changeBody(Random random) {
        if (body.length == 0) {
            method = "POST";
            headers.add("Content-Type: application/json");
            body = asBody(target);
            target = "/api/drift/v1/comparison_report";
        }
        body = JsonMutations.changed(body, random);
    }

    /** What a query asks for, as a body that asks for the same. */
    private static byte[] asBody(String target) {
        Map<String, List<String>> lists = new TreeMap<>();
        for (String pair : target.replaceFirst("^[^?]*\\??", "").split("&")) {
            String[] parts = pair.replace("%5B%5D", "[]").split("=", 2);
            if (parts.length == 2 && parts[0].endsWith("[]") && parts[1].matches("[\\w-]+")) {
                lists.computeIfAbsent(parts[0].replace("[]", ""), first -> new ArrayList<>())
                        .add("\"" + parts[1] + "\"");
            }
        }
        StringBuilder json = new StringBuilder("{\"reference_id\":\"\"");
        lists.forEach(
                (name, ids) -> json.append(",\"").append(name).append("\":").append(ids));
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void changeWire(Random random) {
        switch (random.nextInt(4)) {
            case 0 -> version = any(VERSIONS, random);
            case 1 -> sendsLength = false;
            default -> changedBytes = 1 + random.nextInt(3);
        }
    }

    /** The request as it goes over the wire. */
    byte[] bytes(Random random) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + target + " " + version + "\r\nHost: drift\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.length > 0 && sendsLength) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        wire.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        wire.writeBytes(body);
        byte[] bytes = wire.toByteArray();
        for (int i = 0; i < changedBytes; i++) {
            bytes = JsonMutations.changedBytes(bytes, random);
        }
        return bytes;
    }
}
