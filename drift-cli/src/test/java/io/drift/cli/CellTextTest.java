package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTextTest {

    @Test
    void of_a_name_for_which_there_is_no_room_nothing_is_shown() {
        assertThat(CellText.cutMiddle("web-1", 0)).isEmpty();
        assertThat(CellText.cutMiddle("web-1", 1)).isEqualTo("…");
    }

    @Test
    void what_a_terminal_would_obey_is_escaped() {
        assertThat(CellText.shown("\u001b[2J\n")).isEqualTo("\\u{1b}[2J\\n");
    }

    @Test
    void cuts_by_code_points() {
        assertThat(CellText.cut("😀😀😀", 3)).isEqualTo("😀😀😀");
        assertThat(CellText.cut("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(CellText.cutMiddle("abcdefghij", 5)).isEqualTo("ab…ij");
    }

    @Test
    void cuts_so_that_a_place_is_seen() {
        String url = "https://mirror.example.com/content/dist/rhel9/os";
        assertThat(CellText.cutAround(url, 20, 2)).isEqualTo("https://mirror.exam…");
        assertThat(CellText.cutAround(url, 20, 33)).hasSize(20).startsWith("…").contains(url.substring(33, 36));
        assertThat(CellText.cutAround(url, 20, url.length())).isEqualTo("…" + url.substring(url.length() - 19));
    }

    @Test
    void never_cuts_to_more_than_there_is_room_for() {
        String text = "0123456789abcdefghijklmnopqrstuvwxyz";
        for (int width = 1; width < 40; width++) {
            for (int place = 0; place <= text.length(); place++) {
                assertThat(CellText.cutAround(text, width, place)).hasSizeLessThanOrEqualTo(width);
            }
            assertThat(CellText.cutMiddle(text, width)).hasSizeLessThanOrEqualTo(width);
        }
    }
}
