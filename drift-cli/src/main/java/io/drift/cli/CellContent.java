package io.drift.cli;

import java.util.List;

/**
 * What a cell says, before it is cut.
 *
 * @param full all its values, those first that not all columns have; or what says that there is none
 * @param own its values without those that all columns have
 * @param count how many values of its own it has; 0 if there is none
 * @param inAll how many values it has besides, which all columns have
 */
record CellContent(String full, String own, int count, int inAll) {

    /** What stands between two values. */
    static final String SEVERAL = ", ";

    private static final int ROOM_FOR_WORDS = 32;
    private static final int ROOM_FOR_COUNT = 16;

    /** A cell without a value. */
    static CellContent none(String shown) {
        return new CellContent(shown, "", 0, 0);
    }

    int width() {
        return CellText.width(full);
    }

    /** Whether values that all columns have are only counted in a cell of a width. */
    boolean countsWhatAllHave(int width) {
        return inAll > 0 && width() > width;
    }

    /**
     * Cuts it. What all columns have is left out first, and counted; then what is left is cut, with the number of values in
     * front, because some of several are not seen.
     *
     * @param width how long it may be
     * @param places what must be seen of its own values, see {@link CellWindows#cut}
     */
    String cut(int width, List<Integer> places) {
        if (width() <= width) {
            return full;
        }
        String rest = inAll == 0 ? "" : "+" + inAll + " in all";
        if (count == 0) {
            return CellText.cut(rest.isEmpty() ? full : rest, width);
        }
        if (!rest.isEmpty() && CellText.width(own) + rest.length() + SEVERAL.length() <= width) {
            return own + SEVERAL + rest;
        }
        String behind = rest.isEmpty() ? "" : SEVERAL + (width < ROOM_FOR_WORDS ? "+" + inAll : rest);
        String before = count > 1 && width >= ROOM_FOR_COUNT ? "(" + count + ") " : "";
        return before + CellWindows.cut(own, width - CellText.width(before + behind), places) + behind;
    }
}
