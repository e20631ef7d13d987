package io.drift.server.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
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
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is uploaded in one call: at most 1,000 hosts and 64 MiB, of which each host has at most 5 MB.
 *
 * <pre>{@code
 * try (UploadReader reader = UploadReader.of(body, gzipped, share)) {
 *     List<UploadItem> items = reader.readJson();
 * }
 * }</pre>
 */
public final class UploadReader implements AutoCloseable {

    private static final int BLOCK = 1 << 13;
    private static final long MOST_BYTES = 64L << 20;
    /** What arrives of a collection grows with it, and becomes a text. */
    private static final int COLLECTION_TAKES = 3;

    private static final String TOO_LARGE = "a call may bring 64 MiB, unpacked: send several";

    private final CountedStream in;
    private final UploadedHosts hosts;
    /** Null but for JSON: lines and collections count by themselves what arrives of them. */
    private @Nullable ArrivingText text;

    private UploadReader(InputStream in, UploadRoom.Share share) {
        this.in = new CountedStream(in, this::arrived);
        this.hosts = new UploadedHosts(share);
    }

    private void arrived(long bytes) throws TooLongException {
        if (bytes > MOST_BYTES) {
            throw new TooLongException(TOO_LARGE);
        }
        if (text != null) {
            text.read(bytes);
        }
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
        return of(
                body,
                gzipped,
                UploadRoom.within(Runtime.getRuntime().maxMemory()).share());
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
            InputStream plain = gzipped ? new GZIPInputStream(body, BLOCK) : body;
            return new UploadReader(plain, share);
        } catch (ZipException | EOFException notCompressed) {
            throw new UnreadableUploadException(false, "the body is not gzip, as its Content-Encoding says");
        }
    }

    /**
     * Closes the body.
     *
     * @throws IOException if that fails
     */
    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * Reads a document, an array of them, or one after the other.
     *
     * @return what there is, in its order; at least one
     * @throws UnreadableUploadException if nothing of it is to be kept: no JSON, or an array without an end
     */
    public List<UploadItem> readJson() throws UnreadableUploadException {
        ArrivingText arriving = new ArrivingText(UploadedHosts.MOST_BYTES_OF_A_HOST, hosts::arriving);
        text = arriving;
        try (BoundedTokens parser = hosts.parser(in, arriving)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                readArray(parser);
            } else if (first == null) {
                throw new UnreadableUploadException(false, "the body is empty: send a host document");
            } else {
                readSequence(parser);
            }
            return hosts.all();
        } catch (TooLongException tooLong) {
            throw new UnreadableUploadException(true, TOO_LARGE);
        } catch (IOException broken) {
            throw UploadFaults.ofBody(broken);
        }
    }

    private void readArray(BoundedTokens parser) throws IOException, UnreadableUploadException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new EOFException("the array has no end");
            }
            hosts.add(parser);
        }
        if (parser.nextToken() != null) {
            throw new UnreadableUploadException(false, "something stands behind the end of the array");
        }
        if (hosts.isEmpty()) {
            throw new UnreadableUploadException(false, "the array is empty: send host documents");
        }
    }

    /** What was whole before a fault is kept. */
    private void readSequence(BoundedTokens parser) throws IOException, UnreadableUploadException {
        try {
            while (parser.currentToken() != null) {
                hosts.add(parser);
                parser.nextToken();
            }
        } catch (JsonProcessingException | EOFException broken) {
            hosts.end(UploadFaults.instead("from here on nothing was read: ", broken));
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
            UploadLines lines = new UploadLines(in, UploadedHosts.MOST_BYTES_OF_A_HOST, hosts::copying);
            for (UploadLines.Line line = lines.next(); line != null; line = lines.next()) {
                hosts.add(line);
            }
        } catch (TooLongException tooLong) {
            throw new UnreadableUploadException(true, TOO_LARGE);
        } catch (IOException cut) {
            hosts.end(UploadItem.wrong("the line has no end: " + UploadFaults.reason(cut)));
        }
        if (hosts.isEmpty()) {
            throw new UnreadableUploadException(false, "the body is empty: send host documents");
        }
        return hosts.all();
    }

    /**
     * Reads what {@code collect.sh} printed.
     *
     * @return one host
     * @throws UnreadableUploadException if it is no collection, or not a whole one
     */
    public List<UploadItem> readCollection() throws UnreadableUploadException {
        try {
            CountedStream counted = new CountedStream(in, read -> hosts.copying(COLLECTION_TAKES * read));
            Collection collection = Collection.parse(counted);
            if (collection.cut() != null) {
                throw new UnreadableUploadException(false, "nothing was kept: " + collection.cut());
            }
            hosts.addDocument(counted.bytes(), () -> document(MachineReader.read(collection.sections())));
            return hosts.all();
        } catch (UnreadableCollectionException unreadable) {
            throw new UnreadableUploadException(false, "nothing was kept: " + unreadable.getMessage());
        } catch (IOException broken) {
            throw UploadFaults.ofBody(broken);
        }
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
}
