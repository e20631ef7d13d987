package io.drift.benchmarks.http;

import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How groups of values stand to the cells of the same systems, end to end: both are asked for in turn, and so is a report of
 * no facts, which tells what it takes to get, read and compare the systems, whatever is written.
 */
final class GroupsOverHttp {

    private static final int SYSTEMS = 200;

    private final ReportClient cells;
    private final ReportClient groups;
    private final ReportClient neither;
    private final int turns;

    /**
     * Clients of a server.
     *
     * @param ids at least 200
     * @param turns how often each is asked for; the first half is for the JVM to compile
     */
    GroupsOverHttp(RunningServer server, List<String> ids, int turns) throws IOException {
        List<String> asked = ids.subList(0, SYSTEMS);
        this.cells = new ReportClient(server.port(), asked);
        this.groups = new ReportClient(server.port(), asked, "&view=groups");
        this.neither = new ReportClient(server.port(), asked, "&view=groups&fact=no.such.fact");
        this.turns = turns;
    }

    List<Figure> measure() throws IOException {
        List<double[]> times = new ArrayList<>();
        long bytesOfCells = 0;
        long bytesOfGroups = 0;
        for (int turn = 0; turn < turns; turn++) {
            long begin = System.nanoTime();
            bytesOfCells = cells.ask();
            long between = System.nanoTime();
            bytesOfGroups = groups.ask();
            long behind = System.nanoTime();
            neither.ask();
            times.add(new double[] {between - begin, behind - between, System.nanoTime() - behind});
        }
        double[] median = times.stream()
                .skip(turns / 2)
                .sorted((one, other) -> Double.compare(one[1] / one[0], other[1] / other[0]))
                .toList()
                .get((turns - turns / 2) / 2);
        return List.of(
                new Figure("groups, to the cells", SYSTEMS, median[1] / median[0], "x", Goal.atMost(0.6, 0.6)),
                Figure.of("  cells", SYSTEMS, median[0] / 1e6, "ms"),
                Figure.of("  groups", SYSTEMS, median[1] / 1e6, "ms"),
                Figure.of("  no facts of the same systems", SYSTEMS, median[2] / 1e6, "ms"),
                Figure.of("  no facts, to the cells", SYSTEMS, median[2] / median[0], "x"),
                new Figure(
                        "  bytes of the cells, to the groups",
                        SYSTEMS,
                        bytesOfCells / (double) bytesOfGroups,
                        "x",
                        Goal.atLeast(50, 50)));
    }
}
