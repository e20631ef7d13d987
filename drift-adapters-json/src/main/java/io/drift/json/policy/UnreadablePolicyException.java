package io.drift.json.policy;

import java.io.IOException;

/**
 * A policy that cannot be read. The message says what is wrong and what to do, behind the line and the column where it is.
 *
 * <pre>{@code
 * try {
 *     PolicyDocument.read(in);
 * } catch (UnreadablePolicyException wrong) {
 *     System.err.println("policy.yaml:" + wrong.getMessage()); // policy.yaml:3:5: ...
 * }
 * }</pre>
 */
public final class UnreadablePolicyException extends IOException {

    private static final long serialVersionUID = 1L;

    /** From 1. */
    private final int line;

    /** From 1. */
    private final int column;

    UnreadablePolicyException(int line, int column, String problem) {
        super(line + ":" + column + ": " + problem);
        this.line = line;
        this.column = column;
    }

    /**
     * Where it is.
     *
     * @return from 1
     */
    public int line() {
        return line;
    }

    /**
     * Where it is in the line.
     *
     * @return from 1, in characters
     */
    public int column() {
        return column;
    }
}
