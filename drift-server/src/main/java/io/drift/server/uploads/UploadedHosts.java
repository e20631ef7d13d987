package io.drift.server.uploads;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes hosts of what a call brings, one after the other, and counts them and what they hold. */
final class UploadedHosts {

    static final int MOST_BYTES_OF_A_HOST = 5_000_000;

    private static final int MOST_HOSTS = 1000;
    private static final UploadItem TOO_LARGE = UploadItem.tooLarge("a host may have 5 MB");
    private static final UploadItem NO_OBJECT = UploadItem.wrong("it is no object: a host document is expected");

    /** A path has at most 4,096 bytes, and a fact may be named by several. */
    private static final int LONGEST_NAME = 20_000;

    /** Of this upload: what it remembers of names that somebody sends goes with it. */
    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MOST_BYTES_OF_A_HOST)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final MetNames names = new MetNames();
    private final UploadItems items;
    private final Comparability comparability;

    UploadedHosts(UploadRoom.Share share) {
        this.items = new UploadItems(share, names::bytes);
        this.comparability = new Comparability(share.mostOfAHost());
    }

    /**
     * A parser of a body.
     *
     * @param text counts its long texts
     */
    BoundedTokens parser(InputStream body, ArrivingText text) throws IOException {
        return new BoundedTokens(json.createParser(body), names, new BoundedTokens.Listener() {
            @Override
            public void token() {
                text.ended();
            }

            @Override
            public void longName() {
                items.hold();
            }
        });
    }

    /** Where the parser stands. */
    void add(BoundedTokens parser) throws IOException, UnreadableUploadException {
        parser.beginHost();
        HostCopy copy = copy(parser, items::copying);
        if (copy == null) {
            add(NO_OBJECT);
        } else if (copy.length() > MOST_BYTES_OF_A_HOST) {
            add(TOO_LARGE);
        } else {
            add(copy.length(), () -> item(copy));
        }
    }

    /** In a line of its own. */
    void add(UploadLines.Line line) throws UnreadableUploadException {
        if (line.tooLong()) {
            add(TOO_LARGE);
        } else if (!line.isBlank()) {
            byte[] bytes = line.bytes();
            add(bytes.length, () -> read(bytes));
        }
    }

    /** Instead of one that is none. */
    private void add(UploadItem fault) throws UnreadableUploadException {
        add(0, () -> fault);
    }

    /** Instead of all that should follow; it is no host, so it does not count as one. */
    void end(UploadItem fault) {
        items.add(0, () -> fault);
    }

    /** A document that is made only when it is read. */
    void addDocument(long bytes, Supplier<byte[]> document) throws UnreadableUploadException {
        add(bytes, () -> {
            byte[] made = document.get();
            return made.length > MOST_BYTES_OF_A_HOST ? TOO_LARGE : read(made);
        });
    }

    private void add(long bytes, Supplier<UploadItem> reading) throws UnreadableUploadException {
        items.add(bytes, reading);
        if (items.size() > MOST_HOSTS) {
            throw new UnreadableUploadException(true, "a call may bring " + MOST_HOSTS + " hosts: send several");
        }
    }

    /**
     * The next one is being copied.
     *
     * @param bytes how many its copy holds by now
     */
    void copying(long bytes) {
        items.copying(bytes);
    }

    /**
     * A text of the next one is arriving.
     *
     * @param bytes how many of it came by now
     */
    void arriving(long bytes) {
        items.arriving(bytes);
    }

    boolean isEmpty() {
        return items.size() == 0;
    }

    /** All of them, read. */
    List<UploadItem> all() {
        return items.all();
    }

    /** Null if the parser does not stand at an object; then it skips what there is. */
    private static @Nullable HostCopy copy(JsonParser parser, LongConsumer holds) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return HostCopy.read(parser, MOST_BYTES_OF_A_HOST, holds);
        }
        parser.skipChildren();
        return null;
    }

    private UploadItem read(byte[] document) {
        try (JsonParser parser = new BoundedTokens(json.createParser(document), names, BoundedTokens.Listener.NONE)) {
            if (parser.nextToken() == null) {
                return NO_OBJECT;
            }
            HostCopy copy = copy(parser, counted -> {});
            if (parser.nextToken() != null) {
                return UploadItem.wrong("something stands behind it in its line");
            }
            return copy == null ? NO_OBJECT : item(copy);
        } catch (IOException broken) {
            return UploadFaults.instead("", broken);
        }
    }

    private UploadItem item(HostCopy copy) {
        try {
            return UploadItem.of(new HostUpload(copy).read(comparability));
        } catch (WrongHostException wrong) {
            return UploadItem.wrong(String.valueOf(wrong.getMessage()));
        }
    }
}
