package io.drift.collector.source;

import io.drift.collector.Collection;
import io.drift.collector.HostDraft;
import io.drift.collector.UnreadableCollectionException;
import java.io.IOException;
import java.io.InputStream;

/** What {@code collect.sh} prints on a machine. */
final class CollectionFile implements SourceFormat {

    @Override
    public String name() {
        return "collection";
    }

    @Override
    public String reads() {
        return "the raw output of drift collect";
    }

    @Override
    public boolean fits(Beginning beginning) {
        return Collection.isBegunBy(beginning.text());
    }

    @Override
    public void read(InputStream in, Findings found) throws IOException {
        try {
            Collection collection = Collection.parse(in);
            HostDraft host = collection.machine();
            found.host(host);
            collection.missing().forEach(found::missing);
            host.missing().forEach(found::missing);
        } catch (UnreadableCollectionException unreadable) {
            throw new UnreadableSourceException(unreadable.getMessage());
        }
    }
}
