package io.drift.server.uploads;

import io.drift.registry.store.Tag;
import io.drift.registry.systems.UploadedSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One host of an upload: what was read, or why it was not.
 *
 * @param system what was read; null if it could not be
 * @param fault what is wrong with it; null if nothing is
 */
public record UploadItem(
        @Nullable UploadedSystem system, @Nullable Fault fault) {

    /**
     * What is wrong with a host.
     *
     * @param tooLarge whether its size is
     * @param reason what to change
     */
    public record Fault(boolean tooLarge, String reason) {}

    private static final int OF_AN_ADDRESS = 110;
    private static final int OF_A_TAG = 170;

    /** How many bytes of it are held until it is kept, about. */
    int size() {
        if (system == null) {
            return 0;
        }
        int addresses = system.identity().macAddresses().size();
        List<Tag> tags = system.labels().tags();
        return system.content().size()
                + OF_AN_ADDRESS * addresses
                + (tags == null ? 0 : tags.stream().mapToInt(UploadItem::size).sum());
    }

    private static int size(Tag tag) {
        return OF_A_TAG + 2 * (length(tag.namespace()) + tag.key().length() + length(tag.value()));
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    static UploadItem of(UploadedSystem system) {
        return new UploadItem(system, null);
    }

    static UploadItem wrong(String reason) {
        return new UploadItem(null, new Fault(false, reason));
    }

    static UploadItem tooLarge(String reason) {
        return new UploadItem(null, new Fault(true, reason));
    }
}
