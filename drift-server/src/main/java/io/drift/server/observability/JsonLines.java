package io.drift.server.observability;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.nio.charset.StandardCharsets;

/**
 * The log as JSON, an object a line. The message is written once, with its arguments in it; {@code mdc} holds the id of
 * the request. Also what JSON would allow as it is, but a terminal would obey, is escaped.
 */
final class JsonLines extends JsonEncoder {

    JsonLines() {
        setWithSequenceNumber(false);
        setWithNanoseconds(false);
        setWithContext(false);
        setWithMessage(false);
        setWithArguments(false);
        setWithFormattedMessage(true);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String json = new String(super.encode(new ValidEvent(event)), StandardCharsets.UTF_8).stripTrailing();
        return (LogText.printableJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static final class ValidEvent extends RewrittenEvent {

        ValidEvent(ILoggingEvent event) {
            super(event, LogText::validUnicode);
        }

        /** The only text that logback writes as it is. */
        @Override
        public String getLoggerName() {
            return JsonEscapeUtil.jsonEscapeString(super.getLoggerName());
        }
    }
}
