package io.drift.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistinctValuesTest {

    @Test
    void numbers_are_the_same_for_equal_values_however_many_there_are() {
        for (int kinds : new int[] {1, 2, 8, 9, 40, 3000}) {
            Random random = new Random(kinds);
            FactTableBuilder builder = new FactTableBuilder();
            for (int column = 0; column < 3000; column++) {
                FactRecorder recorder = new FactRecorder();
                builder.column(recorder.record("f", "v" + random.nextInt(kinds)).end());
            }
            FactRow row = builder.build().row(0);
            DistinctValues values = row.distinctValues(new BitSet());
            Map<String, Integer> numbers = new HashMap<>();
            for (int column = 0; column < row.columns(); column++) {
                int number = values.number(column);
                assertThat(numbers.computeIfAbsent(row.text(column), any -> number))
                        .isEqualTo(number);
                assertThat(values.value(number)).isSameAs(row.value(column));
            }
            assertThat(values.size()).isEqualTo(numbers.size());
        }
    }

    @Test
    void a_column_that_nobody_looked_at_has_no_number() {
        FactTableBuilder builder = new FactTableBuilder();
        builder.column(new FactRecorder().record("f", "a").end()).column(new FactRecorder().end());
        BitSet unknown = new BitSet();
        unknown.set(1);
        DistinctValues values = builder.build().row(0).distinctValues(unknown);
        assertThat(values.number(1)).isEqualTo(DistinctValues.UNKNOWN);
        assertThat(values).hasToString("DistinctValues 1 x a");
    }
}
