package io.drift.server.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What came back on a connection, read strictly.
 *
 * @param status the status; 0 if nothing came back
 * @param headers by name in any case; of several with one name the last
 * @param body the body, neither chunked nor compressed any more
 * @param rest what came behind it: answers to what the server took for more requests
 */
record WireAnswer(int status, Map<String, String> headers, byte[] body, String rest) {

    private static final int PATIENCE_MILLIS = 10_000;

    /**
     * Sends these bytes and nothing more, and reads until the server ends the connection.
     *
     * @throws IOException if that takes too long, or what comes is not HTTP
     */
    static WireAnswer to(byte[] request, String method, int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            send(request, socket);
            byte[] answer = readAll(socket);
            // so that many connections leave nothing behind
            socket.setSoLinger(true, 0);
            return parse(answer, method.equals("HEAD"));
        }
    }

    private static void send(byte[] request, Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            socket.shutdownOutput();
        } catch (IOException refusedBeforeTheEnd) {
            // what was answered can be read nevertheless
        }
    }

    private static byte[] readAll(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException late) {
            throw new IOException(
                    "the connection was open after " + PATIENCE_MILLIS + " ms, and this had come: "
                            + Mutant.printable(answer.toByteArray()),
                    late);
        } catch (IOException reset) {
            // the request was refused before all of it was read
        }
        return answer.toByteArray();
    }

    private static WireAnswer parse(byte[] bytes, boolean isBare) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        while (text.startsWith("HTTP/1.1 100")) {
            text = text.substring(text.indexOf("\r\n\r\n") + 4);
        }
        if (text.isEmpty()) {
            return new WireAnswer(0, Map.of(), new byte[0], "");
        }
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.matches("(?s)HTTP/1\\.[01] [1-5][0-9][0-9] .*")) {
            throw new IOException("no answer of HTTP: " + text);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : text.substring(0, end).split("\r\n")) {
            String[] parts = line.split(":", 2);
            if (parts.length == 2) {
                headers.put(parts[0], parts[1].strip());
            }
        }
        int status = Integer.parseInt(text.substring(9, 12));
        String behind = text.substring(end + 4);
        StringBuilder body = new StringBuilder();
        String rest = isBare || status == 204 || status == 304 ? behind : body(behind, headers, body);
        return new WireAnswer(status, headers, plain(body.toString(), headers), rest);
    }

    /** Puts the body together, and answers what is behind it. */
    private static String body(String text, Map<String, String> headers, StringBuilder body) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            return chunks(text, body);
        }
        String length = headers.get("Content-Length");
        int size = length == null ? text.length() : Integer.parseInt(length);
        if (size > text.length()) {
            throw new IOException("only " + text.length() + " of " + size + " bytes of the body came");
        }
        body.append(text, 0, size);
        return text.substring(size);
    }

    private static String chunks(String text, StringBuilder body) throws IOException {
        int at = 0;
        while (true) {
            int line = text.indexOf("\r\n", at);
            if (line < 0) {
                throw new IOException("the body was cut off after " + body.length() + " bytes");
            }
            int size = Integer.parseInt(text.substring(at, line), 16);
            if (size == 0) {
                return text.substring(line + 4);
            }
            if (line + 2 + size + 2 > text.length()) {
                throw new IOException("the body was cut off after " + body.length() + " bytes");
            }
            body.append(text, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
    }

    private static byte[] plain(String body, Map<String, String> headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        if (!"gzip".equals(headers.get("Content-Encoding")) || bytes.length == 0) {
            return bytes;
        }
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unzipped.readAllBytes();
        }
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return status + " " + headers + "\n" + Mutant.printable(body)
                + (rest.isEmpty() ? "" : "\n--- and then\n" + rest);
    }
}
