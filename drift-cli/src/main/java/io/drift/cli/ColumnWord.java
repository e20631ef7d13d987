package io.drift.cli;

import org.jspecify.annotations.Nullable;

/** What a word of the command line says of where a column comes from; all commands understand the same words. */
sealed interface ColumnWord {

    /** This machine. */
    record Here() implements ColumnWord {}

    /** Another machine, by ssh. */
    record Ssh(SshHost host) implements ColumnWord {}

    /** What is written into the command. */
    record StandardInput() implements ColumnWord {}

    /** A file or folder. */
    record FilePath(String path) implements ColumnWord {}

    /**
     * Something that a server knows.
     *
     * @param baseline whether it is a baseline, and no system
     * @param name its name, or its id
     * @param moment which of the earlier profiles of a system; null for the system as it is
     */
    record OnServer(boolean baseline, String name, @Nullable Moment moment) implements ColumnWord {}

    /**
     * A word for which there is no file, so that only a server may know it as a name.
     *
     * @param baseline whether it was given as a baseline
     */
    record Missing(boolean baseline, String text) implements ColumnWord {}

    /** A file or folder if there is one of this path, else the name of a system on the server. */
    record Plain(String text) implements ColumnWord {}

    String HERE = Collector.HERE;
    String STANDARD_INPUT = "-";
    String FILE = "file:";
    String SYSTEM = "system:";
    String BASELINE = "baseline:";

    /**
     * Understands a word, without a look at files or servers.
     *
     * @param word as it was given
     * @throws CannotCompareException if it begins like one of the forms and does not go on like it; the message says what to
     *     write
     */
    static ColumnWord parse(String word) {
        if (word.equals(HERE)) {
            return new Here();
        }
        if (word.equals(STANDARD_INPUT)) {
            return new StandardInput();
        }
        if (SshHost.isOne(word)) {
            return new Ssh(SshHost.parse(word));
        }
        if (word.startsWith(FILE)) {
            return new FilePath(named(word, FILE));
        }
        if (word.startsWith(BASELINE)) {
            return onServer(true, named(word, BASELINE));
        }
        return word.startsWith(SYSTEM) ? onServer(false, named(word, SYSTEM)) : new Plain(word);
    }

    private static String named(String word, String prefix) {
        String rest = word.substring(prefix.length());
        if (rest.isEmpty()) {
            throw new CannotCompareException("'" + word + "' names nothing: a name or a path has to follow");
        }
        return rest;
    }

    /**
     * A name on a server.
     *
     * @param text a name, perhaps with an {@code @} and a moment behind it
     * @throws CannotCompareException if what follows the last {@code @} is no moment, or a baseline has one
     */
    static OnServer onServer(boolean baseline, String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return new OnServer(baseline, text, null);
        }
        if (baseline || at == 0) {
            throw new CannotCompareException("'" + text + "': "
                    + (baseline
                            ? "a baseline is compared as it is, and has no moments"
                            : "the name is missing before @"));
        }
        return new OnServer(false, text.substring(0, at), Moment.parse(text.substring(at + 1)));
    }
}
