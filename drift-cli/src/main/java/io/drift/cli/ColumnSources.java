package io.drift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that columns come from and that is no file.
 *
 * @param machines collects
 * @param server knows names; null if no server was given
 */
record ColumnSources(DocumentSource machines, @Nullable DocumentSource server) implements DocumentSource {

    @Override
    public List<Answer> read(List<ColumnWord> words) {
        List<Answer> answers = new ArrayList<>();
        words.forEach(word -> answers.add(Answer.failed("this has no source")));
        ask(machines, words, word -> word instanceof ColumnWord.Here || word instanceof ColumnWord.Ssh, answers);
        for (int place = 0; place < answers.size(); place++) {
            if (words.get(place) instanceof ColumnWord.OnServer asked) {
                answers.set(place, onServer(asked));
            } else if (words.get(place) instanceof ColumnWord.Missing missing) {
                answers.set(place, named(missing));
            }
        }
        return answers;
    }

    /** All machines are asked at once. */
    private static void ask(
            DocumentSource source, List<ColumnWord> words, Predicate<ColumnWord> known, List<Answer> answers) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < words.size(); place++) {
            if (known.test(words.get(place))) {
                places.add(place);
            }
        }
        if (!places.isEmpty()) {
            List<Answer> found = source.read(places.stream().map(words::get).toList());
            for (int i = 0; i < found.size(); i++) {
                answers.set(places.get(i), found.get(i));
            }
        }
    }

    private Answer onServer(ColumnWord.OnServer word) {
        return server == null
                ? Answer.failed("no --server is given that may know this name")
                : server.read(List.of(word)).get(0);
    }

    private Answer named(ColumnWord.Missing missing) {
        Answer answer;
        try {
            answer = server == null
                    ? Answer.failed("no --server is given that may know it as a name")
                    : onServer(ColumnWord.onServer(missing.baseline(), missing.text()));
        } catch (CannotCompareException odd) {
            answer = Answer.failed(String.valueOf(odd.getMessage()));
        }
        return answer.failure() == null ? answer : Answer.failed("there is no such file, and " + answer.failure());
    }
}
