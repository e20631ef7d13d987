package io.drift.core.fact;

import java.util.Arrays;

/** How many columns have each fact. A fact that a column has in several documents counts once. */
final class RowSizes {

    private static final int FEW = 1024;

    private int[] sizes = new int[FEW];
    /** The last column that had the fact, counted from 1. */
    private int[] lastColumn = new int[FEW];

    /** Counts a column; columns come one after the other. */
    void add(int fact, int column) {
        if (fact >= sizes.length) {
            int longer = Math.max(fact + 1, sizes.length * 2);
            sizes = Arrays.copyOf(sizes, longer);
            lastColumn = Arrays.copyOf(lastColumn, longer);
        }
        if (lastColumn[fact] != column + 1) {
            lastColumn[fact] = column + 1;
            sizes[fact]++;
        }
    }

    /** The sizes of so many facts. */
    int[] of(int facts) {
        return Arrays.copyOf(sizes, facts);
    }
}
