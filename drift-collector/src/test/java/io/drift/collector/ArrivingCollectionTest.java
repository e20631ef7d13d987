package io.drift.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArrivingCollectionTest {

    private static final String BOUNDARY = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final String WHOLE = "Welcome\ndrift-collection 1 " + BOUNDARY + "\n" + BOUNDARY
            + " section hostname\n " + BOUNDARY + " complete 1\n" + BOUNDARY + " end hostname 0\n" + BOUNDARY
            + " complete 1\n";

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream failing() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("somebody waits here for ever");
            }
        };
    }

    @Test
    void ends_with_its_last_line_and_asks_for_nothing_behind_it() {
        ArrivingCollection arrived = ArrivingCollection.read(new SequenceInputStream(stream(WHOLE), failing()));
        assertThat(arrived.hasEnd()).isTrue();
        assertThat(new String(arrived.bytes(), StandardCharsets.UTF_8)).isEqualTo(WHOLE);
    }

    @Test
    void that_was_cut_is_what_arrived() {
        String cut = WHOLE.substring(0, WHOLE.length() - 3);
        ArrivingCollection arrived = ArrivingCollection.read(new SequenceInputStream(stream(cut), failing()));
        assertThat(arrived.hasEnd()).isFalse();
        assertThat(new String(arrived.bytes(), StandardCharsets.UTF_8)).isEqualTo(cut);
    }

    @Test
    void that_never_ends_is_read_until_it_is_too_large() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '\n';
            }
        };
        assertThat(ArrivingCollection.read(endless).bytes())
                .hasSizeBetween(Collection.MOST_BYTES, Collection.MOST_BYTES + (1 << 17));
    }
}
