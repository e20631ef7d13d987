package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactSymbols;
import io.drift.core.fact.FactValue;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact across all columns. Cells can be read as objects ({@link #cells}) or, by who writes many of them, column by
 * column.
 */
public final class FactComparison implements ReportEntry {

    private final Columns columns;
    private final ComparedRow compared;
    private final boolean drifted;

    FactComparison(Columns columns, ComparedRow compared, boolean notifying) {
        this.columns = columns;
        this.compared = compared;
        this.drifted = notifying && compared.state() == ComparisonState.DIFFERENT;
    }

    /**
     * The whole name.
     *
     * @return never null
     */
    public FactName fact() {
        return compared.row().name();
    }

    /** The name within its group, or of the single fact. */
    @Override
    public String name() {
        return fact().member();
    }

    @Override
    public ComparisonState state() {
        return compared.state();
    }

    /**
     * Whether systems differ from their baseline in this fact.
     *
     * @return true only in a comparison that looks for that, see {@link Comparison#withBaselineFactsOnly}
     */
    public boolean hasDriftedFromBaseline() {
        return drifted;
    }

    /**
     * The cells in the order of the columns.
     *
     * @return a view
     */
    public List<Cell> cells() {
        return new AbstractList<>() {
            @Override
            public Cell get(int column) {
                return new Cell(columns.sources().get(column), value(column), isObfuscated(column), cellState(column));
            }

            @Override
            public int size() {
                return columns();
            }
        };
    }

    /**
     * How many columns there are.
     *
     * @return columns are numbered from 0
     */
    public int columns() {
        return columns.size();
    }

    /**
     * A column's value.
     *
     * @param column its number
     * @return null if it is missing
     */
    public @Nullable FactValue value(int column) {
        return compared.row().value(column);
    }

    /**
     * A number that is the same for equal values of a report, for who keeps something for each different value.
     *
     * @param column its number
     * @return from 0 to before {@link ComparisonReport#values()}; {@link FactSymbols#MISSING} for a missing value
     */
    public int symbol(int column) {
        return compared.row().symbol(column);
    }

    /**
     * Whether a column's value was hidden before it was uploaded.
     *
     * @param column its number
     * @return true if so
     */
    public boolean isObfuscated(int column) {
        return compared.obfuscated().get(column);
    }

    /**
     * How a column stands to the reference.
     *
     * @param column its number
     * @return SAME or DIFFERENT; null if there is no reference, the fact is the SAME, or the value was hidden
     */
    public @Nullable ComparisonState cellState(int column) {
        return compared.cellState(column);
    }

    /**
     * Whether some source has several values.
     *
     * @return true if {@link #options} tells more
     */
    public boolean isMultiValued() {
        return compared.row().isMultiValued();
    }

    /**
     * The different values of a multi-valued fact.
     *
     * @return sorted; empty if the fact is not multi-valued
     */
    public List<ValueOption> options() {
        return List.copyOf(compared.options());
    }

    @Override
    public String toString() {
        return fact() + " " + state() + " " + cells();
    }
}
