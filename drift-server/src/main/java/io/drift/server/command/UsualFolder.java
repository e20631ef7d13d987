package io.drift.server.command;

import java.nio.file.Path;
import java.util.Map;

/** Where data is kept if nobody says where: in {@code drift} in $XDG_DATA_HOME, else in ~/.local/share. */
final class UsualFolder {

    private UsualFolder() {}

    static Path of(Map<String, String> environment) {
        String dataHome = environment.getOrDefault("XDG_DATA_HOME", "");
        return (dataHome.isEmpty()
                        ? Path.of(environment.getOrDefault("HOME", "."), ".local", "share")
                        : Path.of(dataHome))
                .resolve("drift");
    }
}
