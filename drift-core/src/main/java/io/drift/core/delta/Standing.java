package io.drift.core.delta;

/**
 * How a column stands in a fact of one report.
 *
 * <pre>{@code
 * boolean odd = kept.standing(FactName.of("arch"), 0) == Standing.DIFFERS;
 * }</pre>
 */
public enum Standing {
    /** It has another value than the reference; without one, than most. Where no value is the most common, all differ. */
    DIFFERS,
    /** It has the usual value. */
    AGREES,
    /** Nobody knows: it hid its value, did not look, is not in the report, or a list of the report was cut. */
    UNKNOWN
}
