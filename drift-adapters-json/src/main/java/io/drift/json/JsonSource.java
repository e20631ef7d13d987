package io.drift.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.drift.core.fact.MemoryShare;
import io.drift.core.profile.PythonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A JSON document that is read from front to back. */
final class JsonSource implements AutoCloseable {

    private static final int FEW = 2;
    /** What a value takes while it is looked at, beside its characters. */
    private static final int BYTES_OF_A_VALUE = 80;

    private static final int BYTES_OF_A_REMEMBERED_NAME = 120;
    private static final int BYTES_OF_A_DOCUMENT = 400;
    private static final int SHORT_TEXT = 40;
    /** Memory is taken in pieces, so that threads do not meet at the share for every value. */
    private static final int BYTES_OF_A_PIECE = 1 << 14;

    private final JsonParser parser;
    private final Upcoming upcoming;
    private final DocumentLimits limits;
    /** How many values, containers and names the document had so far. */
    private int counted;
    /** How many bytes they take, until the document ends; and how many of these were taken from the share. */
    private long passing;

    private long taken;

    private JsonSource(JsonParser parser, DocumentLimits limits) {
        this.parser = parser;
        this.limits = limits;
        this.upcoming = parser instanceof ListParser lists ? lists : Upcoming.UNKNOWN;
    }

    /** Reads at the current place, and leaves the parser on the last token of what it read. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonSource source) throws IOException;
    }

    /** Reads one item of a list. */
    @FunctionalInterface
    interface Item {
        void read(JsonSource source) throws IOException;
    }

    /** Is told of a key that stands twice in one object, of which the last one counts. */
    @FunctionalInterface
    interface Repeats {
        void key(String name) throws UnreadableJsonException;
    }

    /** Reads one member of an object. */
    @FunctionalInterface
    interface Member {
        void read(String name, JsonSource source) throws IOException;
    }

    /**
     * Reads a whole document.
     *
     * @throws UnreadableJsonException if it is not JSON, beyond a {@link ReadLimit}, or something stands behind it
     */
    static <T> T read(InputStream in, Reading<T> reading) throws IOException {
        return read(in, new DocumentFactory(), reading);
    }

    /**
     * Reads a whole document, as one of several that have names in common.
     *
     * @param names remembers the names of all of them
     * @throws UnreadableJsonException as {@link #read(InputStream, Reading)}
     */
    static <T> T read(InputStream in, DocumentFactory names, Reading<T> reading) throws IOException {
        return readWhole(DocumentBytes.of(in), names, DocumentLimits.NONE, reading);
    }

    /**
     * Reads a whole document of a service.
     *
     * @throws UnreadableJsonException as {@link #read(InputStream, Reading)}, and if it is beyond the limits
     */
    static <T> T read(InputStream in, DocumentLimits limits, Reading<T> reading) throws IOException {
        return readWhole(DocumentBytes.of(in, limits), new DocumentFactory(limits), limits, reading);
    }

    /**
     * Reads a whole document of somebody unknown.
     *
     * @throws UnreadableJsonException as {@link #read(InputStream, DocumentLimits, Reading)}
     * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
     */
    static <T> T readStrictly(byte[] document, DocumentLimits limits, Reading<T> reading) throws IOException {
        InputStream utf8 = new StrictUtf8(DocumentBytes.of(new ByteArrayInputStream(document)));
        return readWhole(utf8, new DocumentFactory(limits), limits, reading);
    }

    /**
     * Reads a whole document from a text.
     *
     * @throws UnreadableJsonException if it is not JSON, or something stands behind it
     */
    static <T> T read(String json, Reading<T> reading) throws UnreadableJsonException {
        try {
            return readWhole(DocumentBytes.of(json), new DocumentFactory(), DocumentLimits.NONE, reading);
        } catch (UnreadableJsonException unreadable) {
            throw unreadable;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> T readWhole(InputStream utf8, DocumentFactory names, DocumentLimits limits, Reading<T> reading)
            throws IOException {
        try (JsonSource source = new JsonSource(names.createParser(utf8), limits)) {
            return source.readWhole(reading);
        }
    }

    private <T> T readWhole(Reading<T> reading) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw UnreadableJsonException.notJson("the document is empty");
            }
            T result = reading.read(this);
            if (parser.nextToken() != null) {
                throw UnreadableJsonException.notJson("something stands behind the end of the document");
            }
            return result;
        } catch (StreamConstraintsException beyond) {
            throw UnreadableJsonException.tooLarge(ReadLimit.inWords(beyond, parser.streamReadConstraints()) + place());
        } catch (MemoryShare.ExceededException beyond) {
            throw UnreadableJsonException.tooLarge(beyond.getMessage());
        } catch (JsonProcessingException broken) {
            JsonLocation location = broken.getLocation();
            throw UnreadableJsonException.notJson(
                    broken.getOriginalMessage() + (location == null ? "" : place(location)));
        }
    }

    /** Goes on to what stands behind a document, as in JSON lines. */
    boolean nextDocument() throws IOException {
        return parser.nextToken() != null;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** The items of the array at this place. */
    void items(String what, Item item) throws IOException {
        if (!isArray()) {
            throw UnreadableJsonException.wrongShape(what + " is not an array" + place());
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.read(this);
        }
    }

    /** The items of the array at this place as texts; a null is one in the notation of stored baselines (Q2). */
    void texts(String what, RecurringList list) throws IOException {
        list.begin();
        items(what, item -> {
            String text = item.text();
            list.record(text == null ? PythonText.of(null) : text);
            countItems(list.recordExpected(upcoming));
        });
    }

    /** As {@link #texts(String, RecurringList)}, but what is neither text, number nor boolean is put aside; nulls are not there. */
    void texts(String what, RecurringList list, List<@Nullable Object> others, Repeats repeats) throws IOException {
        list.begin();
        items(what, item -> {
            if (isObject() || isArray()) {
                others.add(exact(repeats));
            } else if (!isNull()) {
                list.record(PythonText.of(exact(repeats)));
            }
            countItems(list.recordExpected(upcoming));
        });
    }

    /** The items of the array at this place. All objects are read into one map, so their receiver must keep none of them. */
    void objects(String what, Consumer<@Nullable Object> objects) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        items(what, item -> {
            if (isObject()) {
                object.clear();
                readInto(object, null);
                objects.accept(object);
            } else {
                objects.accept(plain());
            }
        });
    }

    /** The members of the object at this place. */
    void members(String what, Member member) throws IOException {
        if (!isObject()) {
            throw UnreadableJsonException.wrongShape(what + " is not an object" + place());
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            countName(name);
            parser.nextToken();
            member.read(name, this);
        }
    }

    /** The value at this place as text: null for null, numbers and the like as {@link PythonText}. */
    @Nullable
    String text() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String text = parser.getText();
            count(BYTES_OF_A_VALUE + 2L * text.length());
            return text;
        }
        Object value = plain();
        return value == null ? null : PythonText.of(value);
    }

    /** As {@code skipChildren}, but names count: the parser remembers them. */
    void skip() throws IOException {
        if (limits.areNone()) {
            parser.skipChildren();
            return;
        }
        int depth = 0;
        JsonToken token = parser.currentToken();
        while (true) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.FIELD_NAME) {
                countName(parser.currentName());
            }
            if (depth == 0) {
                return;
            }
            token = parser.nextToken();
        }
    }

    /**
     * Reads one of the documents that this one consists of. What it has is counted for itself; once it has been read, it
     * takes only the memory of what was recorded of it.
     *
     * @param kept whether its texts are kept as they are
     */
    void document(boolean kept, Item document) throws IOException {
        int countedBefore = counted;
        int namesBefore = rememberedNames();
        long passingBefore = passing;
        counted = 0;
        document.read(this);
        counted = countedBefore;
        long left = BYTES_OF_A_DOCUMENT + (kept ? passing - passingBefore : 0);
        passing = passingBefore + (long) BYTES_OF_A_REMEMBERED_NAME * (rememberedNames() - namesBefore);
        if (taken > passing) {
            limits.memory().take(passing - taken);
            taken = passing;
        }
        limits.memory().take(left);
    }

    /** A text stays with the document. Short ones are in its own bytes. */
    void keep(@Nullable String text) {
        if (text != null && text.length() > SHORT_TEXT) {
            limits.memory().take(2L * text.length());
        }
    }

    /** Only of the usual parser is it known. */
    private int rememberedNames() {
        return parser instanceof ListParser lists ? lists.rememberedNames() : counted;
    }

    private void countName(String name) throws UnreadableJsonException {
        count(BYTES_OF_A_VALUE + 2L * name.length());
    }

    private void count(long bytes) throws UnreadableJsonException {
        countItems(1);
        passing += bytes;
        if (passing - taken >= BYTES_OF_A_PIECE) {
            long more = passing - taken;
            taken = passing;
            limits.memory().take(more);
        }
    }

    private void countItems(int items) throws UnreadableJsonException {
        counted += items;
        if (counted > limits.mostFacts()) {
            throw UnreadableJsonException.tooLarge(
                    "there are more than " + limits.mostFacts() + " values in one document" + place());
        }
    }

    /**
     * The value at this place, made of nulls, booleans, numbers, texts, lists and maps, as Python reads it: a number with
     * a fraction is a double, and a key that stands twice has its last value.
     */
    @Nullable
    Object plain() throws IOException {
        return value(null);
    }

    /** As {@link #plain}, but no digit and no key is lost in silence: a number that is no double stays a decimal. */
    @Nullable
    Object exact(Repeats repeats) throws IOException {
        return value(repeats);
    }

    /** Few frames for each level, so that the deepest document fits onto the stack of a thread. */
    private @Nullable Object value(@Nullable Repeats exact) throws IOException {
        count(BYTES_OF_A_VALUE);
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> exact == null ? parser.getDoubleValue() : exactNumber();
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>(FEW);
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(exact));
                }
                yield list;
            }
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                readInto(map, exact);
                yield map;
            }
            default -> {
                String text = parser.getText();
                passing += 2L * text.length();
                yield text;
            }
        };
    }

    /** One object for each number, however it is written: {@code 1.50} is {@code 1.5}. */
    private Number exactNumber() throws IOException {
        double nearest = parser.getDoubleValue();
        try {
            BigDecimal exact = parser.getDecimalValue();
            boolean isDouble =
                    Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(exact) == 0;
            return isDouble ? (Number) nearest : exact.stripTrailingZeros();
        } catch (NumberFormatException | ArithmeticException beyond) {
            throw UnreadableJsonException.tooLarge("the exponent of a number is too large" + place());
        }
    }

    private void readInto(Map<String, @Nullable Object> map, @Nullable Repeats exact) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            countName(name);
            parser.nextToken();
            if (map.put(name, value(exact)) != null && exact != null) {
                exact.key(name);
            }
        }
    }

    UnreadableJsonException wrongShape(String problem) {
        return UnreadableJsonException.wrongShape(problem + place());
    }

    private String place() {
        return place(parser.currentLocation());
    }

    private static String place(JsonLocation location) {
        return " in line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    @Override
    public void close() throws IOException {
        limits.memory().take(-taken);
        taken = 0;
        parser.close();
    }
}
