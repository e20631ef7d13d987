package io.drift.server.systems;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.collector.Collection;
import io.drift.collector.HostDraft;
import io.drift.collector.MachineReader;
import io.drift.collector.UnreadableCollectionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is uploaded in one call: at most 1,000 hosts and 64 MiB, of which each host has at most 5 MB.
 *
 * <pre>{@code
 * List<UploadItem> items = UploadReader.of(body, gzipped, share).readJson();
 * }</pre>
 */
public final class UploadReader {

    private static final int MOST_HOSTS = 1000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_BYTES_OF_A_HOST = 5_000_000;
    /** What arrives of a collection grows with it, and becomes a text. */
    private static final int COLLECTION_TAKES = 3;

    private static final String TOO_LARGE = "a call may bring 64 MiB, unpacked: send several";
    private static final String HOST_TOO_LARGE = "a host may have 5 MB";
    private static final UploadItem NO_OBJECT = UploadItem.wrong("it is no object: a host document is expected");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MOST_BYTES_OF_A_HOST)
                    .build())
            .build();

    /** A text that is shorter does not count while it arrives. */
    private static final int MUCH = 1 << 17;

    private final CountedStream in;
    private boolean isJson;
    private long lastToken;
    private final Comparability comparability;
    private final UploadItems items;

    private UploadReader(InputStream in, UploadRoom.Share share) {
        this.in = new CountedStream(in, this::arrived);
        this.items = new UploadItems(share);
        this.comparability = new Comparability(share.mostOfAHost());
    }

    /**
     * A reader of a body beside which nothing else is uploaded.
     *
     * @param body as it came
     * @param gzipped whether it is compressed
     * @return the reader
     * @throws UnreadableUploadException if it should be compressed and is not
     * @throws IOException if the body cannot be read
     */
    public static UploadReader of(InputStream body, boolean gzipped) throws UnreadableUploadException, IOException {
        return of(body, gzipped, UploadRoom.within(0).share());
    }

    /**
     * A reader of one body.
     *
     * @param body as it came
     * @param gzipped whether it is compressed
     * @param share of the memory that uploads may hold; to be closed by the caller
     * @return the reader
     * @throws UnreadableUploadException if it should be compressed and is not
     * @throws IOException if the body cannot be read
     */
    public static UploadReader of(InputStream body, boolean gzipped, UploadRoom.Share share)
            throws UnreadableUploadException, IOException {
        try {
            InputStream plain = gzipped ? new GZIPInputStream(body) : body;
            return new UploadReader(plain, share);
        } catch (ZipException | EOFException notCompressed) {
            throw new UnreadableUploadException(false, "the body is not gzip, as its Content-Encoding says");
        }
    }

    private void arrived(long bytes) throws TooLongException {
        if (bytes > MOST_BYTES) {
            throw new TooLongException(TOO_LARGE);
        }
        if (isMuch()) {
            items.arriving(Math.min(bytes - lastToken, MOST_BYTES_OF_A_HOST));
        }
    }

    /** Lines and collections count by themselves what arrives of them. */
    private boolean isMuch() {
        return isJson && in.bytes() - lastToken > MUCH;
    }

    private void met() {
        if (isMuch()) {
            items.arriving(0);
        }
        lastToken = in.bytes();
    }

    /**
     * Reads a document, an array of them, or one after the other.
     *
     * @return what there is, in its order; at least one
     * @throws UnreadableUploadException if nothing of it is to be kept: no JSON, or an array without an end
     */
    public List<UploadItem> readJson() throws UnreadableUploadException {
        isJson = true;
        try (BoundedTokens parser = new BoundedTokens(JSON.createParser(in), this::met)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                readArray(parser);
            } else if (first == null) {
                throw new UnreadableUploadException(false, "the body is empty: send a host document");
            } else {
                readSequence(parser);
            }
            return items.all();
        } catch (TooLongException tooLong) {
            throw new UnreadableUploadException(true, TOO_LARGE);
        } catch (IOException broken) {
            throw new UnreadableUploadException(isTooLarge(broken), "nothing was kept: " + reason(broken));
        }
    }

    private void readArray(BoundedTokens parser) throws IOException, UnreadableUploadException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new EOFException("the array has no end");
            }
            read(parser);
            countHosts();
        }
        if (parser.nextToken() != null) {
            throw new UnreadableUploadException(false, "something stands behind the end of the array");
        }
        if (items.size() == 0) {
            throw new UnreadableUploadException(false, "the array is empty: send host documents");
        }
    }

    /** What was whole before a fault is kept. */
    private void readSequence(BoundedTokens parser) throws IOException, UnreadableUploadException {
        try {
            while (parser.currentToken() != null) {
                read(parser);
                countHosts();
                parser.nextToken();
            }
        } catch (JsonProcessingException | EOFException broken) {
            items.add(unread("from here on nothing was read: ", broken));
        }
    }

    private void countHosts() throws UnreadableUploadException {
        if (items.size() > MOST_HOSTS) {
            throw new UnreadableUploadException(true, "a call may bring " + MOST_HOSTS + " hosts: send several");
        }
    }

    private void read(BoundedTokens parser) throws IOException {
        parser.beginHost();
        HostCopy copy = copy(parser, items::copying);
        if (copy == null) {
            items.add(NO_OBJECT);
        } else if (copy.length() > MOST_BYTES_OF_A_HOST) {
            items.add(UploadItem.tooLarge(HOST_TOO_LARGE));
        } else {
            items.add(copy.length(), () -> item(copy));
        }
    }

    /** Null if the parser does not stand at an object; then it skips what there is. */
    private static @Nullable HostCopy copy(JsonParser parser, LongConsumer holds) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return HostCopy.read(parser, MOST_BYTES_OF_A_HOST, holds);
        }
        parser.skipChildren();
        return null;
    }

    private UploadItem item(HostCopy copy) {
        try {
            return UploadItem.of(new HostUpload(copy).read(comparability));
        } catch (WrongHostException wrong) {
            return UploadItem.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * Reads JSON lines: each line stands for itself.
     *
     * @return what there is, in its order; at least one
     * @throws UnreadableUploadException if nothing of it is to be kept
     */
    public List<UploadItem> readLines() throws UnreadableUploadException {
        try {
            UploadLines lines = new UploadLines(in, MOST_BYTES_OF_A_HOST, items::copying);
            for (UploadLines.Line line = lines.next(); line != null; line = lines.next()) {
                if (line.tooLong()) {
                    items.add(UploadItem.tooLarge(HOST_TOO_LARGE));
                } else if (!line.isBlank()) {
                    byte[] bytes = line.bytes();
                    items.add(bytes.length, () -> read(bytes));
                }
                countHosts();
            }
        } catch (TooLongException tooLong) {
            throw new UnreadableUploadException(true, TOO_LARGE);
        } catch (IOException cut) {
            items.add(UploadItem.wrong("the line has no end: " + reason(cut)));
        }
        if (items.size() == 0) {
            throw new UnreadableUploadException(false, "the body is empty: send host documents");
        }
        return items.all();
    }

    private UploadItem read(byte[] line) {
        try (JsonParser parser = new BoundedTokens(JSON.createParser(line), () -> {})) {
            parser.nextToken();
            HostCopy copy = copy(parser, counted -> {});
            if (parser.nextToken() != null) {
                return UploadItem.wrong("something stands behind it in its line");
            }
            return copy == null ? NO_OBJECT : item(copy);
        } catch (IOException broken) {
            return unread("", broken);
        }
    }

    /**
     * Reads what {@code collect.sh} printed.
     *
     * @return one host
     * @throws UnreadableUploadException if it is no collection, or not a whole one
     */
    public List<UploadItem> readCollection() throws UnreadableUploadException {
        try {
            CountedStream counted = new CountedStream(in, read -> items.copying(COLLECTION_TAKES * read));
            Collection collection = Collection.parse(counted);
            if (collection.cut() != null) {
                throw new UnreadableUploadException(false, "nothing was kept: " + collection.cut());
            }
            items.add(counted.bytes(), () -> readMachine(collection));
            return items.all();
        } catch (UnreadableCollectionException unreadable) {
            throw new UnreadableUploadException(false, "nothing was kept: " + unreadable.getMessage());
        } catch (IOException broken) {
            throw new UnreadableUploadException(
                    broken instanceof TooLongException, "nothing was kept: " + reason(broken));
        }
    }

    private UploadItem readMachine(Collection collection) {
        byte[] document = document(MachineReader.read(collection.sections()));
        return document.length > MOST_BYTES_OF_A_HOST ? UploadItem.tooLarge(HOST_TOO_LARGE) : read(document);
    }

    /** The machine's own clock says when; an id that was not made by the collector is that of the Insights client. */
    private static byte[] document(HostDraft host) {
        ObjectNode document = host.document();
        Instant captured = host.captured();
        if (captured != null) {
            document.put("captured_date", captured.toString());
        }
        if (document.has("id")
                && !HostUpload.isMadeByCollector(document.path("id").asText())) {
            document.set("insights_id", document.path("id"));
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static UploadItem unread(String consequence, IOException broken) {
        String reason = consequence + reason(broken);
        return isTooLarge(broken) ? UploadItem.tooLarge(reason) : UploadItem.wrong(reason);
    }

    /** The parser takes no text, number or nesting that nobody means. */
    private static boolean isTooLarge(IOException broken) {
        return broken instanceof StreamConstraintsException;
    }

    /** The parser quotes what it read, which may be a secret in a wrong place. */
    private static String reason(IOException broken) {
        if (isTooLarge(broken)) {
            return "a text, a name or a number in it is too long to be read, there are too many of them, or lists and objects in"
                    + " it are too deep";
        }
        if (broken instanceof JsonProcessingException json && json.getLocation() != null) {
            return "it is no JSON from line " + json.getLocation().getLineNr() + ", column "
                    + json.getLocation().getColumnNr() + " on";
        }
        return "it could not be read to its end";
    }
}
