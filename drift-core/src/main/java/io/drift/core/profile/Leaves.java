package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of a profile, each a fact under its path. Leaves, and facts of known parts, that come to one name make it
 * multi-valued, so that none of them is lost (Q38).
 */
final class Leaves {

    /** The text that stands for a missing value. */
    private static final String NOT_AVAILABLE = "N/A";

    private final FactRecorder facts;
    private final Map<String, Leaf> known = new HashMap<>();
    private final List<Leaf> ofProfile = new ArrayList<>();

    /** A fact, and what the current profile has for it. */
    private static final class Leaf {

        private final FactSlot fact;
        private @Nullable String first;
        private final List<String> further = new ArrayList<>(0);

        private Leaf(FactSlot fact) {
            this.fact = fact;
        }

        private void record() {
            if (further.isEmpty() && !fact.isRecorded()) {
                fact.record(first);
            } else {
                recordAll();
            }
            first = null;
            further.clear();
        }

        private void recordAll() {
            FactValue ofKnownPart = fact.value();
            if (ofKnownPart != null) {
                further.addAll(ofKnownPart.texts());
            }
            if (first != null) {
                further.add(first);
            }
            List<String> texts = CountedTexts.of(further);
            if (texts.size() == 1) {
                fact.record(texts.get(0));
            } else {
                fact.record(texts);
            }
        }
    }

    Leaves(FactRecorder facts) {
        this.facts = facts;
    }

    static boolean isMissing(String text) {
        return text.equals(NOT_AVAILABLE);
    }

    void add(String path, String text) {
        if (isMissing(text)) {
            return;
        }
        Leaf leaf = known.get(path);
        if (leaf == null) {
            leaf = new Leaf(facts.slot(path));
            known.put(path, leaf);
        }
        if (leaf.first == null) {
            leaf.first = text;
            ofProfile.add(leaf);
        } else {
            leaf.further.add(text);
        }
    }

    void end() {
        ofProfile.forEach(Leaf::record);
        ofProfile.clear();
    }
}
