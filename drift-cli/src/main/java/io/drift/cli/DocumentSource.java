package io.drift.cli;

import io.drift.json.FileDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the documents of columns come from that are in no file: machines, or a server. */
interface DocumentSource {

    /**
     * Asks for all of them.
     *
     * @param words each is of a kind that this source knows
     * @return an answer for each, in their order: one that fails does not stop the others
     */
    List<Answer> read(List<ColumnWord> words);

    /**
     * What became of a word.
     *
     * @param content what it stands for; nothing if that failed
     * @param failure what went wrong, without the word; null if nothing did
     */
    record Answer(FileContent content, @Nullable String failure) {

        static Answer of(List<FileDocument> documents) {
            return new Answer(FileContent.of(documents), null);
        }

        static Answer failed(String why) {
            return new Answer(FileContent.NOTHING, why);
        }
    }
}
