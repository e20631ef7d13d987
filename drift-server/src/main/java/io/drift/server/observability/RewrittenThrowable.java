package io.drift.server.observability;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exception with what it says rewritten, and so with its causes and what was suppressed. The trace names code only. */
final class RewrittenThrowable implements IThrowableProxy {

    private final IThrowableProxy throwable;
    private final UnaryOperator<String> rewriting;

    private RewrittenThrowable(IThrowableProxy throwable, UnaryOperator<String> rewriting) {
        this.throwable = throwable;
        this.rewriting = rewriting;
    }

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy throwable, UnaryOperator<String> rewriting) {
        return throwable == null ? null : new RewrittenThrowable(throwable, rewriting);
    }

    @Override
    public @Nullable String getMessage() {
        String message = throwable.getMessage();
        return message == null ? null : rewriting.apply(message);
    }

    /** What an exception says of itself if that is more than its class and message. */
    @Override
    public @Nullable String getOverridingMessage() {
        String message = throwable.getOverridingMessage();
        return message == null ? null : rewriting.apply(message);
    }

    @Override
    public String getClassName() {
        return throwable.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return throwable.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return throwable.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return of(throwable.getCause(), rewriting);
    }

    @Override
    public IThrowableProxy @Nullable [] getSuppressed() {
        IThrowableProxy[] suppressed = throwable.getSuppressed();
        return suppressed == null
                ? null
                : Stream.of(suppressed).map(one -> of(one, rewriting)).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return throwable.isCyclic();
    }
}
