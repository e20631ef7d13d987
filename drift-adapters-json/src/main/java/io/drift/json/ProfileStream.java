package io.drift.json;

import io.drift.core.profile.ListPart;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.RecordedProfile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records one system profile after another while it is read. Remembers what their lists have in common. */
final class ProfileStream {

    private final ProfileRecorder recorder;
    private final Map<String, RecurringList> lists = new HashMap<>();

    ProfileStream(ProfileRecorder recorder) {
        this.recorder = recorder;
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

    private void readPart(String key, JsonSource part) throws IOException {
        RecurringList list = part.isArray() ? listOf(key) : null;
        Consumer<@Nullable Object> objects = part.isArray() ? recorder.objectsPart(key) : null;
        if (list != null) {
            part.texts(key, list);
        } else if (objects != null) {
            part.objects(key, objects);
        } else if (recorder.isRead(key)) {
            recorder.part(key, part.plain());
        } else {
            recorder.part(key, null);
            part.skip();
        }
    }

    private @Nullable RecurringList listOf(String key) {
        ListPart part = recorder.listPart(key);
        return part == null ? null : lists.computeIfAbsent(key, any -> new RecurringList(part));
    }
}
