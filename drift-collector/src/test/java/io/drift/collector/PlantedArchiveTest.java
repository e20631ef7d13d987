package io.drift.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.collector.source.ReadSource;
import io.drift.collector.source.SourceReader;
import io.drift.json.SystemReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people left in the files of a machine does not come out of an archive of them either. */
class PlantedArchiveTest {

    private static String facts(ObjectNode document) throws IOException {
        return new SystemReader().read("any", document.toString()).facts().toString();
    }

    @Test
    void an_archive_tells_none_of_the_secrets_and_the_rest_as_a_collection_does(@TempDir Path folder)
            throws IOException {
        MachineTree.plant(folder);
        Files.createDirectories(folder.resolve("sos_commands"));
        Files.writeString(folder.resolve("sos_commands/any"), "");
        ReadSource read = new SourceReader().readFolder(folder);
        String document = read.documents().get(0).toString();
        assertThat(IntStream.rangeClosed(1, MachineTree.SECRETS).mapToObj(MachineTree::secret))
                .noneMatch(document::contains);
        assertThat(facts(read.documents().get(0).content())).contains("libsecret-1-0", "web-1");
    }
}
