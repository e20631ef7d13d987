package io.drift.server.observability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** Everything that is logged at debug level until it is closed, as text and as JSON. */
public final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final Logger root;
    private final Level levelBefore;
    private final LineLayout layout = new LineLayout();
    private final JsonLines encoder = new JsonLines();
    private final BlockingQueue<String> unseen = new LinkedBlockingQueue<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> json = new CopyOnWriteArrayList<>();

    public CapturedLog() {
        LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
        levelBefore = root.getLevel();
        setContext(logback);
        layout.setContext(logback);
        layout.setPattern("%level [%X{request_id:--}] %logger %msg %ex");
        layout.start();
        start();
        root.addAppender(this);
        root.setLevel(Level.DEBUG);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String line = layout.doLayout(event);
        lines.add(line);
        json.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
        unseen.add(line);
    }

    /** All lines so far. */
    public List<String> lines() {
        return lines;
    }

    /** The same lines as JSON. */
    public List<String> json() {
        return json;
    }

    /** The next line of its kind that nobody asked for yet; it may be written after a request was answered. */
    public String next(Predicate<String> kind) throws InterruptedException {
        for (String line = poll(); line != null; line = poll()) {
            if (kind.test(line)) {
                return line;
            }
        }
        throw new AssertionError("nothing of the kind in " + lines);
    }

    private String poll() throws InterruptedException {
        return unseen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(levelBefore);
        stop();
    }
}
