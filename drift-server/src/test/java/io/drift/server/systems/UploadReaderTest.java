package io.drift.server.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadReaderTest {

    /** What stands at the end of compressed data: a sum and a length. */
    private static final int TRAILER = 8;

    private static byte[] cutBehind(String text) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return Arrays.copyOf(compressed.toByteArray(), compressed.size() - TRAILER);
    }

    private static String host(String name) {
        return "{\"fqdn\":\"" + name + "\",\"system_profile\":{\"arch\":\"x86_64\"}}";
    }

    private static List<Boolean> kept(List<UploadItem> items) {
        return items.stream().map(item -> item.system() != null).toList();
    }

    @Test
    void whole_lines_before_the_place_where_compressed_data_is_cut_are_kept() throws Exception {
        byte[] body = cutBehind(host("web-1") + "\n" + host("web-2") + "\n");
        assertThat(kept(UploadReader.of(new ByteArrayInputStream(body), true).readLines()))
                .containsExactly(true, true, false);
    }

    @Test
    void whole_documents_before_the_place_where_compressed_data_is_cut_are_kept() throws Exception {
        byte[] body = cutBehind(host("web-1") + "\n" + host("web-2") + "\n");
        assertThat(kept(UploadReader.of(new ByteArrayInputStream(body), true).readJson()))
                .containsExactly(true, true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-32"})
    void a_host_of_more_than_5_MB_is_refused_in_any_encoding(String encoding) throws Exception {
        String values = ("\"" + "x".repeat(100) + "\",").repeat(50_000);
        String body = "[" + host("web-1") + ",{\"fqdn\":\"web-2\",\"system_profile\":{\"a\":[" + values + "1]}}]";
        byte[] encoded = body.getBytes(Charset.forName(encoding));
        List<UploadItem> items =
                UploadReader.of(new ByteArrayInputStream(encoded), false).readJson();
        assertThat(kept(items)).containsExactly(true, false);
    }
}
