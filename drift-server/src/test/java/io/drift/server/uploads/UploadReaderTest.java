package io.drift.server.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drift.collector.Collection;
import io.drift.core.error.UnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    @Test
    void a_fault_behind_as_many_hosts_as_a_call_may_bring_is_no_host_too_many() throws Exception {
        byte[] body = (host("web-1") + "\n").repeat(1000).concat("{").getBytes(StandardCharsets.UTF_8);
        List<UploadItem> items =
                UploadReader.of(new ByteArrayInputStream(body), false).readJson();
        assertThat(kept(items).subList(999, 1001)).containsExactly(true, false);
        assertThat(items).hasSize(1001);
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

    private static List<UploadItem> collection(String packages) throws Exception {
        String boundary = "0123456789abcdef";
        String body = "drift-collection 1 " + boundary + "\n" + boundary + " section hostname\n web-1\n" + boundary
                + " end hostname 0\n" + boundary + " section rpm\n" + packages + boundary + " end rpm 0\n" + boundary
                + " complete 2\n";
        return UploadReader.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), false)
                .readCollection();
    }

    @Test
    void a_collection_that_becomes_a_host_of_more_than_5_MB_is_refused() throws Exception {
        assertThat(kept(collection(packages(1000)))).containsExactly(true);
        assertThat(kept(collection(packages(200_000)))).containsExactly(false);
    }

    private static String packages(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> " package-" + number + "\t0\t1.0\t1.el9\tx86_64\t1700000000\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_still_being_copied_counts_as_held(boolean asLines) throws Exception {
        UploadRoom room = UploadRoom.within(0);
        byte[] body = ("{\"system_profile\":{\"a\":[" + "\"x\",".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        try (UploadRoom.Share other = room.share();
                UploadRoom.Share share = room.share()) {
            other.hold(128 << 20);
            UploadReader reader = UploadReader.of(new ByteArrayInputStream(body), false, share);
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> read(reader, asLines))
                    .withMessageContaining("send it again in a few seconds");
        }
    }

    private static List<UploadItem> read(UploadReader reader, boolean asLines) throws Exception {
        return asLines ? reader.readLines() : reader.readJson();
    }

    @Test
    void a_collection_counts_as_held_while_it_arrives() throws Exception {
        UploadRoom room = UploadRoom.within(0);
        byte[] body = ("drift-collection 1 0123456789abcdef\n0123456789abcdef section rpm\n" + packages(200_000))
                .getBytes(StandardCharsets.UTF_8);
        try (UploadRoom.Share other = room.share();
                UploadRoom.Share share = room.share()) {
            other.hold(128 << 20);
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> UploadReader.of(new ByteArrayInputStream(body), false, share)
                            .readCollection());
        }
    }

    /** A host with so many packages that have short names, each of which is a fact with a name of its own. */
    private static String manyFacts(String name, int packages) {
        return IntStream.range(0, packages)
                .mapToObj(number -> "\"" + name.charAt(0) + Integer.toHexString(number) + "\"")
                .collect(Collectors.joining(
                        ",", "{\"fqdn\":\"" + name + "\",\"system_profile\":{\"installed_packages\":[", "]}}"));
    }

    /** Of an upload that is alone on a heap of so many MiB. */
    private static UploadReader within(int heap, byte[] body) throws Exception {
        UploadRoom room = UploadRoom.within((long) heap << 20);
        return UploadReader.of(new ByteArrayInputStream(body), false, room.share());
    }

    private static List<UploadItem> lines(String body, int heap) throws Exception {
        return within(heap, body.getBytes(StandardCharsets.UTF_8)).readLines();
    }

    @Test
    void the_largest_collection_fits_where_it_is_alone() throws Exception {
        String boundary = "0123456789abcdef";
        String section = boundary + " section proc-sys\n" + (" " + "x".repeat(60_000) + "\n").repeat(270) + boundary
                + " end proc-sys 0\n";
        String body = "drift-collection 1 " + boundary + "\n" + boundary + " section hostname\n web-1\n" + boundary
                + " end hostname 0\n" + section + boundary + " complete 2\n";
        assertThat(body.length()).isBetween(16_000_000, Collection.MOST_BYTES);
        assertThat(within(64, body.getBytes(StandardCharsets.UTF_8)).readCollection())
                .hasSize(1);
    }

    @Test
    void what_says_who_it_is_may_be_as_long_as_the_host() throws Exception {
        String interfaces = "{\"name\":\"" + "\u00e9".repeat(60_000) + "\"},";
        String body = profile("\"network_interfaces\":[" + interfaces.repeat(40) + "{}]");
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(4_800_000, 5_000_000);
        assertThat(kept(lines(body, 1024))).containsExactly(true);
    }

    @Test
    void a_line_in_which_no_value_is_found_is_refused_and_the_others_are_kept() throws Exception {
        assertThat(kept(lines(host("web-1") + "\n\ufeff \n" + host("web-2") + "\n", 1024)))
                .containsExactly(true, false, true);
    }

    @Test
    void the_names_of_all_lines_count_together() throws Exception {
        String body = IntStream.range(0, 60)
                .mapToObj(line -> profile(IntStream.range(0, 3_000)
                        .mapToObj(name -> "\"n" + line + "-" + name + "\":1")
                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\n"));
        List<UploadItem> items = lines(body, 1024);
        assertThat(kept(items.subList(0, 20))).containsOnly(true);
        assertThat(kept(items).stream().filter(one -> !one)).hasSizeBetween(10, 30);
    }

    @Test
    void names_that_are_long_count_as_held_and_too_long_ones_are_refused() throws Exception {
        String tooLong = "{\"other\":{\"" + "n".repeat(21_000) + "\":1}}";
        assertThat(lines(tooLong, 1024).get(0).fault().reason()).contains("a name", "too long");
        String names = IntStream.range(0, 400)
                .mapToObj(number -> "\"" + number + "n".repeat(4_000) + "\":1")
                .collect(Collectors.joining(","));
        byte[] body = ("{\"other\":{" + names + "}}").getBytes(StandardCharsets.UTF_8);
        UploadRoom room = UploadRoom.within(256 << 20);
        try (UploadRoom.Share other = room.share();
                UploadRoom.Share share = room.share()) {
            other.hold(128 << 20);
            UploadReader reader = UploadReader.of(new ByteArrayInputStream(body), false, share);
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(reader::readJson);
        }
    }

    @Test
    void addresses_and_tags_count_as_held() throws Exception {
        String addresses = IntStream.range(0, 1000)
                .mapToObj(number -> "\"00:00:00:00:%02x:%02x\"".formatted(number / 256, number % 256))
                .collect(Collectors.joining(","));
        String tags = IntStream.range(0, 500)
                .mapToObj(number -> "{\"key\":\"" + number + "\"}")
                .collect(Collectors.joining(","));
        UploadItem bare = lines(host("web-1"), 1024).get(0);
        assertThat(lines(
                                "{\"mac_addresses\":[" + addresses + "],"
                                        + host("web-1").substring(1),
                                1024)
                        .get(0)
                        .size())
                .isGreaterThan(bare.size() + 100_000);
        assertThat(lines("{\"tags\":[" + tags + "]," + host("web-1").substring(1), 1024)
                        .get(0)
                        .size())
                .isGreaterThan(bare.size() + 80_000);
    }

    @Test
    void a_host_whose_facts_take_too_much_memory_is_refused() throws Exception {
        String body = manyFacts("web-1", 400_000) + "\n" + host("web-2") + "\n";
        List<UploadItem> items = lines(body, 160);
        assertThat(kept(items)).containsExactly(false, true);
        assertThat(items.get(0).fault().reason()).contains("cannot be compared", "more than the 40 MiB of memory");
    }

    @Test
    void hosts_that_are_kept_alone_are_kept_beside_each_other() throws Exception {
        String body = manyFacts("a", 30_000) + "\n" + manyFacts("b", 55_000) + "\n" + manyFacts("c", 55_000) + "\n";
        List<UploadItem> items = UploadReader.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), false)
                .readLines();
        assertThat(kept(items)).containsExactly(true, true, true);
    }

    private static List<UploadItem> json(String body) throws Exception {
        return UploadReader.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), false)
                .readJson();
    }

    private static String profile(String members) {
        return "{\"fqdn\":\"web-1\",\"system_profile\":{" + members + "}}";
    }

    @Test
    void a_host_of_too_many_values_is_refused_though_its_bytes_are_few() throws Exception {
        assertThat(kept(json(profile("\"network_interfaces\":[" + "{},".repeat(600_000) + "{}]"))))
                .containsExactly(false);
        assertThat(kept(json(profile("\"network_interfaces\":[" + "{},".repeat(100_000) + "{}]"))))
                .containsExactly(true);
    }

    @Test
    void too_many_names_are_refused_in_whatever_is_skipped_too() throws Exception {
        String names = IntStream.range(0, 200_000)
                .mapToObj(number -> "\"" + number + "\":1")
                .collect(Collectors.joining(","));
        assertThat(kept(json(profile(names)))).containsExactly(false);
        assertThat(kept(json("{\"fqdn\":\"web-1\",\"other\":{" + names + "},\"system_profile\":{}}")))
                .containsExactly(false);
    }

    @Test
    void of_many_addresses_a_machine_is_known_by_the_first_ones() throws Exception {
        String addresses = IntStream.range(0, 5000)
                .mapToObj(number -> String.format("\"52:54:00:00:%02x:%02x\"", number / 256, number % 256))
                .collect(Collectors.joining(","));
        List<UploadItem> items =
                json("{\"fqdn\":\"web-1\",\"mac_addresses\":[" + addresses + "],\"system_profile\":{}}");
        assertThat(items.get(0).system().identity().macAddresses())
                .hasSize(MacAddresses.MOST)
                .contains("52:54:00:00:00:00", "52:54:00:00:03:e7");
    }

    @Test
    void tags_may_have_so_many_characters_in_all() throws Exception {
        String tag = "{\"namespace\":\"n\",\"key\":\"k\",\"value\":\"" + "v".repeat(200) + "\"},";
        String some = "{\"fqdn\":\"web-1\",\"tags\":[" + tag.repeat(300) + tag.replace("},", "}]");
        String more = "{\"fqdn\":\"web-1\",\"tags\":[" + tag.repeat(400) + tag.replace("},", "}]");
        assertThat(kept(json(some + ",\"system_profile\":{}}"))).containsExactly(true);
        List<UploadItem> refused = json(more + ",\"system_profile\":{}}");
        assertThat(refused.get(0).fault().reason()).isEqualTo("tags may have 65536 characters in all");
    }

    @Test
    void a_long_text_counts_while_it_arrives() throws Exception {
        UploadRoom room = UploadRoom.within(0);
        byte[] body = ("{\"system_profile\":{\"a\":\"" + "x".repeat(4_000_000)).getBytes(StandardCharsets.UTF_8);
        try (UploadRoom.Share other = room.share();
                UploadRoom.Share share = room.share()) {
            other.hold(128 << 20);
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> UploadReader.of(new ByteArrayInputStream(body), false, share)
                            .readJson());
        }
    }

    @Test
    void what_is_skipped_never_takes_the_room_of_others() throws Exception {
        String skipped = "{\"fqdn\":\"web-1\",\"other\":\"" + "x".repeat(40_000_000) + "\",\"system_profile\":{}}";
        assertThat(json(skipped).get(0).fault().reason()).isEqualTo("a host may have 5 MB");
    }
}
