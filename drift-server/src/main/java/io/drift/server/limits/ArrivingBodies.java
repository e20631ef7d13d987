package io.drift.server.limits;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Collects the body of a request before anybody works for it, so that no thread waits for one. A body has to arrive at
 * 1 KiB a second once 5 seconds are over, and within 15 seconds. All bodies together may hold a sixteenth of the heap, until
 * their requests are answered; one that does not fit is refused, unless it is small.
 */
public final class ArrivingBodies extends Handler.Wrapper {

    private static final int LEAST_A_SECOND = 1024;
    private static final Duration FREE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int PART_OF_HEAP = 16;
    /** As many of these as requests are admitted fit anyway. */
    private static final int SMALL = 1 << 14;

    private final Predicate<Request> wanted;
    private final long largest;
    private final long mostInAll;
    private final AtomicLong inAll = new AtomicLong();

    /**
     * For requests that may have a body.
     *
     * @param wanted whether the body of a request is going to be read; others are handed on at once
     * @param largest how many bytes are collected at most; what is larger is handed on unfinished, to be refused
     * @param heap how large the heap may become, in bytes
     */
    public ArrivingBodies(Predicate<Request> wanted, long largest, long heap) {
        this.wanted = wanted;
        this.largest = largest;
        this.mostInAll = heap / PART_OF_HEAP;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!wanted.test(request)) {
            return super.handle(request, response, callback);
        }
        Body body = new Body(request, response, callback);
        boolean all = body.isThere();
        if (body.hasNoRoom()) {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }
        if (all) {
            return super.handle(body.request(), response, callback);
        }
        body.waitForMore();
        return true;
    }

    private boolean handOn(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, callback);
    }

    /** Bytes that are handed on without being copied. */
    private static final class Bytes extends ByteArrayOutputStream {

        /** How much memory they take. */
        int held() {
            return buf.length;
        }

        ByteBuffer toBuffer() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }

    /** One body that arrives. */
    private final class Body implements Invocable.Task {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final long begin = System.nanoTime();
        private final Bytes bytes = new Bytes();
        private Content.@Nullable Chunk end;
        private Scheduler.@Nullable Task look;
        private boolean over;

        Body(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            inAll.addAndGet(bytes.held());
            Request.addCompletionListener(request, any -> inAll.addAndGet(-bytes.held()));
        }

        /** Whether other bodies hold the memory that it needs. */
        boolean hasNoRoom() {
            return bytes.size() > SMALL && inAll.get() > mostInAll;
        }

        /** Takes what is there. True if that is all, or enough to know that it is wrong. */
        boolean isThere() {
            while (bytes.size() <= largest && !hasNoRoom()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    return false;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    end = chunk;
                    return true;
                }
                take(chunk);
                boolean last = chunk.isLast();
                chunk.release();
                if (last) {
                    end = Content.Chunk.EOF;
                    return true;
                }
            }
            return true;
        }

        private void take(Content.Chunk chunk) {
            ByteBuffer arrived = chunk.getByteBuffer();
            byte[] part = new byte[arrived.remaining()];
            arrived.get(part);
            int before = bytes.held();
            bytes.write(part, 0, part.length);
            inAll.addAndGet(bytes.held() - before);
        }

        void waitForMore() {
            lookIn(FREE);
            request.demand(this);
        }

        private synchronized void lookIn(Duration time) {
            if (!over) {
                look = request.getComponents()
                        .getScheduler()
                        .schedule(this::look, time.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void look() {
            long nanos = System.nanoTime() - begin;
            if (nanos >= LONGEST.toNanos() || bytes.size() < LEAST_A_SECOND * TimeUnit.NANOSECONDS.toSeconds(nanos)) {
                refuse(HttpStatus.REQUEST_TIMEOUT_408);
            } else {
                lookIn(Duration.ofSeconds(1));
            }
        }

        private void refuse(int status) {
            if (finish()) {
                Response.writeError(request, response, callback, status);
            }
        }

        /** More has arrived. */
        @Override
        public void run() {
            boolean all;
            synchronized (this) {
                if (over) {
                    return;
                }
                all = isThere();
            }
            if (hasNoRoom()) {
                refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
            } else if (!all) {
                request.demand(this);
            } else if (finish()) {
                request.getComponents().getExecutor().execute(this::handOn);
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        private synchronized boolean finish() {
            boolean first = !over;
            over = true;
            if (look != null) {
                look.cancel();
            }
            return first;
        }

        private void handOn() {
            try {
                if (!ArrivingBodies.this.handOn(request(), response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception failure) {
                Response.writeError(request, response, callback, failure);
            }
        }

        /** The request with the body that was collected. */
        Request request() {
            Content.Chunk collected = bytes.size() == 0 ? end : Content.Chunk.from(bytes.toBuffer(), false);
            return new Request.Wrapper(request) {

                private Content.@Nullable Chunk next = collected;

                @Override
                public Content.@Nullable Chunk read() {
                    Content.Chunk given = next;
                    next = end;
                    return given == null ? super.read() : given;
                }

                @Override
                public void demand(Runnable whenThere) {
                    if (next == null) {
                        super.demand(whenThere);
                    } else {
                        whenThere.run();
                    }
                }
            };
        }
    }
}
