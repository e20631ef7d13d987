package io.drift.cli;

import io.drift.core.report.PrintableText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A report in UTF-8 on its way to a terminal. What a terminal would obey is escaped: in JSON as JSON does, so that it
 * stays the same document; in other formats as in the table. Only line ends stay, of CSV those that end a row.
 */
final class TerminalText extends FilterOutputStream {

    private final boolean json;
    private final boolean csv;
    /** Whether the text is within quotes. */
    private boolean quoted;
    /** The character that the octets make so far. */
    private int point;
    /** How many octets of it are still to come. */
    private int missing;

    /**
     * A text.
     *
     * @param out the terminal
     * @param mediaType the format of the text
     */
    TerminalText(OutputStream out, String mediaType) {
        super(out);
        json = mediaType.endsWith("json");
        csv = mediaType.equals("text/csv");
    }

    @Override
    public void write(int octet) throws IOException {
        int bits = octet & 0xff;
        if (bits >= 0xc0) {
            missing = bits >= 0xf0 ? 3 : bits >= 0xe0 ? 2 : 1;
            point = bits & 0x3f >> missing;
        } else if (missing > 0) {
            missing--;
            point = point << 6 | bits & 0x3f;
        } else {
            point = bits;
        }
        if (missing == 0) {
            show();
        }
    }

    private void show() throws IOException {
        quoted ^= point == '"';
        String text = Character.toString(point);
        if (!isLineEnd()) {
            text = json ? PrintableText.ofJson(text) : PrintableText.of(text);
        }
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Within quotes a line end belongs to a cell; on a terminal it could be taken for the end of the row. */
    private boolean isLineEnd() {
        return csv ? !quoted && (point == '\r' || point == '\n') : point == '\n';
    }
}
