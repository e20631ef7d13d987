package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Processors, as {@code lscpu} or {@code /proc/cpuinfo} tell of them. */
final class Processors {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");
    private static final Map<String, String> NUMBERS = Map.of(
            "CPU(s)", "number_of_cpus",
            "Socket(s)", "number_of_sockets",
            "Core(s) per socket", "cores_per_socket",
            "Thread(s) per core", "threads_per_core");

    private Processors() {}

    static String[] keys() {
        return Stream.concat(NUMBERS.values().stream().sorted(), Stream.of("cpu_model", "cpu_flags"))
                .toArray(String[]::new);
    }

    static boolean lscpu(Section section, HostDraft host) {
        Settings lines = Settings.labels(section);
        NUMBERS.forEach((label, key) -> put(host.profile(), key, lines.get(label)));
        tell(host.profile(), lines.get("Model name"), lines.get("Flags"));
        return lines.isUnderstood();
    }

    /** The first processor stands for all; of the others only their numbers count. Says nothing where lscpu did. */
    static boolean cpuinfo(Section section, HostDraft host) {
        ObjectNode profile = host.profile();
        if (profile.has("number_of_cpus")) {
            return true;
        }
        Settings first = Settings.labels(section);
        Set<String> sockets = new TreeSet<>();
        section.lines().filter(line -> line.startsWith("physical id")).forEach(sockets::add);
        profile.put(
                "number_of_cpus",
                section.lines()
                        .filter(line -> line.startsWith("processor"))
                        .distinct()
                        .count());
        if (!sockets.isEmpty()) {
            profile.put("number_of_sockets", sockets.size());
        }
        put(profile, "cores_per_socket", first.get("cpu cores"));
        tell(
                profile,
                first.get("model name"),
                first.get("flags").isEmpty() ? first.get("Features") : first.get("flags"));
        return true;
    }

    private static void put(ObjectNode profile, String key, String number) {
        if (NUMBER.matcher(number).matches()) {
            profile.put(key, Integer.parseInt(number));
        }
    }

    private static void tell(ObjectNode profile, String model, String flags) {
        if (!model.isEmpty() && !model.equals("-")) {
            profile.put("cpu_model", model);
        }
        ArrayNode list = profile.putArray("cpu_flags");
        flags.lines()
                .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line))
                .filter(flag -> !flag.isEmpty())
                .forEach(list::add);
    }
}
