package io.drift.core.profile;

/**
 * A part of a profile that is a list of texts. What a text says is worked out once, and recorded wherever it is listed.
 *
 * <pre>{@code
 * ListPart flags = recorder.listPart("cpu_flags");
 * ListItem fpu = flags.item("fpu");
 * fpu.record();
 * }</pre>
 *
 * <p>Belongs to the {@link ProfileRecorder} that it comes from, and is not thread-safe either.
 */
@FunctionalInterface
public interface ListPart {

    /**
     * Works out what an item says. Nothing is recorded yet.
     *
     * @param text the item as it is listed
     * @return to be recorded for each profile that lists the text
     */
    ListItem item(String text);
}
