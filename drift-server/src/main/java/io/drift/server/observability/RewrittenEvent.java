package io.drift.server.observability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** What was logged, with every text in it rewritten. */
class RewrittenEvent implements ILoggingEvent {

    private final ILoggingEvent event;
    private final UnaryOperator<String> rewriting;

    RewrittenEvent(ILoggingEvent event, UnaryOperator<String> rewriting) {
        this.event = event;
        this.rewriting = rewriting;
    }

    private @Nullable String rewritten(@Nullable Object text) {
        return text == null ? null : rewriting.apply(String.valueOf(text));
    }

    @Override
    public @Nullable String getThreadName() {
        return rewritten(event.getThreadName());
    }

    @Override
    public @Nullable String getMessage() {
        return rewritten(event.getMessage());
    }

    @Override
    public Object @Nullable [] getArgumentArray() {
        Object[] arguments = event.getArgumentArray();
        if (arguments == null) {
            return null;
        }
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = rewritten(arguments[i]);
        }
        return texts;
    }

    @Override
    public @Nullable String getFormattedMessage() {
        return rewritten(event.getFormattedMessage());
    }

    @Override
    public String getLoggerName() {
        return rewriting.apply(event.getLoggerName());
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return RewrittenThrowable.of(event.getThrowableProxy(), rewriting);
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        Map<String, String> texts = new HashMap<>();
        event.getMDCPropertyMap().forEach((key, text) -> texts.put(rewritten(key), rewritten(text)));
        return texts;
    }

    @Override
    @Deprecated
    public Map<String, String> getMdc() {
        return getMDCPropertyMap();
    }

    @Override
    public @Nullable List<KeyValuePair> getKeyValuePairs() {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return pairs == null
                ? null
                : pairs.stream()
                        .map(pair -> new KeyValuePair(rewritten(pair.key), rewritten(pair.value)))
                        .toList();
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return event.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return event.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return event.hasCallerData();
    }

    @Override
    public List<Marker> getMarkerList() {
        return event.getMarkerList();
    }

    @Override
    public long getTimeStamp() {
        return event.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return event.getNanoseconds();
    }

    @Override
    public long getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        event.prepareForDeferredProcessing();
    }
}
