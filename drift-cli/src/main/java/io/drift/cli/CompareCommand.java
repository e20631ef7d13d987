package io.drift.cli;

import io.drift.collector.source.SourceReader;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactCondition;
import io.drift.core.comparison.FactSelection;
import io.drift.core.delta.KeptReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.error.Choice;
import io.drift.core.profile.Reading;
import io.drift.core.report.ReportView;
import io.drift.core.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Compares files and machines, without any service. */
@Command(
        name = "compare",
        description = "Compares systems and baselines from files, machines or a server.",
        footer = {
            "",
            "A machine is asked by 'ssh', or what DRIFT_SSH names, with your configuration and without questions.",
            "",
            "A moment is a date (2026-08-02, 2026-08-02T12:00), an age (-7d), 'previous', or the id of a profile: the newest",
            "profile of the system at or before it.",
            "",
            "Files of one machine (the same id): the newest is the system, the others are its history. Of when a file is,",
            "its captured_date tells, else its updated.",
            "",
            "What a file does not tell by its nature, as a list of packages tells nothing of services, is not compared: the",
            "table has ? there. What changes by itself is left out; --all compares it. The summary counts both.",
            "",
            "What a policy hides is counted and no difference; --verbose names it.",
            "",
            "Exit codes: 0 nothing differs in what was looked at; 1 something differs, or part of a file was not compared,",
            "or a host has no profile; 2 a file was not read, or there are not two columns to compare, or no two looked at",
            "the same, or wrong usage; 130 interrupted. The highest counts. With --known, 1 only if something is new, or",
            "cannot be compared any more; --fail-on changes it.",
            "",
            "Examples:",
            "  drift compare ssh:web-1 ssh:web-2",
            "  drift compare before here",
            "  drift compare web-1.json web-2.json --only-different",
            "  drift compare fleet/ --baseline hardened.json --reference web-1"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final int NOT_ALL_READ = 2;
    private static final int TWO = 2;
    private static final String FORMAT_DESCRIPTION = "format";
    private static final String FILE_DESCRIPTION = "file";

    private final Shell shell;
    private final Clock clock;
    private final Function<Reading, DocumentSource> machines;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = FILE_DESCRIPTION)
    private List<String> files = List.of();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "A baseline, or only its baseline_facts. Only the facts that baselines have are compared then."
                            + " May be given several times.")
    private List<String> baselines = List.of();

    @Option(names = "--as", paramLabel = OfferedSources.LABEL, descriptionKey = OfferedSources.LABEL)
    private SourceReader sources = new SourceReader();

    @Option(
            names = "--reference",
            paramLabel = "COLUMN",
            description = "Compares every column with this one: its name, its file or its id.")
    private @Nullable String reference;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = FORMAT_DESCRIPTION)
    private OfferedFormats.Chosen format = OfferedFormats.Chosen.TABLE;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description =
                    "What of the report is shown: cells, what each column says; groups, which values there are and"
                            + " who has which; outliers, which machine is the odd one and why; clusters, which machines are the"
                            + " same. A table shows groups from five columns on, else cells, as the other formats do.")
    private @Nullable ReportView view;

    @Option(names = "--only-different", description = "Leaves out what is the same everywhere.")
    private boolean onlyDifferent;

    @Option(
            names = "--only",
            paramLabel = "STATE",
            split = ",",
            description =
                    "Shows only facts that have such a cell; of several, with commas, any: ${COMPLETION-CANDIDATES}."
                            + " Packages are older or newer than that of the reference, else than the newest one that any"
                            + " column has; mixed, if several versions are installed. All facts are counted nevertheless.")
    private Set<FactCondition> only = Set.of();

    @Option(
            names = "--names",
            paramLabel = "HOW_MANY",
            description =
                    "How many names the groups, outliers and clusters tell in JSON: few, the default, or all, so that"
                            + " a later report can be compared with it as a whole.")
    private String names = "few";

    @Option(
            names = "--known",
            paramLabel = "REPORT",
            description =
                    "An earlier report, cells or groups as JSON: tells which differences are new, known or resolved"
                            + " since: in the rows of the table and behind it, in html and markdown, or instead of the report as json or csv.")
    private @Nullable String known;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description =
                    "What exits with 1: any difference (the default), only new ones with --known (there the default),"
                            + " those of a severity of the policy or a worse one (severity=high), or none.")
    private @Nullable FailOn failOn;

    @Option(
            names = "--all-facts",
            description = "Compares all facts beside a baseline: what a baseline does not mention, differs from it.")
    private boolean allFacts;

    @Option(
            names = "--baseline-facts-only",
            description = "Compares the facts that baselines have; so it is done anyway, without --all-facts.")
    private boolean baselineFactsOnly;

    @Option(
            names = "--all",
            description = "Compares also what changes by itself, such as counters of the kernel and interfaces of"
                    + " containers; else it is only counted.")
    private boolean all;

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "How long a line of the table may be, at least " + TableLayout.NARROWEST_LINE
                    + "; else as wide as the terminal, or as COLUMNS says, or " + Terminal.WIDTH_OF_A_FILE + ".")
    private @Nullable Integer width;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description =
                    "Colours of the table: ${COMPLETION-CANDIDATES}. auto, the default, colours on a terminal unless"
                            + " NO_COLOR is set.")
    private ColorMode color = ColorMode.AUTO;

    @Option(
            names = "--verbose",
            description = "Names on standard error all parts that could not be compared, not only the first ten, what"
                    + " changed by itself, and what a policy hides. Shows all outliers with all their reasons.")
    private boolean verbose;

    private CompareCommand(Shell shell, Clock clock, Function<Reading, DocumentSource> machines) {
        this.shell = shell;
        this.clock = clock;
        this.machines = machines;
    }

    /**
     * The command.
     *
     * @param shell what it sees of its process
     * @param clock tells which systems are stale
     * @param formats what may be asked for
     * @param machines collects from this machine and others, and reads what they say so closely
     */
    static CommandLine commandLine(
            Shell shell, Clock clock, OfferedFormats formats, Function<Reading, DocumentSource> machines) {
        return new CommandLine(new CompareCommand(shell, clock, machines))
                .registerConverter(ColorMode.class, ColorMode::of)
                .registerConverter(ReportView.class, CompareCommand::view)
                .registerConverter(FailOn.class, FailOn::of)
                .registerConverter(FactCondition.class, CompareCommand::condition)
                .registerConverter(OfferedFormats.Chosen.class, formats)
                .registerConverter(SourceReader.class, new OfferedSources())
                .setResourceBundle(new ListResourceBundle() {
                    @Override
                    protected Object[][] getContents() {
                        return new Object[][] {
                            {FORMAT_DESCRIPTION, formats.description()},
                            {OfferedSources.LABEL, OfferedSources.description()},
                            {
                                FILE_DESCRIPTION,
                                "As JSON: " + AcceptedInputs.inWords()
                                        + ". As they are: " + AcceptedInputs.formats()
                                        + "; see --as. A folder stands for its *.json and *.collection files, - for"
                                        + " standard input, here for this machine, ssh:[USER@]HOST[:PORT] for another"
                                        + " one, and file:PATH for a file with any name. With --server also"
                                        + " system:NAME[@MOMENT], baseline:NAME, and the name of a system alone."
                            }
                        };
                    }
                });
    }

    /**
     * Compares and prints.
     *
     * @return the exit code
     */
    @Override
    public Integer call() {
        checkWidth();
        checkOnly();
        checkKnown();
        @Nullable KnownReport earlier = known == null ? null : KnownReport.read(known, shell);
        @Nullable ReportWriter writer = format.inView(view, onlyDifferent, hasAllNames());
        if (earlier != null && writer != null) {
            earlier.checkToldBy(writer);
        }
        ChosenPolicy chosen = policy.choose(shell.environment());
        Reading reading = chosen.reading();
        DocumentSource others = new ColumnSources(machines.apply(reading), server.source(clock, reading));
        FileColumns columns = new ColumnReader(shell, sources, reading, others).read(files, baselines);
        String referenceId = reference == null ? null : columns.idOf(reference);
        checkComparable(columns);
        ComparisonReport report = Comparison.of(columns.sources())
                .withRules(chosen.rules(all))
                .withReference(referenceId)
                .withBaselineFactsOnly(isOfBaselineFactsOnly(columns))
                .report(clock);
        new SkippedParts(report, columns).printTo(shell, verbose);
        new OmissionWords(report.omissions()).printTo(shell, columns, verbose);
        new RuleWords(report.omissions().byRules()).printTo(shell, verbose);
        @Nullable ReportDelta delta = earlier == null ? null : earlier.until(KeptReport.of(report));
        Optional<ReportWriter> marked = delta == null || writer == null ? Optional.empty() : writer.withDelta(delta);
        if (delta == null || writer == null || marked.isPresent()) {
            print(report, marked.orElse(writer), columns, referenceId, new RowMarks(delta));
        }
        if (delta != null && marked.isEmpty()) {
            DeltaCommand.print(delta, writer == null ? TableFormat.NAME : writer.name(), shell);
        }
        return columns.notRead() > 0 || isWithoutComparison(report)
                ? NOT_ALL_READ
                : gate().code(report, columns.missing(), delta);
    }

    private boolean hasAllNames() {
        if (!names.equals("few") && !names.equals("all")) {
            throw new CannotCompareException("--names is few or all, and not '" + names + "'");
        }
        return names.equals("all");
    }

    private static ReportView view(String word) {
        return ReportView.of(word)
                .orElseThrow(() -> new TypeConversionException(
                        "there is no view '" + word + "'; choose " + new Choice(ReportView.words()).inWords()));
    }

    private static FactCondition condition(String word) {
        return FactCondition.of(word.strip())
                .orElseThrow(() -> new TypeConversionException(
                        "'" + word + "' is none of " + new Choice(FactCondition.words()).inWords()));
    }

    private FailOn gate() {
        if (failOn != null) {
            return failOn;
        }
        return known == null ? FailOn.ANY : FailOn.NEW;
    }

    private void checkKnown() {
        if (known == null && FailOn.NEW.equals(failOn)) {
            throw new CannotCompareException(
                    "--fail-on new needs a --known report: without one, nobody knows what is new");
        }
    }

    /** Whether no two columns looked at the same, as a list of packages and one of kernel settings, or all is hidden. */
    private boolean isWithoutComparison(ComparisonReport report) {
        if (!report.comparisons().isEmpty()) {
            return false;
        }
        boolean hidden = report.omissions().byRules().stream().anyMatch(effect -> effect.facts() > 0);
        shell.complain("nothing was compared: "
                + (report.omissions().notComparable() == 0 && hidden
                        ? "the policy hides all facts"
                        : "there is no fact that two columns looked at"));
        return true;
    }

    private void checkWidth() {
        if (width != null && width < TableLayout.NARROWEST_LINE) {
            throw new CannotCompareException(
                    "--width " + width + " is too narrow for a table: give " + TableLayout.NARROWEST_LINE + " or more");
        }
    }

    private void checkOnly() {
        if (reference == null) {
            only.stream()
                    .filter(FactCondition::needsReference)
                    .min(Comparator.naturalOrder())
                    .ifPresent(state -> {
                        throw new CannotCompareException(
                                "--only " + state.word()
                                        + " needs a --reference: without one, each package is compared with the newest that there is");
                    });
        }
        boolean facts =
                view == null || view == ReportView.CELLS || view == ReportView.GROUPS && format.format() == null;
        if (!only.isEmpty() && !facts) {
            throw new CannotCompareException(
                    "--only chooses facts of the cells, or of the groups as a table: leave it or --view out");
        }
        if (onlyDifferent && only.contains(FactCondition.SAME)) {
            throw new CannotCompareException("--only same and --only-different contradict each other: give one");
        }
    }

    private void checkComparable(FileColumns columns) {
        long comparable = columns.withContent();
        if (comparable < TWO) {
            columns.withoutContent().forEach(file -> shell.complain(file + " has nothing to compare"));
            throw new CannotCompareException(
                    comparable == 0
                            ? "there is nothing to compare: give at least two systems or baselines"
                            : "there is nothing to compare it with: only one system or baseline has facts; give another");
        }
        if (!columns.hasBaseline() && (baselineFactsOnly || allFacts)) {
            throw new CannotCompareException(
                    (allFacts ? "--all-facts" : "--baseline-facts-only") + " needs a --baseline");
        }
        if (baselineFactsOnly && allFacts) {
            throw new CannotCompareException("--all-facts and --baseline-facts-only contradict each other: give one");
        }
    }

    private boolean isOfBaselineFactsOnly(FileColumns columns) {
        return columns.hasBaseline() && !allFacts;
    }

    /** Nobody who stopped reading, as {@code head} does, wants to hear of it. */
    private void print(
            ComparisonReport report,
            @Nullable ReportWriter chosen,
            FileColumns columns,
            @Nullable String referenceId,
            RowMarks marks) {
        Terminal terminal = shell.terminal().get();
        ShownFacts shown = new ShownFacts(FactSelection.of(report, referenceId, only), onlyDifferent, only);
        try {
            if (chosen == null) {
                table(terminal, columns, referenceId, shown, marks).write(report, shell.report());
            } else {
                // pages show what differs anyway, and need the rest to tell who is odd
                boolean whole =
                        view != null && view != ReportView.CELLS || chosen.showsDifferencesOnly() && only.isEmpty();
                write(whole ? report : shown.of(report), chosen, terminal);
            }
            shell.report().flush();
        } catch (IOException broken) {
            if (!shell.isReaderGone()) {
                throw new CannotCompareException("the report could not be written to its end: " + broken.getMessage());
            }
        }
    }

    private TableFormat table(
            Terminal terminal, FileColumns columns, @Nullable String referenceId, ShownFacts shown, RowMarks marks) {
        Paint paint = new Paint(color.isOn(shell.suitsColours(terminal)));
        int lineWidth = width == null ? terminal.width() : width;
        TableFormat.Style style = new TableFormat.Style(lineWidth, paint, shown, view, verbose, marks);
        TableFormat.Scope scope =
                new TableFormat.Scope(isOfBaselineFactsOnly(columns), columns.notRead(), columns.missing());
        return new TableFormat(style, scope, referenceId, clock);
    }

    private void write(ComparisonReport report, ReportWriter chosen, Terminal terminal) throws IOException {
        WholeLines lines = new WholeLines(shell.report());
        OutputStream out = terminal.interactive() ? new TerminalText(lines, chosen.mediaType()) : lines;
        chosen.write(report, out);
        lines.end();
    }
}
