package io.drift.server.observability;

import static ch.qos.logback.core.CoreConstants.LINE_SEPARATOR;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.NopThrowableInformationConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.drift.core.report.PrintableText;
import java.util.List;

/**
 * The log as text: whatever the pattern is, nothing that was logged breaks a line or sends an escape to a terminal. The
 * trace of an exception follows its line.
 */
public final class LineLayout extends PatternLayout {

    private static final List<String> WORDS_FOR_TRACES =
            List.of("ex", "exception", "throwable", "xEx", "xException", "xThrowable", "rEx", "rootException");

    /** A layout whose pattern is not set yet. Logback's own traces hold the messages of exceptions as they are. */
    public LineLayout() {
        WORDS_FOR_TRACES.forEach(word -> getInstanceConverterMap().put(word, NopThrowableInformationConverter::new));
        setPostCompileProcessor(null);
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String line = super.doLayout(event);
        String end = line.endsWith(LINE_SEPARATOR) ? LINE_SEPARATOR : "";
        StringBuilder text = new StringBuilder(PrintableText.of(line.substring(0, line.length() - end.length())));
        text.append(end);
        if (event.getThrowableProxy() != null) {
            appendTrace("", 0, event.getThrowableProxy(), text);
        }
        return text.toString();
    }

    /** A trace in the form of the JDK; its places name code only. */
    private static void appendTrace(String role, int indent, IThrowableProxy failure, StringBuilder text) {
        StringBuilder told = new StringBuilder();
        ThrowableProxyUtil.subjoinExceptionMessage(told, failure);
        text.append("\t".repeat(indent))
                .append(role)
                .append(PrintableText.of(told.toString()))
                .append(LINE_SEPARATOR);
        ThrowableProxyUtil.subjoinSTEPArray(text, indent + 1, failure);
        for (IThrowableProxy suppressed : failure.getSuppressed()) {
            appendTrace("Suppressed: ", indent + 1, suppressed, text);
        }
        if (failure.getCause() != null) {
            appendTrace("Caused by: ", indent, failure.getCause(), text);
        }
    }
}
