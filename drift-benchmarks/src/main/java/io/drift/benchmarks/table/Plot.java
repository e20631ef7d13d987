package io.drift.benchmarks.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lines over time, as an SVG picture. */
public final class Plot {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 180;
    private static final int LEFT = 60;
    private static final int TOP = 30;
    private static final List<String> COLOURS = List.of("#1b6ca8", "#c23b22", "#777777");

    private Plot() {}

    /**
     * One line.
     *
     * @param name what it shows
     * @param values as many as there are places on the axis; what is not a number is left out
     */
    public record Line(String name, double[] values) {}

    /**
     * A picture.
     *
     * @param title what it shows, with its unit
     * @param seconds how long the axis is
     * @param lines the lines, at most three, from 0 to the highest value of all
     * @return an element {@code svg}
     */
    public static String svg(String title, double seconds, List<Line> lines) {
        double highest = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(1);
        double top = Math.max(highest, 1e-9);
        StringBuilder svg = new StringBuilder()
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(LEFT + WIDTH + 20)
                .append(' ')
                .append(TOP + HEIGHT + 30)
                .append("\" font-family=\"sans-serif\" font-size=\"12\">\n")
                .append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n")
                .append(text(LEFT, 18, title));
        int place = LEFT + WIDTH;
        for (int i = lines.size() - 1; i >= 0; i--) {
            place -= 130;
            svg.append("<text x=\"" + place + "\" y=\"18\" fill=\"" + COLOURS.get(i) + "\">"
                    + lines.get(i).name() + "</text>\n");
        }
        svg.append("<path d=\"M" + LEFT + " " + TOP + "V" + (TOP + HEIGHT) + "H" + (LEFT + WIDTH)
                + "\" fill=\"none\" stroke=\"black\"/>\n");
        svg.append(text(4, TOP + 6, FigureTable.number(highest)))
                .append(text(4, TOP + HEIGHT, "0"))
                .append(text(LEFT + WIDTH - 40, TOP + HEIGHT + 18, FigureTable.number(seconds) + " s"));
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"" + COLOURS.get(i) + "\" points=\"");
            double[] values = lines.get(i).values();
            for (int at = 0; at < values.length; at++) {
                if (!Double.isNaN(values[at])) {
                    svg.append(String.format(
                            Locale.ROOT,
                            "%.1f,%.1f ",
                            LEFT + WIDTH * (at + 0.5) / values.length,
                            TOP + HEIGHT * (1 - values[at] / top)));
                }
            }
            svg.append("\"/>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static String text(int x, int y, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\">" + text + "</text>\n";
    }
}
