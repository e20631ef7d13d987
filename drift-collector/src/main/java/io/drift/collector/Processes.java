package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of running processes. Those of the collection itself do not count, nor the threads of the kernel: their names are
 * made of numbers of processors and of what they do at the moment.
 */
final class Processes {

    private static final Pattern SELF = Pattern.compile("self ([0-9]{1,9})");
    private static final Pattern PROCESS = Pattern.compile("([0-9]{1,9}) \\((.*)\\) ([0-9]{1,9})");
    private static final String KERNEL = "2";
    private static final int DEEPEST = 1000;

    private final Map<String, String> parents = new HashMap<>();
    private final Map<Long, String> names = new TreeMap<>();
    private final Set<String> excluded = new HashSet<>();

    private Processes() {}

    static boolean read(Section section, HostDraft host) {
        Processes processes = new Processes();
        section.lines().forEach(processes::add);
        ArrayNode running = host.profile().putArray("running_processes");
        processes.names.forEach((number, name) -> {
            if (processes.counts(number.toString())) {
                running.add(name);
            }
        });
        return !processes.names.isEmpty();
    }

    private void add(String line) {
        Matcher process = PROCESS.matcher(line);
        if (process.matches()) {
            names.put(Long.parseLong(process.group(1)), process.group(2));
            parents.put(process.group(1), process.group(3));
            if (process.group(1).equals(KERNEL) && process.group(2).equals("kthreadd")) {
                excluded.add(KERNEL);
            }
        }
        Matcher self = SELF.matcher(line);
        if (self.matches()) {
            excluded.add(self.group(1));
        }
    }

    private boolean counts(String number) {
        String one = number;
        for (int depth = 0; one != null && depth < DEEPEST; depth++) {
            if (excluded.contains(one)) {
                return false;
            }
            one = parents.get(one);
        }
        return true;
    }
}
