package io.drift.cli;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text so that certain places are seen, each with some characters around it. */
final class CellWindows {

    private final int[] text;
    private final List<int[]> windows = new ArrayList<>();

    private CellWindows(String text) {
        this.text = text.codePoints().toArray();
    }

    /**
     * At most so many characters.
     *
     * @param places what must be seen, sorted, counted in characters; the length of the text is its end. If there is no
     *     room for all of them, the last is seen
     */
    static String cut(String text, int width, List<Integer> places) {
        if (places.isEmpty()) {
            return CellText.cut(text, width);
        }
        if (CellText.width(text) > width && places.size() > 1) {
            for (int reach = width; reach >= 0; reach--) {
                String cut = new CellWindows(text).around(places, reach);
                if (CellText.width(cut) <= width) {
                    return cut;
                }
            }
        }
        return CellText.cutAround(text, width, places.get(places.size() - 1));
    }

    private String around(List<Integer> places, int reach) {
        for (int place : places) {
            int from = Math.max(0, place - reach / 3);
            int to = Math.min(text.length, place + 1 + reach - reach / 3);
            int[] last = windows.isEmpty() ? null : windows.get(windows.size() - 1);
            if (last != null && from <= last[1] + 1) {
                last[1] = Math.max(last[1], to);
            } else {
                windows.add(new int[] {from, to});
            }
        }
        return join();
    }

    private String join() {
        StringBuilder joined = new StringBuilder();
        int end = 0;
        for (int[] window : windows) {
            if (window[0] > end) {
                joined.append(CellText.ELLIPSIS);
            }
            joined.append(new String(text, window[0], window[1] - window[0]));
            end = window[1];
        }
        return joined.append(end < text.length ? CellText.ELLIPSIS : "").toString();
    }
}
