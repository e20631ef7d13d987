package io.drift.core.policy;

/**
 * A rule of a policy with its words.
 *
 * <pre>{@code
 * policy.entries().forEach(entry -> System.out.println(entry.id() + " " + entry.words()));
 * }</pre>
 *
 * @param id which one it is
 * @param pattern chooses facts
 * @param words what it says, {@code ignore running_processes}
 */
public record PolicyEntry(RuleId id, String pattern, String words) {}
