package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class ManualPageTest {

    private static final String LONG =
            "word word word word word word word word word word word word word word word word word word";

    private static String page() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Shell unused =
                new Shell(Map.of(), InputStream.nullInputStream(), nowhere, nowhere, () -> new Terminal(false, 1));
        return DriftCommandLine.of(unused, new Tool()).withSubcommand(new Cut()).manualPage();
    }

    @Test
    void texts_of_the_help_stand_where_one_looks_for_them() {
        assertThat(page())
                .contains("\n.SH NAME\n\\fBtool\\fR \\- cuts and joins\n")
                .contains("\n.SY \"tool cut\"\n[\\-q] [\\-\\-at=PLACE] PIECE\n.YS\n")
                .contains("\n.SH DESCRIPTION\nCuts and joins.\n100% by hand.\n.PP\nMeasure twice, cut once.\n")
                .contains("\n.PP\n" + "word ".repeat(15) + "word\nword word\n.PP\n\\&.macro is none\n")
                .contains("\n.TP\n\\fBcut\\fR\nCuts.\n")
                .contains("\n.TP\n\\fB\\-q\\fR, \\fB\\-\\-quiet\\fR\n\\&.\\(aq\\(dq\\(rs\\(ti\\[u2423]\n")
                .contains("\n.TP\n\\fB\\-\\-at\\fR=\\fIPLACE\\fR\nWhere.\n")
                .contains("\n.TP\n\\fIPIECE\\fR\nWhat.\n")
                .contains("\n.SS \"tool cut\"\n.TP\n\\fB0\\fR\nit is cut\n.TP\n\\fB1\\fR\nit is not\n")
                .contains("\n.SS \"every command\"\n0 all (100%) done; 2 not done.\n")
                .contains("\n.EX\ntool cut \\-\\-at 3 \\(aqa b\\(aq\ntool cut x\n");
    }

    @Test
    void examples_and_exit_codes_stand_in_one_place_only() {
        assertThat(page())
                .containsOnlyOnce("tool cut x")
                .containsOnlyOnce("(100%) done;")
                .doesNotContain("Exit codes:");
    }

    @Command(
            name = "tool",
            description = {"Cuts and joins.", "100%% by hand."},
            footer = {
                "",
                "Measure twice,",
                "cut once.",
                "",
                LONG,
                "",
                ".macro is none",
                "",
                "Exit codes: 0 all (100%%) done;",
                "            2 not done."
            })
    private static final class Tool implements Callable<Integer> {
        @Override
        public Integer call() {
            return 0;
        }
    }

    @Command(
            name = "cut",
            description = "Cuts.",
            exitCodeList = {" 0:it is cut", " 1:it is not"},
            footer = {"", "Examples:", "  tool cut --at 3 'a b'", "  tool cut x"})
    private static final class Cut implements Callable<Integer> {
        @Parameters(paramLabel = "PIECE", description = "What.")
        private String piece = "";

        @Option(
                names = {"-q", "--quiet"},
                description = ".'\"\\~␣")
        private boolean quiet;

        @Option(names = "--at", paramLabel = "PLACE", description = "Where.")
        private int place;

        @Override
        public Integer call() {
            return quiet || place > piece.length() ? 1 : 0;
        }
    }
}
