package io.drift.registry.baselines;

import static io.drift.core.source.BaselineLimits.LONGEST_NAME;
import static io.drift.core.source.BaselineLimits.LONGEST_VALUE;
import static io.drift.core.source.BaselineLimits.MOST_VALUES;
import static io.drift.core.source.BaselineLimits.isLonger;
import static io.drift.core.source.BaselineLimits.isPadded;

import io.drift.core.error.InvalidQueryException;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.PythonText;
import io.drift.core.report.ValidUnicode;
import io.drift.registry.store.BaselineEntry;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of the facts of a baseline, in the order and in the words of the archived service. */
final class FactListRules {

    /** Measured in the notation that the archived service measured. */
    private static final int LARGEST = 1 << 20;

    private static final int QUOTED = 200;

    private FactListRules() {}

    /**
     * The facts that are to be kept.
     *
     * @throws InvalidQueryException if a rule is broken; says which one
     */
    static List<BaselineEntry> check(List<FactDraft> drafts) {
        String all = PythonText.quoted(drafts.stream().map(FactDraft::plain).toList());
        if (all.codePointCount(0, all.length()) > LARGEST) {
            throw new InvalidQueryException("attempted to save fact list over " + LARGEST + " bytes");
        }
        checkDuplicates(drafts);
        List.<Rule>of(
                        FactListRules::emptiness,
                        FactListRules::whitespace,
                        FactListRules::form,
                        FactListRules::length,
                        FactListRules::unicode)
                .forEach(rule -> check(rule, drafts));
        return drafts.stream().map(FactListRules::entry).sorted(byName()).toList();
    }

    /** Says what is wrong with a draft, without a look at its members; null if nothing is. */
    @FunctionalInterface
    private interface Rule {
        @Nullable
        String fault(FactDraft draft);
    }

    private static void check(Rule rule, List<FactDraft> drafts) {
        for (FactDraft draft : drafts) {
            String fault = rule.fault(draft);
            if (fault != null) {
                throw new InvalidQueryException(fault);
            }
            if (draft.members() != null) {
                check(rule, draft.members());
            }
        }
    }

    private static void checkDuplicates(List<FactDraft> drafts) {
        Set<String> facts = new HashSet<>();
        Set<String> categories = new HashSet<>();
        for (FactDraft draft : drafts) {
            if (draft.members() == null && !facts.add(draft.name())) {
                throw new InvalidQueryException("A fact with this name already exists.");
            }
            if (draft.members() != null) {
                if (!categories.add(draft.name())) {
                    throw new InvalidQueryException("A category with this name already exists.");
                }
                checkDuplicates(draft.members());
            }
        }
    }

    /**
     * What is wrong with one fact by itself.
     *
     * @return null if it may be kept
     */
    static @Nullable String fault(FactDraft draft) {
        return Stream.<Rule>of(
                        FactListRules::emptiness,
                        FactListRules::whitespace,
                        FactListRules::form,
                        FactListRules::length,
                        FactListRules::unicode)
                .map(rule -> rule.fault(draft))
                .filter(fault -> fault != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String emptiness(FactDraft draft) {
        if (draft.name().isEmpty()) {
            return "fact name cannot be empty";
        }
        boolean isEmpty = draft.texts() == null
                ? draft.members() == null
                : draft.texts().isEmpty()
                        || !draft.isList() && draft.texts().get(0).isEmpty();
        return isEmpty ? "value for " + quoted(draft.name()) + " cannot be empty" : null;
    }

    /** The entries of a list may have it. */
    private static @Nullable String whitespace(FactDraft draft) {
        if (isPadded(draft.name())) {
            return "Fact name cannot have leading or trailing whitespace.";
        }
        return draft.texts() != null
                        && !draft.isList()
                        && isPadded(draft.texts().get(0))
                ? "Value for " + quoted(draft.name()) + " cannot have leading or trailing whitespace."
                : null;
    }

    private static @Nullable String form(FactDraft draft) {
        return draft.texts() != null && draft.members() != null
                ? "fact " + quoted(draft.name()) + " cannot have value and values defined"
                : null;
    }

    /** Of a list the entries are counted. */
    private static @Nullable String length(FactDraft draft) {
        if (isLonger(draft.name(), LONGEST_NAME)) {
            return "fact name " + quoted(draft.name()) + " is over " + LONGEST_NAME + " characters";
        }
        if (draft.texts() == null) {
            return null;
        }
        boolean isTooLong = draft.isList()
                ? draft.texts().size() > MOST_VALUES
                : isLonger(draft.texts().get(0), LONGEST_VALUE);
        String shown = draft.isList() ? "of " + draft.name() : draft.texts().get(0);
        return isTooLong ? "value " + quoted(shown) + " is over " + LONGEST_VALUE + " characters" : null;
    }

    /** Half a character cannot be kept as it is. */
    private static @Nullable String unicode(FactDraft draft) {
        boolean isWhole = isWhole(draft.name())
                && (draft.texts() == null || draft.texts().stream().allMatch(FactListRules::isWhole));
        return isWhole ? null : "fact " + quoted(draft.name()) + " has half a character (an unpaired surrogate)";
    }

    static boolean isWhole(String text) {
        return ValidUnicode.of(text).equals(text);
    }

    private static String quoted(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "...";
    }

    private static BaselineEntry entry(FactDraft draft) {
        return draft.members() == null
                ? fact(draft)
                : new BaselineEntry.Category(
                        draft.name(),
                        draft.members().stream()
                                .map(FactListRules::fact)
                                .sorted(byName())
                                .toList());
    }

    private static BaselineEntry.Fact fact(FactDraft draft) {
        List<String> texts = draft.texts() == null ? List.of() : draft.texts();
        return new BaselineEntry.Fact(
                draft.name(), draft.isList() ? new FactValue.Several(texts) : new FactValue.Text(texts.get(0)));
    }

    private static Comparator<BaselineEntry> byName() {
        return Comparator.comparing(entry -> entry.name().toLowerCase(Locale.ROOT));
    }
}
