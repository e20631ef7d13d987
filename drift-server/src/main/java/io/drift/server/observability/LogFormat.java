package io.drift.server.observability;

/** In which form the log is written. */
public enum LogFormat {
    /** A line of text, for people. */
    TEXT,
    /** A JSON object a line, for programs. */
    JSON
}
