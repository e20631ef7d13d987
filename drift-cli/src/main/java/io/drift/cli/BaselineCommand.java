package io.drift.cli;

import io.drift.collector.source.SourceReader;
import io.drift.core.error.Choice;
import io.drift.core.profile.Reading;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.json.DocumentWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes and shows the baselines that a server keeps. */
@Command(
        name = "baseline",
        description = "Makes, shows, lists, exports and deletes the baselines that a server keeps.",
        footer = {
            "",
            "What is exported is a baseline for 'drift compare --baseline FILE', and FILE makes one again.",
            "",
            "Exit codes: 0 done; 2 it could not be done, or wrong usage.",
            "",
            "Examples:",
            "  drift baseline create golden web-1 --server http://localhost:8080",
            "  drift baseline create before web-1@-7d --server http://localhost:8080",
            "  drift baseline list --server http://localhost:8080",
            "  drift baseline list --format json --server http://localhost:8080",
            "  drift baseline export golden --server http://localhost:8080 > golden.json",
            "  drift baseline delete golden --server http://localhost:8080"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class BaselineCommand implements Callable<Integer> {

    private static final String ACTION = "ACTION";
    private static final String CREATE = "create";
    private static final String SHOW = "show";
    private static final String LIST = "list";
    private static final String EXPORT = "export";
    private static final String DELETE = "delete";
    private static final int MOST_LEFT_OUT = 10;
    private static final String LIST_FORMAT = "LIST_FORMAT";
    private static final String JSON = "json";
    private static final List<String> FORMATS = List.of(TableFormat.NAME, JSON);
    private static final List<String> ACTIONS = List.of(CREATE, SHOW, LIST, EXPORT, DELETE);

    private final Shell shell;
    private final Clock clock;
    private final Collector collector;

    @Parameters(
            index = "0",
            paramLabel = ACTION,
            description = "create makes a baseline, show prints its facts, list prints which there are, export writes"
                    + " one as JSON, delete removes one.")
    private String action = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "What it is called; of one that is there also its id.")
    private @Nullable String name;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "SOURCE",
            description =
                    "What it is made of, in the words of 'drift compare': NAME[@MOMENT] of a system on the server,"
                            + " baseline:NAME, a file, here, ssh:HOST. Without, it has no facts.")
    private @Nullable String source;

    @Option(
            names = "--format",
            paramLabel = LIST_FORMAT,
            description = "Of a list: table (for people, the default) or json.")
    private @Nullable String format;

    @Mixin
    private ServerOptions server = new ServerOptions();

    private BaselineCommand(Shell shell, Clock clock, Collector collector) {
        this.shell = shell;
        this.clock = clock;
        this.collector = collector;
    }

    static CommandLine commandLine(Shell shell, Clock clock, Collector collector) {
        CommandLine baseline = new CommandLine(new BaselineCommand(shell, clock, collector));
        ShownParts.offer(baseline.getCommandSpec(), ACTION, ACTIONS);
        ShownParts.offer(baseline.getCommandSpec(), LIST_FORMAT, FORMATS);
        return baseline;
    }

    /**
     * Does it.
     *
     * @return the exit code
     */
    @Override
    public Integer call() {
        checkWords();
        BaselineServer baselines = new BaselineServer(server.access(), clock);
        switch (action) {
            case CREATE -> create(baselines, String.valueOf(name));
            case SHOW -> show(baselines.find(String.valueOf(name)));
            case DELETE -> baselines.delete(String.valueOf(name));
            case EXPORT -> print(baselines.export(String.valueOf(name)));
            default -> list(baselines.list());
        }
        return 0;
    }

    private void checkWords() {
        if (!ACTIONS.contains(action)) {
            throw new CannotCompareException(
                    "'" + action + "' is nothing to do with a baseline: give " + new Choice(ACTIONS).inWords());
        }
        if (action.equals(LIST) != (name == null)) {
            throw new CannotCompareException(
                    action.equals(LIST) ? "list takes no name" : action + " needs the name of a baseline behind it");
        }
        if (source != null && !action.equals(CREATE)) {
            throw new CannotCompareException(action + " takes one name");
        }
        if (format != null && !action.equals(LIST)) {
            throw new CannotCompareException("only list has a --format");
        }
        if (format != null && FORMATS.stream().noneMatch(format::equalsIgnoreCase)) {
            throw new CannotCompareException(
                    "a list has no format '" + format + "'; choose " + new Choice(FORMATS).inWords());
        }
    }

    private void create(BaselineServer baselines, String newName) {
        BaselineServer.Made made =
                source == null ? baselines.make(newName, List.of()) : made(baselines, newName, source);
        made.leftOut().stream().limit(MOST_LEFT_OUT).forEach(one -> shell.complain("left out: " + one));
        if (made.leftOut().size() > MOST_LEFT_OUT) {
            shell.complain("and " + (made.leftOut().size() - MOST_LEFT_OUT) + " more facts were left out");
        }
        shell.out().println(made.id());
    }

    /** What the server knows, it copies itself; everything else is read here. */
    private BaselineServer.Made made(BaselineServer baselines, String newName, String of) {
        GivenFiles given = new GivenFiles(shell);
        given.add(List.of(of), false);
        if (given.files().size() == 1) {
            ColumnWord word = given.files().get(0).word();
            if (word instanceof ColumnWord.Missing missing) {
                return baselines.copy(newName, ColumnWord.onServer(false, missing.text()));
            }
            if (word instanceof ColumnWord.OnServer known) {
                return baselines.copy(newName, known);
            }
        }
        LocalFacts local = LocalFacts.of(read(of).facts());
        BaselineServer.Made made = baselines.make(newName, local.facts());
        List<String> leftOut = new ArrayList<>(local.leftOut());
        leftOut.addAll(made.leftOut());
        return new BaselineServer.Made(made.id(), leftOut);
    }

    private FactSource read(String word) {
        DocumentSource machines = new ColumnSources(new MachineSource(collector, shell, Reading.EXACT), null);
        FileColumns columns =
                new ColumnReader(shell, new SourceReader(), Reading.EXACT, machines).read(List.of(word), List.of());
        List<FactSource> sources = columns.sources();
        if (columns.notRead() > 0 || columns.missing() > 0 || sources.size() != 1) {
            throw new CannotCompareException(
                    sources.size() > 1
                            ? word + " has " + sources.size() + " systems or baselines: a baseline is made of one"
                            : "no baseline was made, since " + word + " was not read as a whole");
        }
        return sources.get(0);
    }

    private void list(List<BaselineServer.Listed> all) {
        if (JSON.equalsIgnoreCase(format)) {
            List<Map<String, Object>> members =
                    all.stream().map(BaselineServer.Listed::members).toList();
            print(new String(DocumentWriter.write(members), StandardCharsets.UTF_8) + "\n");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NAME", "FACTS", "SYSTEMS", "UPDATED", "ID"));
        all.forEach(one -> rows.add(List.of(one.name(), one.facts(), one.systems(), one.updated(), one.id())));
        shell.printAligned(rows);
    }

    private void show(Baseline baseline) {
        List<List<String>> rows = new ArrayList<>();
        baseline.facts()
                .asMap()
                .forEach((fact, value) ->
                        rows.add(List.of(fact.toString(), value == null ? "" : String.join(", ", value.texts()))));
        shell.printAligned(rows);
    }

    private void print(String json) {
        try {
            WholeLines lines = new WholeLines(shell.report());
            OutputStream out =
                    shell.terminal().get().interactive() ? new TerminalText(lines, "application/json") : lines;
            out.write(json.getBytes(StandardCharsets.UTF_8));
            lines.end();
            shell.report().flush();
        } catch (IOException broken) {
            if (!shell.isReaderGone()) {
                throw new CannotCompareException(
                        "the baseline could not be written to its end: " + broken.getMessage());
            }
        }
    }
}
