package io.drift.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What standard output is.
 *
 * @param interactive whether people look at it, rather than a file or another program
 * @param width how many characters a line may have
 */
public record Terminal(boolean interactive, int width) {

    /** For who does not care. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** How wide a table in a file or a pipe is. */
    static final int WIDTH_OF_A_FILE = 120;

    private static final Terminal FILE = new Terminal(false, WIDTH_OF_A_FILE);

    /** How wide standard output is, from whoever looked before this process began; 0 if it is no terminal. */
    private static final String TOLD_WIDTH = "DRIFT_TERMINAL_WIDTH";

    private static final int USUAL_WIDTH = 80;
    private static final int SECONDS = 2;

    /**
     * Fails if standard output is not a terminal, else writes its rows and columns to standard error: {@code stty} needs
     * our standard output for itself, to see which terminal it is.
     */
    private static final String PROBE = "test -t 1 && { stty size <&1 >&2 || true; }";

    /**
     * Looks at the standard output of this process. {@link System#console} does not tell: it wants a terminal on
     * standard input too, and since Java 22 it answers without any terminal. So a shell is asked, once, unless there is
     * nothing to ask; where there is none, as on Windows, standard output counts as a file.
     *
     * @param environment {@code DRIFT_TERMINAL_WIDTH}, if it is a number, is believed: 0 for what is not a terminal, else
     *     its width. {@code COLUMNS}, if it is a number above 0, decides on the width
     * @return what it is; a terminal that does not tell its width is 80 wide
     */
    public static Terminal detect(Map<String, String> environment) {
        Terminal found = found(environment.getOrDefault(TOLD_WIDTH, "").strip());
        int wanted = numberOf(environment.getOrDefault("COLUMNS", ""));
        return wanted > 0 ? new Terminal(found.interactive, wanted) : found;
    }

    private static Terminal found(String told) {
        if (numberOf(told) > 0) {
            return new Terminal(true, numberOf(told));
        }
        return told.equals("0") || !StandardOutput.mayBeTerminal() ? FILE : ask();
    }

    private static Terminal ask() {
        try {
            Process probe = new ProcessBuilder("sh", "-c", PROBE)
                    .redirectOutput(Redirect.INHERIT)
                    .start();
            probe.getOutputStream().close();
            if (!probe.waitFor(SECONDS, TimeUnit.SECONDS)) {
                probe.destroyForcibly();
                return FILE;
            }
            String size = new String(probe.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII);
            return probe.exitValue() == 0 ? new Terminal(true, widthOf(size)) : FILE;
        } catch (IOException noShell) {
            return FILE;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return FILE;
        }
    }

    private static int widthOf(String rowsAndColumns) {
        String[] words = rowsAndColumns.strip().split(" ");
        int columns = words.length == 2 ? numberOf(words[1]) : 0;
        return columns > 0 ? columns : USUAL_WIDTH;
    }

    /** 0 for anything but a number of up to six digits. */
    private static int numberOf(String text) {
        return text.strip().matches("[0-9]{1,6}") ? Integer.parseInt(text.strip()) : 0;
    }
}
