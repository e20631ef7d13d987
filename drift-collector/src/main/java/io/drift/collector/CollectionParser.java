package io.drift.collector;

import io.drift.collector.Section.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the form that {@code collect.sh} prints. A line of content has a blank in front, and a line of the form begins with
 * the boundary; so whatever else there is, was mixed into it, and nothing of it is believed.
 */
final class CollectionParser {

    static final Pattern FIRST_LINE = Pattern.compile("drift-collection ([0-9]{1,9}) ([0-9A-Za-z-]{16,64})\r?$");

    private static final String FORMAT = "1";
    private static final int MOST_LINES_OF_A_BANNER = 1000;
    private static final int MOST_SECTIONS = 1000;
    /** What is longer was not made by a machine; the longest that is read are lists of ports and of processors. */
    private static final int LONGEST_LINE = 1 << 16;

    private static final Pattern BEGIN = Pattern.compile("section ([a-z0-9-]{1,60})");
    private static final Pattern END = Pattern.compile("end ([a-z0-9-]{1,60}) ([0-9]{1,3}|absent|denied|skipped)");
    private static final Pattern COMPLETE = Pattern.compile("complete ([0-9]{1,6})");

    private final BoundedLines lines;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private String boundary = "";
    private @Nullable String open;
    private boolean isWhole = true;
    private final SectionContent content = new SectionContent();

    CollectionParser(InputStream in) {
        lines = new BoundedLines(in);
    }

    Collection parse() throws IOException {
        findFirstLine();
        while (lines.advance()) {
            if (open != null && lines.isIndented() && lines.hasEnd()) {
                add();
                continue;
            }
            String line = lines.text();
            if (!lines.hasEnd() && !isComplete(line)) {
                break;
            }
            if (line.startsWith(boundary)) {
                Matcher complete = COMPLETE.matcher(line.substring(boundary.length()));
                if (open == null && complete.matches()) {
                    return complete(complete.group(1));
                }
                mark(line.substring(boundary.length()));
            } else if (!line.isEmpty()) {
                throw mixed();
            }
        }
        return new Collection(sections, cut());
    }

    private void add() {
        if (lines.length() <= LONGEST_LINE) {
            lines.addIndentedTo(content);
        } else {
            isWhole = false;
        }
    }

    /** A tool may have taken the end of the last line; any other line without an end was cut. */
    private boolean isComplete(String line) {
        return line.equals(boundary + "complete " + sections.size());
    }

    private void findFirstLine() throws IOException {
        for (int number = 0; number < MOST_LINES_OF_A_BANNER; number++) {
            String line = lines.next();
            if (line == null) {
                break;
            }
            Matcher first = FIRST_LINE.matcher(line);
            if (first.find()) {
                begin(first.group(1), first.group(2));
                return;
            }
        }
        throw new UnreadableCollectionException("this is no collection: it has no line that begins with \""
                + Collection.BEGINS + FORMAT + "\"; 'drift collect --raw' prints one");
    }

    private void begin(String format, String ofThis) throws UnreadableCollectionException {
        if (!format.equals(FORMAT)) {
            throw new UnreadableCollectionException("the collection has the format " + format
                    + ", and this Drift reads " + FORMAT + ": use the Drift that collected it, or collect again");
        }
        boundary = ofThis + " ";
    }

    private void mark(String mark) throws UnreadableCollectionException {
        Matcher begin = BEGIN.matcher(mark);
        Matcher end = END.matcher(mark);
        if (open == null && begin.matches() && sections.size() < MOST_SECTIONS) {
            open = begin.group(1);
            content.clear();
            isWhole = true;
        } else if (open != null && end.matches() && end.group(1).equals(open)) {
            close(open, end.group(2));
        } else {
            throw mixed();
        }
    }

    private void close(String name, String status) throws UnreadableCollectionException {
        if (sections.put(name, new Section(name, isWhole ? statusOf(status) : Status.FAILED, content.text())) != null) {
            throw mixed();
        }
        open = null;
    }

    private static Status statusOf(String status) {
        return switch (status) {
            case "0" -> Status.READ;
            case "absent" -> Status.ABSENT;
            case "denied" -> Status.DENIED;
            case "skipped" -> Status.SKIPPED;
            default -> Status.FAILED;
        };
    }

    /** What a shell prints when it is left does not matter, but another collection would. */
    private Collection complete(String number) throws IOException {
        if (Integer.parseInt(number) != sections.size()) {
            throw new UnreadableCollectionException("the collection had " + number + " sections and has "
                    + sections.size() + ": it was changed on its way; collect again");
        }
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (FIRST_LINE.matcher(line).find()) {
                throw new UnreadableCollectionException(
                        "a second collection stands behind the first: write a file for each");
            }
        }
        return new Collection(sections, null);
    }

    private String cut() {
        return "the end of the collection is missing: it stops "
                + (open == null ? "after " + sections.size() + " sections" : "in the section " + open)
                + "; what should follow was not looked at";
    }

    private UnreadableCollectionException mixed() {
        return new UnreadableCollectionException("line " + lines.number()
                + " is not of this collection: other output, or another collection, was mixed into it; collect again");
    }
}
