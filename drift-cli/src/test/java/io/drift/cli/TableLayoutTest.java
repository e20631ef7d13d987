package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableLayoutTest {

    private static int[] columns(int count, int width) {
        return IntStream.generate(() -> width).limit(count).toArray();
    }

    @Test
    void what_fits_is_as_wide_as_it_wants_to_be() {
        TableLayout layout = TableLayout.of(80, 20, new int[] {10, 30});
        assertThat(layout.nameWidth()).isEqualTo(20);
        assertThat(layout.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.widths()).containsExactly(10, 30));
    }

    @Test
    void the_widest_columns_give_way() {
        TableLayout layout = TableLayout.of(80, 20, new int[] {10, 60, 50});
        assertThat(layout.blocks().get(0).widths()).containsExactly(10, 22, 22);
    }

    @Test
    void columns_that_would_be_too_narrow_go_into_blocks_of_about_one_size() {
        TableLayout layout = TableLayout.of(80, 20, columns(9, 30));
        assertThat(layout.blocks())
                .extracting(TableLayout.Block::first, block -> block.widths().length)
                .containsExactly(tuple(0, 3), tuple(3, 3), tuple(6, 3));
    }

    @Test
    void no_line_is_longer_than_it_may_be() {
        for (int line = 40; line < 200; line += 7) {
            for (int count = 1; count < 30; count++) {
                TableLayout layout = TableLayout.of(line, 50, columns(count, 45));
                for (TableLayout.Block block : layout.blocks()) {
                    int sum = IntStream.of(block.widths())
                            .map(width -> width + TableLayout.GAP)
                            .sum();
                    assertThat(layout.nameWidth() + sum).isLessThanOrEqualTo(line);
                }
            }
        }
    }

    @Test
    void without_a_limit_all_columns_stand_side_by_side_and_none_is_endless() {
        TableLayout layout = TableLayout.of(Terminal.UNLIMITED, 200, columns(1000, 5000));
        assertThat(layout.nameWidth()).isEqualTo(60);
        assertThat(layout.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.widths()).hasSize(1000).containsOnly(60));
    }
}
