package io.drift.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads whatever may be in a file while it streams in: a host, a profile or a baseline; a list of them, perhaps under
 * {@code results} or {@code data}; or the facts of a baseline without anything around them. There may be several of these,
 * one behind the other, as in JSON lines.
 */
final class FileStream {

    private static final String RESULTS = "results";
    private static final String DATA = "data";

    private final ProfileStream profiles;
    private final List<FileDocument> documents = new ArrayList<>();
    private final List<Map<String, Object>> facts = new ArrayList<>();

    private FileStream(ProfileStream profiles) {
        this.profiles = profiles;
    }

    /**
     * Everything in a file.
     *
     * @return at least one
     * @throws UnreadableJsonException if something of it is something else, or there is nothing in it
     */
    static List<FileDocument> readAll(JsonSource source, ProfileStream profiles) throws IOException {
        List<FileDocument> all = new ArrayList<>(readDocument(source, profiles));
        while (source.nextDocument()) {
            all.addAll(readDocument(source, profiles));
        }
        return all;
    }

    private static List<FileDocument> readDocument(JsonSource source, ProfileStream profiles) throws IOException {
        if (source.isArray()) {
            return readList(source, profiles);
        }
        if (!source.isObject()) {
            source.plain();
            throw UnreadableJsonException.unknownDocument("a single value");
        }
        Map<String, List<FileDocument>> answers = new LinkedHashMap<>();
        HostStream whole = new HostStream(profiles);
        source.members("document", (key, member) -> {
            if ((key.equals(RESULTS) || key.equals(DATA)) && member.isArray()) {
                answers.put(key, readList(member, profiles));
            } else {
                whole.read(key, member);
            }
        });
        if (answers.isEmpty()) {
            return List.of(whole.end());
        }
        return answers.containsKey(RESULTS) ? answers.get(RESULTS) : answers.get(DATA);
    }

    private static List<FileDocument> readList(JsonSource source, ProfileStream profiles) throws IOException {
        FileStream list = new FileStream(profiles);
        source.items("list", list::readItem);
        return list.end();
    }

    private void readItem(JsonSource item) throws IOException {
        if (!item.isObject()) {
            item.plain();
        }
        HostStream host = new HostStream(profiles);
        item.members("an item of the list", host::read);
        if (host.isFact()) {
            facts.add(host.fact());
        } else {
            documents.add(host.end());
        }
    }

    private List<FileDocument> end() throws UnreadableJsonException {
        if (facts.isEmpty() && documents.isEmpty()) {
            throw UnreadableJsonException.unknownDocument("an empty list");
        }
        if (facts.isEmpty()) {
            return documents;
        }
        if (!documents.isEmpty()) {
            throw UnreadableJsonException.unknownDocument("a list of facts and other things");
        }
        return List.of(new BaselineDocument(null, null, null, BaselineReader.factsOf(facts)));
    }
}
