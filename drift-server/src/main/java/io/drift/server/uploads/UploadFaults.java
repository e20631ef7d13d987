package io.drift.server.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** What is said of a body that could not be read. The parser quotes what it read, which may be a secret in a wrong place. */
final class UploadFaults {

    private UploadFaults() {}

    /** Instead of a host, or of all that should follow. */
    static UploadItem instead(String consequence, IOException broken) {
        String reason = consequence + reason(broken);
        return isTooLarge(broken) ? UploadItem.tooLarge(reason) : UploadItem.wrong(reason);
    }

    /** Of the whole body. */
    static UnreadableUploadException ofBody(IOException broken) {
        return new UnreadableUploadException(
                isTooLarge(broken) || broken instanceof TooLongException, "nothing was kept: " + reason(broken));
    }

    /** The parser takes no text, number or nesting that nobody means. */
    private static boolean isTooLarge(IOException broken) {
        return broken instanceof StreamConstraintsException;
    }

    static String reason(IOException broken) {
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
