package io.drift.registry.store;

/**
 * A state of a system, with the system as it is today.
 *
 * <pre>{@code
 * String title = known.system().name() + " on " + known.state().captured().instant();
 * }</pre>
 *
 * @param system the system
 * @param state one of its states
 * @param content what it said of itself then
 */
public record KnownState(StoredSystem system, SystemState state, ProfileContent content) {}
