package io.drift.server.observability;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The log as text: whatever the pattern is, nothing that was logged breaks a line or sends an escape to a terminal. */
public final class LineLayout extends PatternLayout {

    @Override
    public String doLayout(ILoggingEvent event) {
        return super.doLayout(new RewrittenEvent(event, LogText::printable));
    }
}
