package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that recur from system to system are read faster, and never differently. */
class RecurringListsTest {

    private static final int SYSTEMS = 12;
    private static final List<String> LISTS =
            List.of("installed_packages", "kernel_modules", "enabled_services", "running_processes");
    private static final String[] ODD = {
        "",
        ",",
        "]",
        "\"",
        "\\",
        "a\"b",
        "a\\",
        "\u00fc",
        "\u20ac",
        "\ud834\udd1e",
        "\u0000",
        "\n",
        "\u007f",
        "[\"x\",\"y\"]",
        "N/A"
    };

    private final ObjectMapper mapper = new ObjectMapper();

    /** Hands out a few bytes at a time, as a slow network does. */
    private static InputStream inSmallPieces(byte[] bytes, int most) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, most));
            }
        };
    }

    private static List<String> list(Random random, List<String> usual) {
        List<String> list = new ArrayList<>();
        for (String item : usual) {
            int chance = random.nextInt(30);
            if (chance == 0) {
                list.add(ODD[random.nextInt(ODD.length)]);
            } else if (chance == 1) {
                list.add(item);
                list.add(item);
            } else if (chance == 2) {
                list.add(item + "x");
            } else if (chance > 3) {
                list.add(item);
            }
        }
        return list;
    }

    private static Map<String, Object> profile(Random random, List<String> usual) {
        Map<String, Object> profile = new LinkedHashMap<>();
        LISTS.forEach(name -> profile.put(name, list(random, usual)));
        return profile;
    }

    private static List<String> usual(Random random) {
        List<String> usual = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            usual.add("name" + i + "-0:1." + random.nextInt(50) + "-1.el9.x86_64");
        }
        return usual;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_stream_and_a_map_record_the_same(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> usual = usual(random);
        Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();
        for (int i = 0; i < SYSTEMS; i++) {
            profiles.put("id" + i, profile(random, usual));
        }
        List<Map<String, Object>> results = profiles.entrySet().stream()
                .map(entry -> Map.<String, Object>of("id", entry.getKey(), "system_profile", entry.getValue()))
                .toList();
        byte[] json = (seed % 2 == 0 ? mapper.writer() : mapper.writerWithDefaultPrettyPrinter())
                .writeValueAsBytes(Map.of("results", results));

        Map<String, RecordedProfile> read =
                new ProfileReader(Reading.EXACT).readProfiles(inSmallPieces(json, 1 + (int) seed * 997));

        profiles.forEach((id, profile) -> {
            ProfileRecorder recorder = new ProfileRecorder(Reading.EXACT);
            assertThat(read.get(id).facts().asMap())
                    .as(id)
                    .isEqualTo(recorder.record(profile).facts().asMap());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a\",\"b\" \"c\"]",
                "[\"a\",\"b\"\"c\"]",
                "[\"a\",,\"b\"]",
                "[\"a\",\"b\",]",
                "[\"a\",\"b\"",
                "[\"a\",\"b",
                "[\"a\",\"b\"}"
            })
    void what_is_not_json_behind_a_known_list_is_refused(String list) {
        String known = "{\"id\":\"1\",\"system_profile\":{\"kernel_modules\":[\"a\",\"b\",\"c\"]}}";
        String broken = "{\"id\":\"2\",\"system_profile\":{\"kernel_modules\":" + list + "}}";
        byte[] json = ("{\"results\":[" + known + "," + known + "," + broken + "]}").getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(UnreadableJsonException.class)
                .isThrownBy(() -> new ProfileReader(Reading.EXACT).readProfiles(new ByteArrayInputStream(json)));
    }

    @Test
    void other_encodings_are_read_too() throws IOException {
        String json = "{\"results\":[{\"id\":\"1\",\"system_profile\":{\"kernel_modules\":[\"a\",\"\u00fc\"]}}]}";
        for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Map<String, RecordedProfile> read =
                    new ProfileReader(Reading.EXACT).readProfiles(new ByteArrayInputStream(json.getBytes(encoding)));

            assertThat(read.get("1").facts().asMap().toString())
                    .as(encoding.name())
                    .contains("kernel_modules.\u00fc=enabled");
        }
    }

    @Test
    void ten_thousand_texts_that_collide_are_read() throws IOException {
        List<String> colliding = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int bit = 13; bit >= 0; bit--) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            colliding.add(text.toString());
        }
        assertThat(colliding.stream().map(String::hashCode).distinct()).hasSize(1);
        List<Map<String, Object>> results = List.of(
                Map.of("id", "1", "system_profile", Map.of("kernel_modules", colliding)),
                Map.of("id", "2", "system_profile", Map.of("kernel_modules", colliding.subList(5000, 10_000))));

        Map<String, RecordedProfile> read = new ProfileReader(Reading.EXACT)
                .readProfiles(new ByteArrayInputStream(mapper.writeValueAsBytes(Map.of("results", results))));

        assertThat(read.get("1").facts().asMap()).hasSizeGreaterThanOrEqualTo(10_000);
        assertThat(read.get("2").facts().asMap()).hasSizeBetween(5_000, 5_100);
    }
}
