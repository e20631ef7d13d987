package io.drift.core.profile;

/**
 * What an item of a {@link ListPart} says.
 *
 * <pre>{@code
 * ListItem bash = recorder.listPart("installed_packages").item("bash-0:5.1.8-9.el9.x86_64");
 * bash.record();
 * }</pre>
 */
@FunctionalInterface
public interface ListItem {

    /** Records it for the current profile. */
    void record();
}
