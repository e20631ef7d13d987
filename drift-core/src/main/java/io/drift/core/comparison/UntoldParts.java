package io.drift.core.comparison;

import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.LookedAt;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the lists of packages of some columns cannot tell: {@code dpkg-query -W} no architectures, {@code rpm -qa} no epochs.
 * A package that agrees with that of another column but for these is not known to be the same, nor to differ.
 */
final class UntoldParts {

    private static final int EPOCH = 1;
    private static final int ARCHITECTURE = 2;
    private static final Pattern OF_ARCHITECTURE = Pattern.compile("\\.[a-z][a-z0-9_-]*+");

    /** What each column does not tell. */
    private final int[] ofColumns;

    UntoldParts(LookedAt[] lookedAt) {
        ofColumns = new int[lookedAt.length];
        for (int column = 0; column < lookedAt.length; column++) {
            ofColumns[column] = (lookedAt[column].except().contains(LookedAt.EPOCHS) ? EPOCH : 0)
                    | (lookedAt[column].except().contains(LookedAt.ARCHITECTURES) ? ARCHITECTURE : 0);
        }
    }

    /** Whether a column's list cannot tell if its package is that of another column, which it does not contradict. */
    boolean isOpen(FactRow row, int column) {
        if (ofColumns[column] == 0
                || row.isMissing(column)
                || !CellValues.PACKAGES.equals(row.name().group())) {
            return false;
        }
        for (int other = 0; other < row.columns(); other++) {
            int untold = ofColumns[column] | ofColumns[other];
            if (!row.isMissing(other)
                    && !row.isSame(column, other)
                    && agree(texts(row, column), texts(row, other), untold)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> texts(FactRow row, int column) {
        FactValue value = row.value(column);
        return value == null ? List.of() : value.texts();
    }

    private static boolean agree(List<String> some, List<String> others, int untold) {
        return some.stream().allMatch(one -> others.stream().anyMatch(other -> agree(one, other, untold)))
                && others.stream().allMatch(other -> some.stream().anyMatch(one -> agree(one, other, untold)));
    }

    private static boolean agree(String one, String other, int untold) {
        boolean anyEpoch = (untold & EPOCH) != 0;
        String left = anyEpoch ? one.substring(CellValues.epoch(one)) : one;
        String right = anyEpoch ? other.substring(CellValues.epoch(other)) : other;
        return left.equals(right)
                || (untold & ARCHITECTURE) != 0 && (isWithArchitecture(left, right) || isWithArchitecture(right, left));
    }

    private static boolean isWithArchitecture(String without, String with) {
        return with.startsWith(without)
                && OF_ARCHITECTURE.matcher(with.substring(without.length())).matches();
    }
}
