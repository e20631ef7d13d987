package io.drift.server.command;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when it is told to (SIGTERM, SIGINT): what is in flight is finished, then the exit code is 0. Left to
 * itself, a JVM would end with 128 and the number of the signal, as if it had failed. A second signal ends it at once.
 */
final class GracefulEnd {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulEnd.class);

    private static final int CODE_OF_SIGNALS = 128;

    private GracefulEnd() {}

    /** From now on something is closed when the process is told to end. */
    static void closing(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "drift-end"));
        try {
            endAtOnceAtTheSecondSignal();
        } catch (ReflectiveOperationException notThisRuntime) {
            LOG.debug("a second signal will not end the process at once", notThisRuntime);
        }
    }

    /** Left to itself, a JVM that is ending hears no second signal. Its class for signals has no public name. */
    private static void endAtOnceAtTheSecondSignal() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        AtomicBoolean told = new AtomicBoolean();
        Object ending = Proxy.newProxyInstance(
                GracefulEnd.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    if (told.compareAndSet(false, true)) {
                        new Thread(() -> Runtime.getRuntime().exit(0), "drift-told-to-end").start();
                    } else if (method.getName().equals("handle")) {
                        int number = (int) signal.getMethod("getNumber").invoke(arguments[0]);
                        Runtime.getRuntime().halt(CODE_OF_SIGNALS + number);
                    }
                    return null;
                });
        for (String name : List.of("TERM", "INT")) {
            Object one = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handler).invoke(null, one, ending);
        }
    }

    private static void end(AutoCloseable server) {
        int code = 0;
        try {
            server.close();
            LOG.info("Drift has stopped");
        } catch (Exception unforeseen) {
            LOG.error("Drift could not stop as it should", unforeseen);
            code = 1;
        }
        Runtime.getRuntime().halt(code);
    }
}
