package io.drift.cli;

import io.drift.collector.source.SourceReader;
import io.drift.core.error.Choice;
import java.util.List;

/** What a file may be. A new kind of input is named here; the help and what is said of a file that is none of them follow. */
final class AcceptedInputs {

    private static final List<String> KINDS = List.of(
            "a host with its system_profile",
            "a historical profile",
            "a bare system profile",
            "a baseline or only its baseline_facts",
            "a list of these, or an answer that has them under results or data");

    private AcceptedInputs() {}

    /** All of them, as part of a sentence. */
    static String inWords() {
        return String.join("; ", KINDS);
    }

    /** The formats of other tools, by their names. */
    static String formats() {
        return new Choice(SourceReader.formats()).inWords();
    }
}
