package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.profile.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much is read of what a service answers. */
class DocumentLimitsTest {

    private static final int A_MEBIBYTE = 1 << 20;

    private static InputStream answer(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String profile(int id, String parts) {
        return "{\"id\":\"" + id + "\",\"system_profile\":{" + parts + "}}";
    }

    private static String list(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "\"flag" + i + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static DocumentLimits facts(int most) {
        return DocumentLimits.of(most, 64L * A_MEBIBYTE);
    }

    private static void read(Reading reading, DocumentLimits limits, String profiles) throws IOException {
        new ProfileReader(reading).ofOneRequest(limits).readProfiles(answer("{\"results\":[" + profiles + "]}"));
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void a_profile_with_more_facts_is_too_large(Reading reading) throws IOException {
        String parts = "\"cpu_flags\":" + list(0, 90);

        read(reading, facts(100), profile(1, parts) + "," + profile(2, parts));

        assertThatThrownBy(() -> read(reading, facts(80), profile(1, parts)))
                .isInstanceOfSatisfying(
                        UnreadableJsonException.class,
                        large -> assertThat(large.reason()).isEqualTo(UnreadableJsonException.Reason.TOO_LARGE))
                .hasMessageStartingWith("there are more than 80 values in one document in line 1, column ");
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void the_same_item_again_and_again_counts_each_time(Reading reading) {
        String same = "\"cpu_flags\":[" + "\"fpu\",".repeat(100) + "\"fpu\"]";

        assertThatThrownBy(() -> read(reading, facts(100), profile(1, same)))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessageContaining("more than 100 values");
    }

    @Test
    void names_count_where_nobody_reads_them_too() {
        String unknown =
                IntStream.range(0, 101).mapToObj(i -> "\"n" + i + "\":0").collect(Collectors.joining(","));

        assertThatThrownBy(() -> read(Reading.ARCHIVED, facts(100), profile(1, "\"unknown\":{" + unknown + "}")))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessageContaining("more than 100 values");
    }

    @Test
    void what_is_recorded_stays_within_its_share_over_all_documents() throws IOException {
        DocumentLimits limits = DocumentLimits.of(10_000, A_MEBIBYTE);
        ProfileReader reader = new ProfileReader(Reading.ARCHIVED).ofOneRequest(limits);
        reader.readProfiles(answer("{\"results\":[" + profile(1, "\"cpu_flags\":" + list(0, 1_000)) + "]}"));

        assertThatThrownBy(() -> reader.readProfiles(
                        answer("{\"results\":[" + profile(2, "\"cpu_flags\":" + list(1_000, 3_000)) + "]}")))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessage("what is read for one request takes more than 1 MiB of memory");
    }

    @Test
    void what_recurs_and_what_is_passed_over_takes_next_to_nothing() throws IOException {
        DocumentLimits limits = DocumentLimits.of(10_000, 4L * A_MEBIBYTE);
        ProfileReader reader = new ProfileReader(Reading.ARCHIVED).ofOneRequest(limits);
        String parts = "\"cpu_flags\":" + list(0, 100) + ",\"disk_devices\":[{\"device\":\"" + "x".repeat(10_000)
                + "\"}]" + ",\"network_interfaces\":[{\"name\":\"lo\",\"mtu\":1500}]";

        for (int i = 0; i < 1_000; i++) {
            reader.readProfiles(answer("{\"results\":[" + profile(i, parts) + "]}"));
        }
    }

    @Test
    void texts_that_are_kept_are_counted() {
        DocumentLimits limits = DocumentLimits.of(10_000, A_MEBIBYTE);
        String host = "{\"id\":\"1\",\"display_name\":\"" + "x".repeat(A_MEBIBYTE - 1) + "\"}";

        assertThatThrownBy(() -> HostReader.readHosts(answer("{\"results\":[" + host + "]}"), limits))
                .hasMessageContaining("more than 1 MiB of memory");
    }

    @Test
    void a_document_that_is_not_in_utf_8_is_no_longer_than_1_mebibyte() {
        byte[] wide = ("{\"results\":[" + " ".repeat(A_MEBIBYTE) + "]}").getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> HostReader.readHosts(new ByteArrayInputStream(wide), facts(100)))
                .hasMessageContaining("longer than 1048576 bytes");
    }
}
