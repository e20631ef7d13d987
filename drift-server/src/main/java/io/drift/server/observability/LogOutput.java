package io.drift.server.observability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/** Where the log goes, how much and in which form. What is not said here stands in {@code logback.xml}. */
public final class LogOutput {

    private static final String STANDARD_OUTPUT = "System.out";

    private LogOutput() {}

    /**
     * Sets how much is logged and in which form, and sends it to standard output. Without logback nothing happens.
     *
     * @param level the name of the level
     * @param format the form
     */
    public static void set(String level, LogFormat format) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            Logger root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.toLevel(level));
            root.iteratorForAppenders().forEachRemaining(LogOutput::writeToStandardOutput);
            if (format == LogFormat.JSON) {
                ConsoleAppender<ILoggingEvent> lines = jsonLines(logback);
                root.detachAndStopAllAppenders();
                root.addAppender(lines);
            }
        }
    }

    /** Of a server, standard output is the log; that of a comparison is the report, so its log goes elsewhere. */
    private static void writeToStandardOutput(Appender<ILoggingEvent> appender) {
        if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
            console.stop();
            console.setTarget(STANDARD_OUTPUT);
            console.start();
        }
    }

    private static ConsoleAppender<ILoggingEvent> jsonLines(LoggerContext logback) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setName("json");
        appender.setContext(logback);
        appender.setTarget(STANDARD_OUTPUT);
        appender.setEncoder(encoder(logback));
        appender.start();
        return appender;
    }

    static JsonEncoder encoder(LoggerContext logback) {
        JsonEncoder encoder = new JsonLines();
        encoder.setContext(logback);
        encoder.start();
        return encoder;
    }
}
