package io.drift.json;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.PythonText;
import io.drift.core.source.Baseline;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads baselines. A fact is {@code {name, value}} or {@code {name, values: [{name, value}]}}; what counts is that the
 * key is there: {@code value} beats {@code values}, a null value is a fact without a value, and an entry with neither
 * is ignored.
 *
 * <pre>{@code
 * Baseline golden = BaselineReader.read("golden", "[{\"name\": \"arch\", \"value\": \"x86_64\"}]");
 * RecordedFacts facts = golden.facts(); // {arch=x86_64}
 * }</pre>
 */
public final class BaselineReader {

    private static final Set<String> FIELDS = Set.of("id", "display_name", "updated");

    private BaselineReader() {}

    /**
     * Reads an answer of {@code /baselines/{ids}}.
     *
     * @param in the answer, UTF-8
     * @return the baselines in their order
     * @throws UnreadableJsonException if it is not JSON or has another shape
     * @throws IOException if {@code in} fails
     */
    public static List<Baseline> readBaselines(InputStream in) throws IOException {
        return readBaselines(in, DocumentLimits.NONE);
    }

    /**
     * As {@link #readBaselines(InputStream)}, up to limits.
     *
     * @param in the answer, UTF-8
     * @param limits how much is read
     * @return as there
     * @throws UnreadableJsonException as there, and if there is more
     * @throws IOException if {@code in} fails
     */
    public static List<Baseline> readBaselines(InputStream in, DocumentLimits limits) throws IOException {
        FactRecorder recorder = new FactRecorder().within(limits.memory());
        return ResultsReader.read(in, limits, source -> {
            List<Baseline> baselines = new ArrayList<>();
            source.items("data", item -> item.document(false, one -> baselines.add(readBaseline(one, recorder))));
            return baselines;
        });
    }

    private static Baseline readBaseline(JsonSource source, FactRecorder recorder) throws IOException {
        TextFields fields = TextFields.read("a baseline", FIELDS, source, (name, member) -> {
            if (name.equals("baseline_facts")) {
                member.items(name, fact -> record(fact.plain(), recorder));
            } else {
                member.skip();
            }
        });
        String id = fields.required("id");
        String name = fields.get("display_name");
        return new Baseline(id, name == null ? id : name, fields.get("updated"), recorder.end());
    }

    /**
     * Reads the baselines of a file: the API's baseline, an answer with several under {@code data}, or bare
     * {@code baseline_facts}.
     *
     * @param in the file's content, UTF-8
     * @param name what a baseline without a name, or without an id, is called
     * @return the baselines in their order, at least one
     * @throws UnreadableJsonException if it is not JSON, or no baseline
     * @throws IOException if {@code in} fails
     */
    public static List<Baseline> readFile(InputStream in, String name) throws IOException {
        return baselines(new SystemReader().readFile(in)).stream()
                .map(document -> document.named(name))
                .toList();
    }

    private static List<BaselineDocument> baselines(List<FileDocument> documents) throws UnreadableJsonException {
        List<BaselineDocument> baselines = new ArrayList<>();
        for (FileDocument document : documents) {
            if (!(document instanceof BaselineDocument baseline)) {
                throw UnreadableJsonException.wrongShape("this is a system, and a baseline is expected");
            }
            baselines.add(baseline);
        }
        return baselines;
    }

    /**
     * Reads a baseline in any of the forms of {@link #readFile}.
     *
     * @param name what it is called in the comparison, and its id there
     * @param json the document
     * @return the baseline
     * @throws UnreadableJsonException if it is not JSON, no baseline, or several
     */
    public static Baseline read(String name, String json) throws UnreadableJsonException {
        List<BaselineDocument> baselines = baselines(new SystemReader().documents(json));
        if (baselines.size() > 1) {
            throw UnreadableJsonException.wrongShape(
                    "the document has " + baselines.size() + " baselines where one is expected; read it as a file");
        }
        BaselineDocument read = baselines.get(0);
        return new Baseline(name, name, read.updated(), read.facts());
    }

    /** A baseline of a file, whose {@code baseline_facts} are a list. */
    static BaselineDocument documentOf(Map<String, @Nullable Object> members) throws UnreadableJsonException {
        return new BaselineDocument(
                text(members.get("id")),
                text(members.get("display_name")),
                text(members.get("updated")),
                factsOf((Collection<?>) members.get("baseline_facts")));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : PythonText.of(value);
    }

    /** The facts of a baseline, each an object. */
    static RecordedFacts factsOf(Collection<?> facts) throws UnreadableJsonException {
        FactRecorder recorder = new FactRecorder();
        Set<String> names = new HashSet<>();
        for (Object fact : facts) {
            refuseRepeats(fact, "", names);
            record(fact, recorder);
        }
        return recorder.end();
    }

    /** A baseline says how things should be, so it must be clear. */
    private static void refuseRepeats(@Nullable Object entry, String group, Set<String> names)
            throws UnreadableJsonException {
        if (entry instanceof Map<?, ?> fact && fact.get("name") != null) {
            String name = group + PythonText.of(fact.get("name"));
            if (!names.add(name)) {
                throw UnreadableJsonException.wrongShape("the fact \"" + name + "\" stands twice in it");
            }
            if (fact.get("values") instanceof Collection<?> members) {
                for (Object member : members) {
                    refuseRepeats(member, name + ".", names);
                }
            }
        }
    }

    private static void record(@Nullable Object entry, FactRecorder recorder) throws UnreadableJsonException {
        Map<?, ?> fact = asFact(entry);
        String name = PythonText.of(fact.get("name"));
        if (fact.containsKey("value")) {
            recordValue(FactName.of(name), fact.get("value"), recorder);
        } else if (fact.get("values") instanceof Collection<?> members) {
            for (Object one : members) {
                Map<?, ?> member = asFact(one);
                if (member.containsKey("value")) {
                    FactName memberName = FactName.of(name, PythonText.of(member.get("name")));
                    recordValue(memberName, member.get("value"), recorder);
                }
            }
        }
    }

    private static Map<?, ?> asFact(@Nullable Object entry) throws UnreadableJsonException {
        if (entry instanceof Map<?, ?> fact && fact.get("name") != null) {
            return fact;
        }
        throw UnreadableJsonException.wrongShape("a fact of a baseline is not an object with a name");
    }

    private static void recordValue(FactName name, @Nullable Object value, FactRecorder recorder) {
        if (value instanceof Collection<?> several) {
            recorder.record(name, several.stream().map(PythonText::of).toList());
        } else {
            recorder.record(name, value == null ? null : PythonText.of(value));
        }
    }
}
