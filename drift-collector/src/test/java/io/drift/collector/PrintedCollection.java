package io.drift.collector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A collection as the script would print it. */
final class PrintedCollection {

    static final String BOUNDARY = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private final StringBuilder text = new StringBuilder();
    private final String boundary;
    private int sections;

    PrintedCollection(String boundary) {
        this.boundary = boundary;
        text.append("drift-collection 1 ").append(boundary).append('\n');
    }

    static PrintedCollection begin() {
        return new PrintedCollection(BOUNDARY);
    }

    PrintedCollection section(String name, String content, String status) {
        sections++;
        text.append(boundary).append(" section ").append(name).append('\n');
        content.concat("\n")
                .lines()
                .forEach(line -> text.append(' ').append(line).append('\n'));
        text.append(boundary)
                .append(" end ")
                .append(name)
                .append(' ')
                .append(status)
                .append('\n');
        return this;
    }

    PrintedCollection section(String name, String content) {
        return section(name, content, "0");
    }

    String unfinished() {
        return text.toString();
    }

    String complete() {
        return text + boundary + " complete " + sections + "\n";
    }

    static Collection parse(String text) throws IOException {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static Collection parse(byte[] bytes) throws IOException {
        return Collection.parse(new ByteArrayInputStream(bytes));
    }
}
