package io.drift.server.exports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drift.registry.store.Association;
import io.drift.registry.store.BaselineQuery;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.SystemStores;
import io.drift.registry.store.SystemWrites;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;

/**
 * Reads what {@link DataExport} wrote, in one unit of work: all of it is kept, or nothing.
 *
 * <pre>{@code
 * DataImport.Count count = DataImport.read(in, stores, OrgId.LOCAL);
 * }</pre>
 */
public final class DataImport {

    /** A document that is as deep as one may be stands within a line. */
    private static final int DEEPEST = StreamReadConstraints.DEFAULT_MAX_DEPTH + 10;

    /** In a kept document a key may stand twice, as it was given; in what Drift writes itself, none does. */
    private static final JsonMapper LINES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final String NOTHING_KEPT = "; nothing was kept";

    private final JsonParser in;
    private final SystemWrites store;
    private final OrgId org;
    private final ImportedContents contents;
    private long systems;
    private long states;
    private long baselines;
    private long lines;

    private DataImport(JsonParser in, SystemWrites store, OrgId org) {
        this.in = in;
        this.store = store;
        this.org = org;
        this.contents = new ImportedContents(store, org);
    }

    /**
     * How much was read.
     *
     * @param systems how many systems
     * @param states how many states of them, the current ones included
     * @param baselines how many baselines
     */
    public record Count(long systems, long states, long baselines) {}

    /** Takes the work back. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refusal(String why) {
            super(why);
        }
    }

    /**
     * Reads everything into empty stores.
     *
     * @param from the lines; stays open
     * @param stores where to keep it
     * @param org whose it is
     * @return how much it was
     * @throws IOException if it cannot be read
     * @throws UnreadableExportException if it is no whole export of this version, or something is kept already
     * @throws io.drift.registry.store.StoreFailureException if the store cannot keep it
     */
    public static Count read(InputStream from, SystemStores stores, OrgId org)
            throws IOException, UnreadableExportException {
        try (JsonParser in = LINES.createParser(from).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            return stores.write(store -> new DataImport(in, store, org).read());
        } catch (Refusal refused) {
            throw new UnreadableExportException(refused.getMessage() + NOTHING_KEPT);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private Count read() {
        if (!store.systemIds(org).isEmpty()
                || store.baselines().page(org, BaselineQuery.ALL).total() > 0) {
            throw new Refusal("the data folder has systems or baselines already: give an empty one");
        }
        try {
            boolean more = true;
            while (more) {
                more = line();
                lines++;
            }
            if (in.nextToken() != null) {
                throw new Refusal("something stands behind its last line: give a file with one export");
            }
            return new Count(systems, states, baselines);
        } catch (JsonProcessingException | EOFException cut) {
            throw new Refusal("line " + (lines + 1) + " is cut off or no JSON: export again");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new Refusal("line " + (lines + 1) + " cannot be read (" + wrong.getMessage() + "): export again");
        }
    }

    /** Reads a line; false if it was the last one. */
    private boolean line() throws IOException {
        JsonToken start = in.nextToken();
        if (start == null && lines > 0) {
            throw new Refusal("it ends before its last line: export again");
        }
        String kind = start == JsonToken.START_OBJECT ? in.nextFieldName() : null;
        if (lines == 0 && !DataExport.FIRST.equals(kind)) {
            throw new Refusal("it is no export of Drift: give a file that 'drift data export' wrote");
        }
        in.nextToken();
        switch (kind == null ? "" : kind) {
            case DataExport.FIRST -> first();
            case DataExport.CONTENT -> content();
            case DataExport.SYSTEM -> system(in.readValueAsTree());
            case DataExport.STATE -> state(in.readValueAsTree());
            case DataExport.BASELINE -> baseline(in.readValueAsTree());
            case DataExport.END -> end();
            default ->
                throw new Refusal(
                        "line " + (lines + 1) + " is something that this version of Drift does not know: import"
                                + " it with the version that exported it");
        }
        if (in.nextToken() != JsonToken.END_OBJECT) {
            throw new Refusal("line " + (lines + 1) + " has more in it than belongs there: export again");
        }
        return !DataExport.END.equals(kind);
    }

    private void first() throws IOException {
        if (lines > 0 || in.currentToken() != JsonToken.VALUE_NUMBER_INT || in.getLongValue() != DataExport.VERSION) {
            throw new Refusal("it is of another version of Drift: import it with the version that exported it");
        }
    }

    private void end() throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT || in.getLongValue() != lines) {
            throw new Refusal("lines are missing in it: export again");
        }
    }

    private void content() throws IOException {
        if (!contents.read(in)) {
            throw new Refusal(
                    "the document of line " + (lines + 1) + " was changed since it was exported: export again");
        }
    }

    private void system(JsonNode node) {
        ExportedNode system = new ExportedNode(node);
        ExportedNode current = system.inner(DataExport.STATE);
        UUID id = system.id("id");
        store.add(org, system.system(id, current.state(id)), contentOf(current));
        systems++;
        kept(current);
    }

    private void state(JsonNode node) {
        ExportedNode state = new ExportedNode(node);
        UUID system = state.id(DataExport.SYSTEM);
        if (store.systems(org, List.of(system)).isEmpty()) {
            throw new Refusal("line " + (lines + 1) + " is of a system that no line tells of: export again");
        }
        store.addState(org, state.state(system), contentOf(state));
        kept(state);
    }

    private void baseline(JsonNode node) {
        ExportedBaseline read = ExportedBaseline.read(new ExportedNode(node));
        store.baselines().add(org, read.baseline());
        read.systems().forEach(this::associate);
        baselines++;
    }

    private void associate(Association one) {
        if (store.systems(org, List.of(one.systemId())).isEmpty()) {
            throw new Refusal("line " + (lines + 1) + " is of a system that no line tells of: export again");
        }
        store.baselines().associate(org, one);
    }

    private ProfileContent contentOf(ExportedNode state) {
        ProfileContent content = contents.find(state.text(DataExport.CONTENT));
        if (content == null) {
            throw new Refusal(
                    "line " + (lines + 1) + " names a document that stands on no line before it: export again");
        }
        return content;
    }

    private void kept(ExportedNode state) {
        states++;
        contents.kept(state.text(DataExport.CONTENT), state.id("id"));
    }
}
