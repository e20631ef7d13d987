package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

/** A bill of materials in the JSON of CycloneDX, as scanners of images and machines write it. */
final class CycloneDx implements SourceFormat {

    private static final Pattern MARK = Pattern.compile("\"bomFormat\"\\s*:\\s*\"CycloneDX\"");

    @Override
    public String name() {
        return "cyclonedx";
    }

    @Override
    public String reads() {
        return "a bill of materials as JSON";
    }

    @Override
    public boolean takes(Beginning beginning) {
        return beginning.isJson();
    }

    @Override
    public boolean fits(Beginning beginning) {
        return MARK.matcher(beginning.text()).find();
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        for (JsonNode document : JsonText.all(TextLines.text(in))) {
            for (JsonNode bom : document.isArray() ? document : List.of(document)) {
                addBill(bom, found);
            }
        }
    }

    private static void addBill(JsonNode bom, Findings found) throws UnreadableSourceException {
        BomComponents components = new BomComponents();
        components.addAll(bom.path("components"));
        components.end(bom.path("metadata").path("component").path("name").asText(), found);
    }
}
