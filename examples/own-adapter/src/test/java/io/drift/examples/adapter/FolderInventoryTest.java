package io.drift.examples.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drift.core.CompareSystems;
import io.drift.core.ComparisonQuery;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.RequestContext;
import io.drift.testkit.SystemDocument;
import io.drift.testkit.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderInventoryTest {

    private final SystemDocument old = Systems.system("old").with("os_release", "9.3").document();
    private final SystemDocument young = Systems.system("young").with("os_release", "9.4").document();

    @TempDir
    private Path folder;

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private void refused(Path place, String message) {
        assertThatExceptionOfType(ServiceFailureException.class)
                .isThrownBy(() -> new FolderInventory(place).find(List.of(old.id()), RequestContext.local()))
                .withMessageContaining(message);
    }

    @Test
    void systems_in_files_are_compared() throws IOException {
        write("old.json", old.asJson());
        write("young.json", young.asJson());
        write("notes.txt", "not a host");

        ComparisonReport report = CompareSystems.of(new FolderInventory(folder))
                .compare(ComparisonQuery.ofSystems(List.of(old.id(), young.id())), RequestContext.local());

        assertThat(report.fact("os_release").orElseThrow().valueGroups())
                .extracting(Object::toString)
                .containsExactly("9.3: old", "9.4: young");
    }

    @Test
    void a_file_that_is_no_host_is_named() throws IOException {
        write("broken.json", "{");

        refused(folder, "mend or remove " + folder.resolve("broken.json"));
    }

    @Test
    void a_host_without_an_id_is_named() throws IOException {
        write("nobody.json", "{\"system_profile\": {\"arch\": \"x86_64\"}}");

        refused(folder, "nobody.json: the host has no id");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        refused(folder.resolve("nowhere"), "nowhere: is it a folder?");
    }
}
