package io.drift.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds a name for each column that no other column has: its own name; else its file; else that with its id or date;
 * else with a number behind it.
 */
final class ColumnNames {

    private static final int LAST_STEP = 3;

    private final List<ColumnDraft> drafts;
    private final Map<InputFile, String> labels = new HashMap<>();

    private ColumnNames(List<ColumnDraft> drafts) {
        this.drafts = drafts;
        Set<InputFile> files = drafts.stream().map(ColumnDraft::file).collect(Collectors.toSet());
        Map<String, Integer> ends = ends(files);
        files.forEach(file -> labels.put(file, shortest(file, ends)));
    }

    /** The names, in the order of the columns. */
    static List<String> of(List<ColumnDraft> drafts) {
        return new ColumnNames(drafts).find();
    }

    private List<String> find() {
        int[] steps = new int[drafts.size()];
        while (true) {
            List<String> names = new ArrayList<>();
            for (int column = 0; column < steps.length; column++) {
                names.add(name(column, steps[column]));
            }
            Map<String, Long> counts = names.stream().collect(Collectors.groupingBy(any -> any, Collectors.counting()));
            boolean changed = false;
            for (int column = 0; column < steps.length; column++) {
                if (counts.get(names.get(column)) > 1 && steps[column] < LAST_STEP) {
                    steps[column]++;
                    changed = true;
                }
            }
            if (!changed) {
                return names;
            }
        }
    }

    private String name(int column, int step) {
        ColumnDraft draft = drafts.get(column);
        String label = labels.get(draft.file());
        String own = draft.ownName() == null ? label : draft.ownName();
        String inFile = draft.alone() || own.equals(label) ? label : own + " (" + label + ")";
        return switch (step) {
            case 0 -> own;
            case 1 -> inFile;
            case 2 -> draft.detail() == null ? inFile : inFile + " " + draft.detail();
            default -> inFile + " #" + (column + 1);
        };
    }

    /** The shortest end of its path with which no other path ends. */
    private static String shortest(InputFile file, Map<String, Integer> ends) {
        String given = file.toString();
        for (int slash = given.lastIndexOf('/'); slash >= 0; slash = given.lastIndexOf('/', slash - 1)) {
            String end = given.substring(slash + 1);
            if (!end.isEmpty() && ends.get(end) == 1) {
                return end;
            }
        }
        return given;
    }

    /** How many paths have each of the ends that begin with a name. */
    private static Map<String, Integer> ends(Set<InputFile> files) {
        Map<String, Integer> ends = new HashMap<>();
        for (InputFile file : files) {
            String given = file.toString();
            ends.merge(given, 1, Integer::sum);
            for (int slash = given.indexOf('/'); slash >= 0; slash = given.indexOf('/', slash + 1)) {
                ends.merge(given.substring(slash + 1), 1, Integer::sum);
            }
        }
        return ends;
    }
}
