package io.drift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns are. If all fit into a line, each is as wide as its texts; else the widest columns become narrower
 * until all fit; if they would become too narrow to be read, they are split into several blocks, one below the other.
 *
 * @param nameWidth how wide the names of the facts are in every block
 * @param blocks the blocks
 */
record TableLayout(int nameWidth, List<Block> blocks) {

    /** Blanks between two columns. */
    static final int GAP = 2;

    /** The shortest line that is worth a table. */
    static final int NARROWEST_LINE = 40;

    private static final int NARROWEST_COLUMN = 12;
    private static final int WIDEST_COLUMN = 60;

    /**
     * Columns side by side.
     *
     * @param first the place of the first one among all columns, from 0
     * @param widths how wide each of them is
     */
    record Block(int first, int[] widths) {}

    /** How wide each column is, those of all blocks one after the other. */
    int[] widths() {
        return blocks.stream()
                .flatMapToInt(block -> IntStream.of(block.widths()))
                .toArray();
    }

    /**
     * Shares a line out.
     *
     * @param line how long it may be
     * @param names how wide the names want to be
     * @param columns how wide each column wants to be
     */
    static TableLayout of(int line, int names, int[] columns) {
        int available = Math.max(line, NARROWEST_LINE);
        int[] wanted = IntStream.of(columns)
                .map(width -> Math.min(width, WIDEST_COLUMN))
                .toArray();
        long others = IntStream.of(wanted).asLongStream().sum() + (long) GAP * wanted.length;
        int nameWidth = Math.min(names, Math.max(available * 2 / 5, (int) Math.max(0, available - others)));
        return new TableLayout(Math.min(nameWidth, WIDEST_COLUMN), blocks(available - nameWidth, wanted));
    }

    private static List<Block> blocks(int available, int[] wanted) {
        int most = mostPerBlock(available, wanted);
        int count = (wanted.length + most - 1) / most;
        List<Block> blocks = new ArrayList<>(count);
        for (int block = 0; block < count; block++) {
            int from = (int) ((long) wanted.length * block / count);
            int to = (int) ((long) wanted.length * (block + 1) / count);
            blocks.add(new Block(
                    from, shrink(available, IntStream.range(from, to).map(i -> wanted[i]))));
        }
        return blocks;
    }

    private static int mostPerBlock(int available, int[] wanted) {
        long least = IntStream.of(wanted)
                .mapToLong(width -> GAP + Math.min(width, NARROWEST_COLUMN))
                .sum();
        return least <= available ? wanted.length : Math.max(1, available / (GAP + NARROWEST_COLUMN));
    }

    /** The widest ones give way first. */
    private static int[] shrink(int available, IntStream wantedWidths) {
        int[] wanted = wantedWidths.toArray();
        int limit = WIDEST_COLUMN;
        while (limit > 1 && total(wanted, limit) > available) {
            limit--;
        }
        int widest = limit;
        return IntStream.of(wanted).map(width -> Math.min(width, widest)).toArray();
    }

    private static long total(int[] wanted, int limit) {
        return IntStream.of(wanted)
                .mapToLong(width -> GAP + Math.min(width, limit))
                .sum();
    }
}
