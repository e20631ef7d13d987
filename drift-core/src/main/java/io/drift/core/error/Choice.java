package io.drift.core.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Names of which one is meant, for messages.
 *
 * <pre>{@code
 * Choice formats = new Choice(List.of("table", "json"));
 * String meant = formats.nearest("jsno").orElse(formats.inWords()); // json
 * }</pre>
 *
 * @param names in the order of telling
 */
public record Choice(List<String> names) {

    /** Copies the list. */
    public Choice {
        names = List.copyOf(names);
    }

    /** One change of a letter is forgiven for each so many letters. */
    private static final int LETTERS_A_SLIP = 3;

    /** All of them: {@code table, json or csv}. */
    public String inWords() {
        int last = names.size() - 1;
        return last <= 0
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    /**
     * Which one was probably meant.
     *
     * @param typed the beginning of a name, or a name with slips of the fingers, in any case
     * @return empty if none is near
     */
    public Optional<String> nearest(String typed) {
        return names.stream()
                .filter(name -> slips(typed, name) <= Math.min(typed.length(), name.length()) / LETTERS_A_SLIP)
                .min(Comparator.comparingInt(name -> slips(typed, name)));
    }

    /** A name that is not typed to its end is one slip at most. */
    private static int slips(String typed, String name) {
        String from = typed.toLowerCase(Locale.ROOT);
        String to = name.toLowerCase(Locale.ROOT);
        return to.startsWith(from) ? Integer.signum(to.length() - from.length()) : distance(from, to);
    }

    /** How many letters to insert, leave out, replace or swap with their neighbour. */
    private static int distance(String from, String to) {
        int[] beforeLast = new int[0];
        int[] last = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }
}
