package io.drift.server.observability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.drift.clowder.DriftSettings;
import org.slf4j.LoggerFactory;

/**
 * Where the log goes, how much and in which form: at first as logback learns here when the first logger is made, from a
 * server's start on as its settings say. In Java, because an XML parser would take a good part of a server's start.
 */
public final class LogOutput extends DefaultJoranConfigurator {

    private static final String JAVALIN = "io.javalin";
    private static final String JETTY = "org.eclipse.jetty";
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%X{request_id:--}] %logger{0} %msg%n";

    /** Leaves it to a {@code logback.xml} or {@code logback-test.xml}, or what {@code logback.configurationFile} names, if any. */
    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        if (performMultiStepConfigurationFileSearch(false) != null) {
            return super.configure(logback);
        }
        begin(logback);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** What is logged before there are settings, and by commands other than the server. */
    public static void begin(LoggerContext logback) {
        // their debug output shows headers
        logback.getLogger(JETTY).setLevel(Level.WARN);
        // their warnings quote heads that are refused, where an identity may stand in place of a host
        logback.getLogger(JETTY + ".http").setLevel(Level.ERROR);
        logback.getLogger(JETTY + ".util.HostPort").setLevel(Level.ERROR);
        logback.getLogger(JAVALIN).setLevel(Level.WARN);
        // why it could not start is told in one line by the command line
        logback.getLogger(JAVALIN + ".Javalin").setLevel(Level.OFF);
        logback.getLogger("org.sqlite").setLevel(Level.OFF);
        // who asked for what is told whatever the level of the rest
        logback.getLogger("drift.audit").setLevel(Level.INFO);

        // standard output belongs to the reports of the command line; a server sends its log there itself
        ConsoleAppender<ILoggingEvent> console = console(logback, textLines(logback));
        console.setTarget("System.err");
        console.start();
        Logger root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(console);
    }

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
                root.addAppender(console(logback, new JsonLines()));
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

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext logback, Encoder<ILoggingEvent> encoder) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setName("console");
        console.setContext(logback);
        console.setEncoder(encoder);
        return console;
    }

    /** Escapes what others wrote, so that it cannot look like lines of ours. */
    private static Encoder<ILoggingEvent> textLines(LoggerContext logback) {
        LineLayout layout = new LineLayout();
        layout.setContext(logback);
        layout.setPattern(PATTERN);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(logback);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }
}
