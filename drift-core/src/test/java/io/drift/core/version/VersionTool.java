package io.drift.core.version;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A program that knows the order, and what it answered. */
enum VersionTool {
    /** All in few calls of its interpreter of Lua, which gets each byte as a number. */
    RPM("/usr/bin/rpm", "rpm.tsv") {
        @Override
        Map<Pair, Integer> ask(List<Pair> pairs) throws IOException, InterruptedException {
            Map<Pair, Integer> answers = new LinkedHashMap<>();
            for (int from = 0; from < pairs.size(); from += AT_ONCE) {
                List<Pair> some = pairs.subList(from, Math.min(pairs.size(), from + AT_ONCE));
                String list = some.stream()
                        .map(pair -> "{\"" + bytes(pair.one()) + "\",\"" + bytes(pair.other()) + "\"}")
                        .collect(Collectors.joining(","));
                String script = "for _, pair in ipairs({" + list + "}) do print(rpm.vercmp(pair[1], pair[2]), ' ') end";
                String[] signs = printed("", path(), "--eval", "%{lua:" + script + "}")
                        .strip()
                        .split("\\s+");
                for (int place = 0; place < some.size(); place++) {
                    answers.put(some.get(place), Integer.valueOf(signs[place]));
                }
            }
            return answers;
        }

        private String bytes(String text) {
            StringBuilder escaped = new StringBuilder();
            for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
                escaped.append("\\%03d".formatted(octet & 0xff));
            }
            return escaped.toString();
        }
    },
    /** A call for each question, by a shell that reads them. */
    DPKG("/usr/bin/dpkg", "debian.tsv") {
        @Override
        Map<Pair, Integer> ask(List<Pair> pairs) throws IOException, InterruptedException {
            String questions = pairs.stream()
                    .map(pair -> pair.one() + " " + pair.other() + "\n")
                    .collect(Collectors.joining());
            List<String> answers =
                    printed(questions, "sh", "-c", ASK_DPKG).lines().toList();
            Map<Pair, Integer> signs = new LinkedHashMap<>();
            for (int place = 0; place < pairs.size(); place++) {
                if (!answers.get(place).equals("refused")) {
                    signs.put(pairs.get(place), Integer.valueOf(answers.get(place)));
                }
            }
            return signs;
        }
    };

    private static final int AT_ONCE = 200;
    private static final String ASK_DPKG = """
            export LC_ALL=C
            while read -r one other; do
                dpkg --compare-versions "$one" lt "$other" 2>/dev/null
                case $? in
                    0) echo -1 ;;
                    1) if dpkg --compare-versions "$one" eq "$other" 2>/dev/null; then echo 0; else echo 1; fi ;;
                    *) echo refused ;;
                esac
            done
            """;
    private static final Path FOLDER = Path.of("src/test/resources/io/drift/core/version");

    private final String path;
    private final String file;

    /** Two versions. */
    record Pair(String one, String other) {}

    VersionTool(String path, String file) {
        this.path = path;
        this.file = file;
    }

    /** What it says of pairs: -1, 0 or 1, as a comparator; nothing of those that it refuses. */
    abstract Map<Pair, Integer> ask(List<Pair> pairs) throws IOException, InterruptedException;

    String path() {
        return path;
    }

    boolean isInstalled() {
        return Files.isExecutable(Path.of(path));
    }

    /** What it said, when it was recorded. */
    Map<Pair, Integer> recorded() throws IOException {
        Map<Pair, Integer> answers = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            if (!line.startsWith("#")) {
                String[] words = line.split("\t");
                answers.put(new Pair(words[0], words[2]), "<=>".indexOf(words[1]) - 1);
            }
        }
        return answers;
    }

    /** Writes down what it says today. */
    void record(List<Pair> pairs) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        lines.add("# " + printed("", path, "--version").lines().findFirst().orElseThrow());
        ask(pairs).forEach((pair, sign) -> lines.add(pair.one() + "\t" + "<=>".charAt(sign + 1) + "\t" + pair.other()));
        Files.write(FOLDER.resolve(file), lines);
    }

    private static String printed(String input, String... words) throws IOException, InterruptedException {
        Path questions = Files.createTempFile("versions", ".txt");
        try {
            Files.writeString(questions, input);
            Process process = new ProcessBuilder(words)
                    .redirectInput(questions.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return out;
        } finally {
            Files.delete(questions);
        }
    }
}
