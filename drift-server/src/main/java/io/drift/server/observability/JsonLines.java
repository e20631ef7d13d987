package io.drift.server.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.core.report.PrintableText;
import io.drift.core.report.ValidUnicode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * The log as JSON, an object a line, with the names that logback has for its members. The message is written once, with
 * its arguments in it; {@code mdc} holds the id of the request. Also what JSON would allow as it is, but a terminal would
 * obey, is escaped.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        try {
            String json = ValidUnicode.of(JSON.writeValueAsString(line(event)));
            return (PrintableText.ofJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and numbers are always JSON", impossible);
        }
    }

    private static Map<String, @Nullable Object> line(ILoggingEvent event) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("timestamp", event.getTimeStamp());
        line.put("level", event.getLevel().levelStr);
        line.put("threadName", event.getThreadName());
        line.put("loggerName", event.getLoggerName());
        if (event.getMarkerList() != null) {
            line.put(
                    "markers",
                    event.getMarkerList().stream().map(Marker::getName).toList());
        }
        line.put("mdc", event.getMDCPropertyMap());
        if (event.getKeyValuePairs() != null) {
            line.put(
                    "kvpList",
                    event.getKeyValuePairs().stream()
                            .map(pair -> Map.of(String.valueOf(pair.key), String.valueOf(pair.value)))
                            .toList());
        }
        line.put("formattedMessage", String.valueOf(event.getFormattedMessage()));
        line.put("throwable", event.getThrowableProxy() == null ? null : throwable(event.getThrowableProxy()));
        return line;
    }

    private static Map<String, Object> throwable(IThrowableProxy failure) {
        Map<String, Object> throwable = new LinkedHashMap<>();
        throwable.put("className", failure.getClassName());
        throwable.put("message", String.valueOf(failure.getMessage()));
        if (failure.isCyclic()) {
            throwable.put("cyclic", "true");
        }
        throwable.put("stepArray", steps(failure));
        if (failure.getCommonFrames() != 0) {
            throwable.put("commonFramesCount", failure.getCommonFrames());
        }
        if (failure.getCause() != null) {
            throwable.put("cause", throwable(failure.getCause()));
        }
        if (failure.getSuppressed().length > 0) {
            throwable.put(
                    "suppressed",
                    Stream.of(failure.getSuppressed()).map(JsonLines::throwable).toList());
        }
        return throwable;
    }

    private record Step(
            String className, String methodName, @Nullable String fileName, int lineNumber) {}

    /** Those that the exception around it has too are only counted, unless it has no others. */
    private static List<Step> steps(IThrowableProxy failure) {
        StackTraceElementProxy[] steps = failure.getStackTraceElementProxyArray();
        int own = steps.length - failure.getCommonFrames();
        return Stream.of(steps)
                .limit(own > 0 ? own : steps.length)
                .map(StackTraceElementProxy::getStackTraceElement)
                .map(at -> new Step(at.getClassName(), at.getMethodName(), at.getFileName(), at.getLineNumber()))
                .toList();
    }
}
