package io.drift.collector.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.fact.FactName;
import io.drift.json.SystemReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files of other tools, and the facts that they become. */
final class SourceFile {

    private SourceFile() {}

    static byte[] resource(String name) {
        try (InputStream in = SourceFile.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    static ReadSource read(String name) throws IOException {
        return read(resource(name));
    }

    static ReadSource readText(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadSource read(byte[] bytes) throws IOException {
        return new SourceReader()
                .read(new BufferedInputStream(new ByteArrayInputStream(bytes)))
                .orElseThrow();
    }

    static ReadSource readAs(String format, String text) throws IOException {
        return SourceReader.ofFormat(format)
                .orElseThrow()
                .read(new BufferedInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .orElseThrow();
    }

    /** The facts of the only machine in a file, each as text. */
    static Map<String, String> facts(ReadSource source) throws IOException {
        assertThat(source.documents()).hasSize(1);
        return facts(source.documents().get(0).content());
    }

    static Map<String, String> facts(ObjectNode document) throws IOException {
        Map<String, String> facts = new TreeMap<>();
        new SystemReader()
                .read("any", document.toString())
                .facts()
                .asMap()
                .forEach((name, value) -> facts.put(text(name), text(value)));
        return facts;
    }

    private static String text(FactName name) {
        return name.toString();
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
