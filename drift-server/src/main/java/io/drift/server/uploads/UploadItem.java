package io.drift.server.uploads;

import io.drift.registry.systems.UploadedSystem;
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

    /** How many bytes of it are held until it is kept. */
    int size() {
        return system == null ? 0 : system.content().size();
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
