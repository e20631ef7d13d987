package io.drift.testkit;

import java.io.IOException;
import java.io.OutputStream;

/** Sends an answer byte by byte, as no proper server would. The connection ends with it. */
@FunctionalInterface
interface Sending {

    /**
     * Sends.
     *
     * @param answer what the service means to say
     * @param out the connection
     * @throws IOException if the caller is gone
     */
    void send(ScriptedAnswer answer, OutputStream out) throws IOException;
}
