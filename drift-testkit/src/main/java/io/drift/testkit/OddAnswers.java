package io.drift.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/** Answers that are sent byte by byte: broken off, without an end, or larger than anybody would keep at once. */
final class OddAnswers {

    private static final int MEBIBYTE = 1 << 20;
    private static final int PIECE = 1 << 13;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    /** Where an answer takes more items in: behind what, which items, and what stands around them. */
    private record Place(String opening, String begin, IntFunction<String> item, String end) {}

    private static final List<Place> PLACES = List.of(
            new Place(
                    "\"system_profile\":{",
                    "\"installed_packages\":[",
                    i -> "\"package-" + i + "-0:1." + i + "-1.el9.x86_64\"",
                    "]"),
            new Place(
                    "\"baseline_facts\":[",
                    "{\"name\":\"installed_packages\",\"values\":[",
                    i -> "{\"name\":\"package-" + i + "\",\"value\":\"1." + i + "-1.el9.x86_64\"}",
                    "]}"),
            new Place("\"data\":[", "", i -> "{\"permission\":\"inventory:hosts-" + i + ":read\"}", ""));

    private OddAnswers() {}

    /** The beginning of a head. */
    static void halfHead(ScriptedAnswer answer, OutputStream out) throws IOException {
        write("HTTP/1.1 " + answer.status() + " OK\r\nContent-Ty", out);
        out.flush();
    }

    /** A head and half a body. */
    static void halfBody(ScriptedAnswer answer, OutputStream out) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        head(answer, "Content-Length: " + body.length + "\r\n", out);
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    /** Any bytes as body. */
    static Sending bytes(byte[] body) {
        return (answer, out) -> {
            head(answer, "Content-Length: " + body.length + "\r\n", out);
            out.write(body);
            out.flush();
        };
    }

    /** The items of an answer again and again, until the caller is gone: about a megabyte a second. */
    static void endless(ScriptedAnswer answer, OutputStream out) throws IOException {
        head(answer, "", out);
        JsonNode listed = ChangedText.items(ChangedText.document(answer.body()));
        String items = listed.isContainerNode() && !listed.isEmpty() ? listed.toString() : "[0]";
        String inner = items.substring(1, items.length() - 1);
        write("{\"results\":" + items.charAt(0) + inner, out);
        byte[] next = ("," + inner).repeat(PIECE / (inner.length() + 1) + 1).getBytes(StandardCharsets.UTF_8);
        while (true) {
            out.write(next);
            out.flush();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The body behind so many mebibytes of blanks, compressed to a thousandth. */
    static Sending gzipBomb(int mebibytes) {
        return (answer, out) -> {
            head(answer, "Content-Encoding: gzip\r\n", out);
            byte[] blanks = new byte[MEBIBYTE];
            Arrays.fill(blanks, (byte) ' ');
            GZIPOutputStream zipped = new GZIPOutputStream(out, PIECE);
            for (int i = 0; i < mebibytes; i++) {
                zipped.write(blanks);
            }
            write(answer.body(), zipped);
            zipped.finish();
            out.flush();
        };
    }

    /** The answer with so many packages in each profile or baseline, or permissions, made while it is sent. */
    static Sending packages(int count) {
        return (answer, out) -> {
            head(answer, "", out);
            OutputStream buffered = new BufferedOutputStream(out, PIECE * 8);
            String rest = answer.body();
            for (Place place : PLACES) {
                if (rest.contains(place.opening)) {
                    rest = writeAt(place, count, rest, buffered);
                    break;
                }
            }
            write(rest, buffered);
            buffered.flush();
        };
    }

    /** Writes a body up to the last place of a kind, with items in each. */
    private static String writeAt(Place place, int count, String body, OutputStream out) throws IOException {
        String rest = body;
        for (int at = rest.indexOf(place.opening); at >= 0; at = rest.indexOf(place.opening)) {
            int behind = at + place.opening.length();
            write(rest.substring(0, behind) + place.begin, out);
            repeat(count, place.item, out);
            rest = rest.substring(behind);
            boolean isLast = rest.startsWith("}") || rest.startsWith("]");
            write(place.end + (isLast ? "" : ","), out);
        }
        return rest;
    }

    private static void repeat(int count, IntFunction<String> item, OutputStream out) throws IOException {
        for (int i = 0; i < count; i++) {
            write(i == 0 ? item.apply(i) : "," + item.apply(i), out);
        }
    }

    private static void head(ScriptedAnswer answer, String headers, OutputStream out) throws IOException {
        write(
                "HTTP/1.1 " + answer.status() + " OK\r\nContent-Type: " + answer.contentType()
                        + "\r\nConnection: close\r\n" + headers + "\r\n",
                out);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
