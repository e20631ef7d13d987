package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/** Any objects as JSON, one after the other or in a list. Only where it is asked for: a service may answer anything. */
final class JsonFile implements SourceFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String reads() {
        return "any objects, each a column; only if asked for";
    }

    @Override
    public boolean takes(Beginning beginning) {
        return beginning.isJson();
    }

    @Override
    public boolean fits(Beginning beginning) {
        return false;
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        for (JsonNode document : JsonText.all(TextLines.text(in))) {
            PlainDocument.add(document, found);
        }
    }
}
