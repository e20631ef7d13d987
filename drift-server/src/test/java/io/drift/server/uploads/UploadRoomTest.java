package io.drift.server.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drift.core.error.UnavailableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UploadRoomTest {

    private static final long MIB = 1 << 20;

    private final UploadRoom room = UploadRoom.within(800 * MIB);

    @Test
    void uploads_hold_a_quarter_of_the_heap_together() {
        UploadRoom.Share first = room.share();
        UploadRoom.Share second = room.share();
        first.hold(160 * MIB);
        second.hold(40 * MIB);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> second.hold(41 * MIB))
                .withMessageContaining("send it again in a few seconds");

        first.close();
        second.hold(200 * MIB);
    }

    @Test
    void what_was_refused_is_not_held() {
        UploadRoom.Share first = room.share();
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> first.hold(201 * MIB))
                .withMessageContaining("this upload needs more memory");
        room.share().hold(200 * MIB);
    }

    @Test
    void one_alone_fits_into_any_heap() {
        UploadRoom.within(64 * MIB).share().hold(136 * MIB);
    }

    @Test
    void an_upload_holds_what_was_read_until_it_is_closed() throws Exception {
        byte[] body = "{\"fqdn\":\"web-1\",\"system_profile\":{\"arch\":\"x86_64\"}}".getBytes(StandardCharsets.UTF_8);
        try (UploadRoom.Share other = room.share()) {
            other.hold(200 * MIB);
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> UploadReader.of(new ByteArrayInputStream(body), false, room.share())
                            .readJson());
        }
        UploadRoom.Share share = room.share();
        assertThat(UploadReader.of(new ByteArrayInputStream(body), false, share).readJson())
                .hasSize(1);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> room.share().hold(200 * MIB));
        share.close();
        room.share().hold(200 * MIB);
    }
}
