package io.drift.cli;

import io.drift.core.profile.Reading;
import io.drift.core.source.Baseline;
import io.drift.json.BaselineReader;
import io.drift.json.DocumentReader;
import io.drift.json.DocumentWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The baselines that a server keeps. */
final class BaselineServer {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;

    private final ServerCalls calls;
    private final ServerSource names;

    BaselineServer(ServerAccess access, Clock clock) {
        calls = new ServerCalls(access);
        names = new ServerSource(access, clock, Reading.EXACT);
    }

    /**
     * A baseline in a list.
     *
     * @param updated as the server tells it
     */
    record Listed(String id, String name, String updated, String facts, String systems) {

        /** As JSON has it: always the same members, in this order. */
        Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("name", name);
            members.put("id", id);
            members.put("updated", updated);
            members.put("facts", number(facts));
            members.put("systems", number(systems));
            return members;
        }

        private static long number(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException none) {
                throw new CannotCompareException("the server gives no answer that can be read");
            }
        }

        static Listed of(Map<?, ?> members) {
            return new Listed(
                    text(members.get("id")),
                    text(members.get("display_name")),
                    text(members.get("updated")),
                    text(members.get("fact_count")),
                    text(members.get("mapped_system_count")));
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }

    /** What was made. */
    record Made(String id, List<String> leftOut) {}

    List<Listed> list() {
        List<Listed> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<Listed> found = calls.get(
                    ServerSource.BASELINES + "?limit=" + PAGE + "&offset=" + page * PAGE, BaselineServer::readList);
            all.addAll(found);
            if (found.size() < PAGE) {
                return all;
            }
        }
        throw new CannotCompareException("the server has more than " + PAGE * MOST_PAGES + " baselines");
    }

    private static List<Listed> readList(InputStream in) throws IOException {
        List<Listed> all = new ArrayList<>();
        for (Object one : list(object(in), "data")) {
            if (one instanceof Map<?, ?> members) {
                all.add(Listed.of(members));
            }
        }
        return all;
    }

    private static Map<?, ?> object(InputStream in) throws IOException {
        if (DocumentReader.readAnswer(in) instanceof Map<?, ?> object) {
            return object;
        }
        throw new CannotCompareException("the server gives no answer that can be read");
    }

    private static List<?> list(Map<?, ?> object, String member) {
        return object.get(member) instanceof List<?> list ? list : List.of();
    }

    /** A document that {@code compare} reads as a baseline. */
    String export(String name) {
        return calls.get(ServerSource.BASELINES + "/" + names.baselineId(name), in -> {
            byte[] document = in.readAllBytes();
            only(document, name);
            return new String(document, StandardCharsets.UTF_8);
        });
    }

    Baseline find(String name) {
        return calls.get(ServerSource.BASELINES + "/" + names.baselineId(name), in -> only(in.readAllBytes(), name));
    }

    private static Baseline only(byte[] document, String name) throws IOException {
        List<Baseline> found = BaselineReader.readBaselines(new ByteArrayInputStream(document));
        if (found.size() != 1) {
            throw new CannotCompareException("there is no baseline " + name + " on the server");
        }
        return found.get(0);
    }

    void delete(String name) {
        calls.delete(ServerSource.BASELINES + "/" + names.baselineId(name));
    }

    /** Makes one of what the server knows. */
    Made copy(String name, ColumnWord.OnServer of) {
        if (of.baseline()) {
            String path = ServerSource.BASELINES + "/" + names.baselineId(of.name()) + "?display_name="
                    + ServerCalls.encoded(name);
            return calls.post(path, DocumentWriter.write(Map.of()), BaselineServer::made);
        }
        String system = names.systemId(of.name());
        return of.moment() == null
                ? make(name, "inventory_uuid", system)
                : make(name, "hsp_uuid", names.profileId(of.name(), system, of.moment()));
    }

    /** Makes one of facts. */
    Made make(String name, List<Map<String, Object>> facts) {
        return make(name, "baseline_facts", facts);
    }

    private Made make(String name, String of, Object what) {
        byte[] body = DocumentWriter.write(Map.of("display_name", name, of, what));
        return calls.post(ServerSource.BASELINES, body, BaselineServer::made);
    }

    private static Made made(InputStream in) throws IOException {
        List<String> leftOut = new ArrayList<>();
        Map<?, ?> made = object(in);
        for (Object one : list(made, "skipped_facts")) {
            if (one instanceof Map<?, ?> skipped) {
                leftOut.add(skipped.get("name") + ": " + skipped.get("reason"));
            }
        }
        return new Made(String.valueOf(made.get("id")), leftOut);
    }
}
