package io.drift.core.profile;

/**
 * A part of a profile that could not be looked at, so that nobody knows whether it differs.
 *
 * <pre>{@code
 * for (SkippedPart part : profile.skipped()) {
 *     System.err.println(part.key() + " is not compared: " + part.reason());
 * }
 * }</pre>
 *
 * @param key the key in the profile, such as {@code installed_packages}, perhaps with a path behind it
 * @param reason what is wrong with it, for people; it may quote the profile
 */
public record SkippedPart(String key, String reason) {}
