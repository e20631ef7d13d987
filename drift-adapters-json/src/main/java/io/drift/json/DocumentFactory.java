package io.drift.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.IOContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * Makes the parsers of the documents of one comparison. Names come from users, so none of them may outlive it: what
 * Jackson remembers of names belongs to the factory, and the factory to a document or to a reader that is dropped.
 */
final class DocumentFactory extends JsonFactory {

    private static final long serialVersionUID = 1L;

    DocumentFactory() {
        this(DocumentLimits.NONE);
    }

    DocumentFactory(DocumentLimits limits) {
        super(new JsonFactoryBuilder()
                .streamReadConstraints(constraints(limits))
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION));
    }

    private static StreamReadConstraints constraints(DocumentLimits limits) {
        if (limits == DocumentLimits.OF_A_REQUEST) {
            return StreamReadConstraints.builder()
                    .maxNumberLength(DocumentLimits.LONGEST_NUMBER_OF_A_REQUEST)
                    .maxStringLength(DocumentLimits.LONGEST_TEXT_OF_A_REQUEST)
                    .build();
        }
        return limits.areNone()
                ? StreamReadConstraints.defaults()
                : StreamReadConstraints.builder()
                        .maxStringLength(DocumentLimits.LONGEST_TEXT)
                        .build();
    }

    /** Almost every document is UTF-8 and begins with a bracket; the others are left to Jackson. */
    @Override
    protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
        byte[] buffer = context.allocReadIOBuffer();
        int filled = in.readNBytes(buffer, 0, 2);
        if (filled == 2 && (buffer[0] == '{' || buffer[0] == '[') && buffer[1] != 0) {
            return new ListParser(
                    context,
                    _parserFeatures,
                    in,
                    _objectCodec,
                    _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures),
                    buffer,
                    filled);
        }
        InputStream begin = new ByteArrayInputStream(buffer.clone(), 0, filled);
        context.releaseReadIOBuffer(buffer);
        return super._createParser(new SequenceInputStream(begin, in), context);
    }
}
