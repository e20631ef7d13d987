package io.drift.server.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What came of a request.
 *
 * @param status the status
 * @param message what it says if it failed, without ids and cut; for 200 whether it says what it says without the fault
 * @param when after which time-out, if any, it came
 */
record FaultOutcome(int status, String message, When when) {

    /** When an answer came. */
    enum When {
        AT_ONCE(""),
        AT_READ_TIMEOUT(", T"),
        AT_CALL_TIMEOUT(", C");

        private final String mark;

        When(String mark) {
            this.mark = mark;
        }
    }

    static final String AS_EVER = "as ever";
    static final String OTHERWISE = "changed";

    private static final int LONGEST = 110;
    private static final Pattern IDS =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:, [0-9a-f-]{36})*");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The message of an answer that is no report. */
    static String messageIn(byte[] body) {
        String text;
        try {
            JsonNode document = JSON.readTree(body);
            text = document.path("message").asText(document.path("detail").asText("?"));
        } catch (IOException notJson) {
            text = "not JSON: " + new String(body, StandardCharsets.UTF_8);
        }
        String withoutIds = IDS.matcher(text).replaceAll("{ids}");
        String line = withoutIds.replaceAll("\\s", " ").replace("|", "\\|");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /** As a cell of the table, where messages are told by their letter. */
    String cell(Map<String, String> letters) {
        return status + " " + letters.getOrDefault(message, message) + when.mark;
    }
}
