package io.drift.core.profile;

/**
 * What a profile tells of the client that uploads profiles.
 *
 * <pre>{@code
 * boolean reportsByItself = profile.header().client().enabled();
 * }</pre>
 *
 * @param installed whether some entry of the installed packages contains {@code insights-client}
 * @param enabled whether the service {@code insights-client} is enabled
 */
public record InsightsClient(boolean installed, boolean enabled) {}
