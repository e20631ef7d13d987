package io.drift.server.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What nobody foresaw: errors in the log, warnings that tell an exception, and exceptions that ended a thread. */
final class WatchedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger root;
    private final Logger framework;
    private final Level frameworkLevel;
    private final Thread.UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    WatchedLog() {
        LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
        framework = logback.getLogger("io.javalin.Javalin");
        frameworkLevel = framework.getLevel();
        framework.setLevel(Level.ERROR);
        setContext(logback);
        start();
        root.addAppender(this);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, uncaught) -> seen.add("uncaught in " + thread.getName() + ": " + uncaught));
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean isWarning = event.getLevel() == Level.WARN && event.getThrowableProxy() != null;
        if (isWarning || event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            String told = event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                    + causes(event.getThrowableProxy());
            if (!isRaceOfTheWebServer(told)) {
                seen.add(told);
            }
        }
    }

    /**
     * Once in 200,000 mutants, Jetty released the buffer of a connection twice when that was closed while its last answer
     * ended; it said so, and the connection was over in any case (issue 12939 of jetty.project, open).
     */
    private static boolean isRaceOfTheWebServer(String told) {
        return told.contains("IllegalStateException: already released")
                && told.contains("org.eclipse.jetty.server.internal.HttpConnection.releaseRequestBuffer");
    }

    private static String causes(IThrowableProxy thrown) {
        StringBuilder text = new StringBuilder();
        for (IThrowableProxy one = thrown; one != null; one = one.getCause()) {
            text.append("\n  ").append(one.getClassName()).append(": ").append(one.getMessage());
            for (int i = 0; i < Math.min(8, one.getStackTraceElementProxyArray().length); i++) {
                text.append("\n    ").append(one.getStackTraceElementProxyArray()[i]);
            }
        }
        return text.toString();
    }

    /** What was seen since this was asked the last time. */
    List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String one = seen.poll(); one != null; one = seen.poll()) {
            taken.add(one);
        }
        return taken;
    }

    @Override
    public void close() {
        root.detachAppender(this);
        framework.setLevel(frameworkLevel);
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
        stop();
    }
}
