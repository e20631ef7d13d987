package io.drift.collector;

import java.util.stream.Stream;

/**
 * A part of what a machine said of itself: the content of a file or the output of a command.
 *
 * <pre>{@code
 * Section release = Section.read("os-release", "ID=debian\nVERSION_ID=12\n");
 * HostDraft host = MachineReader.read(Map.of(release.name(), release));
 * }</pre>
 *
 * @param name what it tells of; {@link MachineReader} knows the names
 * @param status what became of the attempt to read it
 * @param content its text; empty where nothing was read
 */
public record Section(String name, Status status, String content) {

    /** What became of the attempt to read a section. */
    public enum Status {
        /** All of it is there. */
        READ,
        /** The command failed, and perhaps printed something before. */
        FAILED,
        /** There is no such file or command. */
        ABSENT,
        /** It exists, and may not be read. */
        DENIED,
        /** It could not be tried, such as a command where there are only files. */
        SKIPPED
    }

    /**
     * A section of which all is there.
     *
     * @param name what it tells of
     * @param content its text, with any ends of lines
     * @return the section
     */
    public static Section read(String name, String content) {
        return new Section(name, Status.READ, content);
    }

    boolean hasContent() {
        return (status == Status.READ || status == Status.FAILED) && !content.isBlank();
    }

    Stream<String> lines() {
        return content.lines();
    }

    /** Its only line, without blanks around; empty if there is none. */
    String text() {
        return content.strip().lines().findFirst().orElse("").strip();
    }
}
