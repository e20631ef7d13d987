package io.drift.json;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/** How deep or long something in a document may be, so that none of them takes all memory. */
enum ReadLimit {
    /** How deep arrays and objects stand in each other. */
    DEPTH("getMaxNestingDepth", StreamReadConstraints::getMaxNestingDepth, "it is nested more than %d deep"),
    /** How many characters a number has. */
    NUMBER("getMaxNumberLength", StreamReadConstraints::getMaxNumberLength, "a number has more than %d digits"),
    /** How many characters the name of a member has. */
    NAME("getMaxNameLength", StreamReadConstraints::getMaxNameLength, "a name has more than %d characters"),
    /** How many characters a text has. */
    TEXT("getMaxStringLength", StreamReadConstraints::getMaxStringLength, "a text has more than %d characters");

    /** By this name Jackson refers to it in its message, and in no other way. */
    private final String method;

    private final ToIntFunction<StreamReadConstraints> most;
    private final String words;

    ReadLimit(String method, ToIntFunction<StreamReadConstraints> most, String words) {
        this.method = method;
        this.most = most;
        this.words = words;
    }

    /** What is too large for the parser, without the parser's own terms. */
    static String inWords(StreamConstraintsException beyond, StreamReadConstraints limits) {
        return Arrays.stream(values())
                .filter(limit -> beyond.getOriginalMessage().contains(limit.method))
                .findFirst()
                .map(limit -> limit.words.formatted(limit.most.applyAsInt(limits)))
                .orElse("something in it is larger than is read");
    }
}
