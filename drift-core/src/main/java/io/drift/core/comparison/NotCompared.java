package io.drift.core.comparison;

import io.drift.core.source.FactSource;

/**
 * A part of a profile that could not be looked at: whether it differs, nobody knows.
 *
 * <pre>{@code
 * for (NotCompared part : report.notCompared()) {
 *     System.err.println(part.source().name() + ": " + part.part() + " is not compared: " + part.reason());
 * }
 * }</pre>
 *
 * @param source whose profile it is
 * @param part the key in the profile, perhaps with a path behind it; {@code system_profile} for one that does not exist
 * @param reason why, for people; it may quote the profile
 */
public record NotCompared(FactSource source, String part, String reason) {}
