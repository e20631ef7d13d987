package io.drift.server.observability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import io.drift.clowder.DriftSettings;
import org.slf4j.LoggerFactory;

/** Where the log goes, how much and in which form. What is not said here stands in {@code logback.xml}. */
public final class LogOutput {

    private LogOutput() {}

    /**
     * Sets how much is logged and in which form, and sends it to standard output. Without logback nothing happens.
     *
     * @param logging what the settings say
     */
    public static void set(DriftSettings.Logging logging) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            Logger root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.toLevel(logging.level().name()));
            if (logging.format() == DriftSettings.LogFormat.JSON) {
                root.detachAndStopAllAppenders();
                root.addAppender(jsonLines(logback));
            }
            root.iteratorForAppenders().forEachRemaining(LogOutput::writeToStandardOutput);
        }
    }

    /** Of a server, standard output is the log; that of a comparison is the report, so its log goes elsewhere. */
    private static void writeToStandardOutput(Appender<ILoggingEvent> appender) {
        if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
            console.stop();
            console.setTarget("System.out");
            console.start();
        }
    }

    private static ConsoleAppender<ILoggingEvent> jsonLines(LoggerContext logback) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setName("json");
        appender.setContext(logback);
        appender.setEncoder(new JsonLines());
        return appender;
    }
}
