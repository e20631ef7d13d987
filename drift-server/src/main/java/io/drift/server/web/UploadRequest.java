package io.drift.server.web;

import io.drift.server.uploads.UnreadableUploadException;
import io.drift.server.uploads.UploadItem;
import io.drift.server.uploads.UploadReader;
import io.drift.server.uploads.UploadRoom;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a request says of the hosts in its body.
 *
 * @param form what they are
 * @param gzipped whether the body is compressed
 */
record UploadRequest(Form form, boolean gzipped) {

    static final String COLLECTION = "application/x-drift-collection";

    private static final List<String> LINES = List.of("application/x-ndjson", "application/jsonl");

    /** In which form hosts are uploaded. */
    enum Form {
        JSON,
        LINES,
        COLLECTION
    }

    static UploadRequest parse(Context request) {
        String encoding = request.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.unsupportedMediaType("the Content-Encoding may be gzip, or none");
        }
        return new UploadRequest(form(request.header("Content-Type")), "gzip".equalsIgnoreCase(encoding));
    }

    private static Form form(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("application/json")) {
            return Form.JSON;
        }
        if (LINES.contains(type)) {
            return Form.LINES;
        }
        if (type.equals(COLLECTION)) {
            return Form.COLLECTION;
        }
        throw Problem.unsupportedMediaType(
                "the Content-Type of hosts must be application/json, application/x-ndjson for" + " JSON lines, or "
                        + COLLECTION + " for what collect.sh prints");
    }

    /**
     * Reads the body.
     *
     * @param share of the memory that uploads may hold
     * @throws Problem if nothing of it is to be kept
     */
    List<UploadItem> read(Context request, UploadRoom.Share share) {
        try (UploadReader reader =
                UploadReader.of(new PacedBody(request.bodyInputStream(), System::nanoTime), gzipped, share)) {
            return switch (form) {
                case JSON -> reader.readJson();
                case LINES -> reader.readLines();
                case COLLECTION -> reader.readCollection();
            };
        } catch (UnreadableUploadException unreadable) {
            String reason = String.valueOf(unreadable.getMessage());
            throw unreadable.isTooLarge() ? Problem.tooLarge(reason) : Problem.badRequest(reason);
        } catch (IOException broken) {
            throw Problem.badRequest("nothing was kept: the body did not arrive");
        }
    }
}
