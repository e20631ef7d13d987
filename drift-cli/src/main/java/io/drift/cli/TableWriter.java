package io.drift.cli;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.version.PackageState;
import java.io.IOException;

/** Writes the lines of one block of a table. No line ends with blanks. */
final class TableWriter {

    private static final String INDENT = "  ";
    private static final String GAP = " ".repeat(TableLayout.GAP);

    private final Appendable out;
    private final Paint paint;
    private final int nameWidth;
    private final TableLayout.Block block;

    TableWriter(Appendable out, Paint paint, int nameWidth, TableLayout.Block block) {
        this.out = out;
        this.paint = paint;
        this.nameWidth = nameWidth;
        this.block = block;
    }

    /** Gives a cell that is cut already its colour. */
    @FunctionalInterface
    private interface Painter {
        String paint(int place, String text);
    }

    /** Cuts the text of a cell. */
    @FunctionalInterface
    private interface Cells {
        String cut(int place, int width);
    }

    private static String start(FactLine line) {
        return INDENT + StateWords.mark(line.state()) + " " + line.mark();
    }

    /** How wide the first column must be for a line. */
    static int widthOfName(FactLine line) {
        return CellText.width(start(line)) + CellText.width(line.name());
    }

    /** The names of the columns, what they are, and of when. */
    void header(TableHeader header) throws IOException {
        int shown = block.widths().length;
        int all = header.columns().size();
        if (shown < all) {
            int first = block.first() + 1;
            String which = shown == 1 ? "column " + first : "columns " + first + "-" + (block.first() + shown);
            out.append(block.first() == 0 ? "" : "\n")
                    .append(paint.strong(which + " of " + all))
                    .append('\n');
        }
        for (int number = 0; number < header.height(); number++) {
            int line = number;
            row(
                    new StringBuilder(),
                    0,
                    (place, width) -> header.cut(place, line, width),
                    (place, text) -> line == 0 ? paint.strong(text) : paint.quiet(text));
        }
    }

    /** The heading of a section, with a blank line above it. */
    void heading(Section section) throws IOException {
        out.append('\n').append(heading(section, paint)).append('\n');
    }

    /** The heading of a section, as a line. */
    static String heading(Section section, Paint paint) {
        ComparisonState state = section.state();
        return paint.strong(section.title())
                + GAP
                + paint.state(state, StateWords.heading(state))
                + GAP
                + paint.quiet("(" + section.tally().words() + ")");
    }

    /** A fact. */
    void line(FactLine line) throws IOException {
        ComparisonState state = line.state();
        String start = start(line);
        String name = CellText.cutMiddle(line.name(), nameWidth - CellText.width(start));
        StringBuilder beginning = new StringBuilder(paint.state(state, start))
                .append(state == ComparisonState.SAME ? paint.quiet(name) : name);
        row(
                beginning,
                CellText.width(start) + CellText.width(name),
                (place, width) -> line.cell(place),
                (place, text) -> paint.on() ? painted(line, place, text) : text);
    }

    private String painted(FactLine line, int place, String text) {
        PackageState arrow = line.arrow(place);
        if (arrow != null) {
            return paint.arrow(arrow, text);
        }
        ComparisonState state = line.state();
        return state == ComparisonState.SAME || line.standsOut(place) ? paint.state(state, text) : text;
    }

    /** Appends the cells of this block to the beginning of a line. */
    private void row(StringBuilder line, int beginningWidth, Cells cells, Painter painter) throws IOException {
        int at = beginningWidth;
        int begin = nameWidth + TableLayout.GAP;
        for (int i = 0; i < block.widths().length; i++) {
            String text = cells.cut(block.first() + i, block.widths()[i]);
            if (!text.isEmpty()) {
                line.append(" ".repeat(begin - at)).append(painter.paint(block.first() + i, text));
                at = begin + CellText.width(text);
            }
            begin += block.widths()[i] + TableLayout.GAP;
        }
        out.append(line).append('\n');
    }
}
