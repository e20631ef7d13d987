package io.drift.core.error;

import java.util.List;

/**
 * Something that was asked for does not exist, or the caller may not see it.
 *
 * <pre>{@code
 * try {
 *     System.out.println(compareSystems.compare(ComparisonQuery.ofSystems(ids), context));
 * } catch (ItemNotReturnedException missing) {
 *     ids.removeAll(missing.ids());
 * }
 * }</pre>
 */
public final class ItemNotReturnedException extends DriftException {

    private static final long serialVersionUID = 1L;

    /** The ids in question; empty where a service only said so in words. */
    private final transient List<String> ids;

    private ItemNotReturnedException(String message, List<String> ids) {
        super(message);
        this.ids = List.copyOf(ids);
    }

    /**
     * Ids that a service did not return.
     *
     * @param ids at least one, in the order of the request
     * @return the exception, whose message names them
     */
    public static ItemNotReturnedException ofIds(List<String> ids) {
        return new ItemNotReturnedException("ids [" + String.join(", ", ids) + "] not available to display", ids);
    }

    /**
     * A service that said in its own words that something is not there.
     *
     * @param words its answer, perhaps empty
     * @return the exception with those words as message
     */
    public static ItemNotReturnedException inWords(String words) {
        return new ItemNotReturnedException(words, List.of());
    }

    /**
     * The ids in question.
     *
     * @return in the order of the request; empty where a service only said so in words
     */
    public List<String> ids() {
        return ids == null ? List.of() : ids;
    }

    @Override
    public Kind kind() {
        return Kind.NOT_RETURNED;
    }

    @Override
    public ItemNotReturnedException withMessage(String message) {
        return new ItemNotReturnedException(message, ids());
    }
}
