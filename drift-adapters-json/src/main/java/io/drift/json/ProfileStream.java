package io.drift.json;

import io.drift.core.profile.ListPart;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records one system profile after another while it is read. Remembers what their lists have in common. */
final class ProfileStream {

    private final ProfileRecorder recorder;
    private final Map<String, RecurringList> lists = new HashMap<>();
    private final DocumentFactory names = new DocumentFactory();
    private final DocumentLimits limits;

    ProfileStream(ProfileRecorder recorder, DocumentLimits limits) {
        this.recorder = recorder;
        this.limits = limits;
    }

    ProfileRecorder recorder() {
        return recorder;
    }

    /** What the documents that it reads have in common. */
    DocumentFactory names() {
        return names;
    }

    /** What a system has that never uploaded a profile. */
    RecordedProfile none() {
        return recorder.record(Map.of());
    }

    /** Reads the profile at this place of a document. */
    RecordedProfile read(JsonSource source) throws IOException {
        recorder.begin();
        source.members("system_profile", this::readPart);
        return recorder.end();
    }

    void readPart(String key, JsonSource part) throws IOException {
        if (readList(key, part)) {
            return;
        }
        if (recorder.isRead(key)) {
            recorder.part(key, value(part, repeated -> skipRepeated(key, repeated)));
        } else {
            recorder.part(key, null);
            part.skip();
        }
    }

    /** The value of a part, or of what stands beside a profile, as closely as the reading asks. */
    @Nullable
    Object value(JsonSource part, JsonSource.Repeats repeats) throws IOException {
        return recorder.reading() == Reading.ARCHIVED ? part.plain() : part.exact(repeats);
    }

    /** A part, or an object in it, has a key twice. As archived, nobody asks what is not compared. */
    void skipRepeated(String key, String repeated) {
        if (recorder.reading() == Reading.EXACT) {
            recorder.skip(key, "\"" + repeated + "\" stands twice in one object; only the last one is compared");
        }
    }

    /** Reads a part if it is a list that can be recorded item by item; else nothing has happened. */
    boolean readList(String key, JsonSource part) throws IOException {
        if (!part.isArray()) {
            return false;
        }
        ListPart texts = recorder.listPart(key);
        if (texts != null) {
            readTexts(key, lists.computeIfAbsent(key, any -> new RecurringList(texts, limits.memory())), part);
            return true;
        }
        Consumer<@Nullable Object> objects = recorder.objectsPart(key);
        if (objects != null) {
            part.objects(key, objects);
        }
        return objects != null;
    }

    /** What is no text counts only where everything counts; as archived, it is told in the notation of baselines (Q2). */
    private void readTexts(String key, RecurringList list, JsonSource part) throws IOException {
        if (recorder.reading() == Reading.ARCHIVED) {
            part.texts(key, list);
        } else {
            List<@Nullable Object> others = new ArrayList<>(0);
            part.texts(key, list, others, repeated -> skipRepeated(key, repeated));
            if (!others.isEmpty()) {
                recorder.part(key, others);
            }
        }
    }
}
