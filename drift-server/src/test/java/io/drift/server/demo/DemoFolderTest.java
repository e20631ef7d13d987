package io.drift.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    @TempDir
    Path temporary;

    private Path precious;

    @BeforeEach
    void keepSomething() throws IOException {
        precious = Files.writeString(
                Files.createDirectory(temporary.resolve("mine")).resolve("file"), "mine");
    }

    /** As a killed demo leaves it: nobody holds its lock. */
    private Path leftover(String name, String rights) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(
                Files.createDirectories(folder.resolve("data").resolve("driver"))
                        .resolve("x"),
                "x");
        Files.createSymbolicLink(folder.resolve("data").resolve("link"), precious.getParent());
        Files.writeString(folder.resolve("demo.lock"), "");
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
    }

    @Test
    void is_for_its_owner_only_and_gone_when_it_is_closed() throws IOException {
        DemoFolder folder = DemoFolder.create(temporary);
        Files.writeString(Files.createDirectory(folder.path().resolve("data")).resolve("drift.db"), "x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");

        folder.close();

        assertThat(folder.path()).doesNotExist();
        assertThat(precious).hasContent("mine");
    }

    @Test
    void sweeps_what_killed_demos_left_and_nothing_that_a_link_leads_to() throws IOException {
        Path first = leftover("drift-demo-1", "rwx------");
        Path second = leftover("drift-demo-2", "rwx------");
        try (DemoFolder folder = DemoFolder.create(temporary)) {
            assertThat(folder.sweep()).containsExactly(first, second);
            assertThat(folder.sweep()).isEmpty();
            assertThat(folder.path()).isDirectory();
        }
        assertThat(temporary).isDirectoryContaining(precious.getParent()::equals);
        assertThat(precious).hasContent("mine");
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
    }

    @Test
    void sweeps_nothing_else() throws IOException {
        Path otherName = leftover("drift-data-1", "rwx------");
        Path openToOthers = leftover("drift-demo-1", "rwxr-xr-x");
        Path aboutToBeLocked = leftover("drift-demo-2", "rwx------");
        Files.delete(aboutToBeLocked.resolve("demo.lock"));
        Path link = Files.createSymbolicLink(temporary.resolve("drift-demo-3"), otherName);
        try (DemoFolder running = DemoFolder.create(temporary);
                DemoFolder folder = DemoFolder.create(temporary)) {
            assertThat(folder.sweep()).isEmpty();
            assertThat(running.path()).isDirectory();
        }
        assertThat(otherName.resolve("data").resolve("driver").resolve("x")).exists();
        assertThat(openToOthers.resolve("data").resolve("driver").resolve("x")).exists();
        assertThat(aboutToBeLocked.resolve("data").resolve("driver").resolve("x"))
                .exists();
        assertThat(link).isSymbolicLink();
    }
}
