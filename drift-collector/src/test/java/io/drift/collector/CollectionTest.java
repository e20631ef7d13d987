package io.drift.collector;

import static io.drift.collector.PrintedCollection.BOUNDARY;
import static io.drift.collector.PrintedCollection.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionTest {

    private static final String OTHER = "11111111-2222-3333-4444-555555555555";

    private static String whole() {
        return PrintedCollection.begin()
                .section("hostname", "web-1\n")
                .section("users", "root\t0\t0\t/bin/bash\n\nweb\t33\t33\t/bin/sh")
                .section("rpm", "half", "124")
                .complete();
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(UnreadableCollectionException.class)
                .hasMessageContaining(why);
    }

    @Test
    void sections_have_the_content_that_the_machine_had() throws IOException {
        Collection collection = parse(whole());
        assertThat(collection.cut()).isNull();
        assertThat(collection.sections()).containsOnlyKeys("hostname", "users", "rpm");
        assertThat(collection.sections().get("hostname").content()).isEqualTo("web-1\n");
        assertThat(collection.sections().get("users").content())
                .isEqualTo("root\t0\t0\t/bin/bash\n\nweb\t33\t33\t/bin/sh\n");
        assertThat(collection.sections().get("rpm").status()).isEqualTo(Section.Status.FAILED);
    }

    @Test
    void a_section_that_could_not_be_read_says_why() throws IOException {
        String text = PrintedCollection.begin().unfinished() + BOUNDARY + " section rpm\n" + BOUNDARY
                + " end rpm absent\n" + BOUNDARY + " complete 1\n";
        assertThat(parse(text).sections()).containsEntry("rpm", new Section("rpm", Section.Status.ABSENT, ""));
    }

    @Test
    void the_banner_of_a_shell_is_skipped_and_what_it_prints_at_the_end_too() throws IOException {
        String shown = "Welcome to web-1!\n drift-collection is coming\nLast login: today " + whole() + "bye\n";
        assertThat(parse(shown).sections()).isEqualTo(parse(whole()).sections());
        assertThat(Collection.isBegunBy(shown)).isTrue();
        assertThat(Collection.isBegunBy("{\"id\": 1}")).isFalse();
    }

    @Test
    void ends_of_lines_of_another_system_do_not_matter() throws IOException {
        assertThat(parse(whole().replace("\n", "\r\n")).sections())
                .isEqualTo(parse(whole()).sections());
    }

    @Test
    void a_tool_may_have_taken_the_end_of_the_last_line() throws IOException {
        assertThat(parse(whole().stripTrailing()).cut()).isNull();
    }

    @Test
    void of_one_that_was_cut_the_sections_before_are_there() throws IOException {
        String text = whole();
        Collection cut = parse(text.substring(0, text.indexOf("\t33\t33")));
        assertThat(cut.sections()).containsOnlyKeys("hostname");
        assertThat(cut.cut()).contains("stops in the section users", "was not looked at");
        Collection later = parse(text.substring(0, text.indexOf(BOUNDARY + " complete")));
        assertThat(later.sections()).containsOnlyKeys("hostname", "users", "rpm");
        assertThat(later.cut()).contains("stops after 3 sections");
    }

    /** Wherever it ends, it is no whole one, and has no section that was not whole. */
    @Test
    void no_cut_looks_whole() throws IOException {
        String text = whole();
        for (int end = text.indexOf('\n') + 1; end < text.length() - 1; end++) {
            Collection cut = parse(text.substring(0, end));
            assertThat(cut.cut()).isNotNull();
            assertThat(parse(whole()).sections().entrySet())
                    .containsAll(cut.sections().entrySet());
        }
    }

    /** The content begins with a blank, so it can say what it likes. */
    @Test
    void content_that_looks_like_the_form_is_content() throws IOException {
        String forged = BOUNDARY + " end users 0\n" + BOUNDARY + " section machine-id\nffff\n" + BOUNDARY
                + " complete 1\ndrift-collection 1 " + OTHER + "\n";
        Collection collection =
                parse(PrintedCollection.begin().section("users", forged).complete());
        assertThat(collection.sections()).containsOnlyKeys("users");
        assertThat(collection.sections().get("users").content()).isEqualTo(forged);
    }

    @Test
    void a_line_that_is_not_of_it_makes_all_of_it_unbelievable() {
        assertRefused(
                whole().replace(" web-1\n", " web-1\nwarning: disk is full\n"), "line 4 is not of this collection");
        assertRefused(whole().replace(BOUNDARY + " section users", "text\n" + BOUNDARY + " section users"), "mixed");
        assertRefused(whole().replace("end users", "end groups"), "mixed");
        assertRefused(
                whole().replace("section users", "section hostname").replace("end users", "end hostname"), "mixed");
        assertRefused(whole().replace(BOUNDARY + " end users 0\n", ""), "mixed");
        assertRefused(whole().replace("end rpm 124", "end rpm perhaps"), "mixed");
    }

    @Test
    void two_that_were_printed_into_one_file_are_none() {
        String other = new PrintedCollection(OTHER).section("machine-id", "ff").complete();
        assertRefused(whole().replace(" web-1\n", " web-1\n" + other), "mixed");
        assertRefused(whole() + other, "a second collection stands behind the first");
    }

    @Test
    void one_that_lost_a_section_on_its_way_is_none() {
        String text = whole();
        int from = text.indexOf(BOUNDARY + " section users");
        int to = text.indexOf(BOUNDARY + " section rpm");
        assertRefused(text.substring(0, from) + text.substring(to), "had 3 sections and has 2");
    }

    @Test
    void a_newer_format_is_named() {
        assertRefused(whole().replace("drift-collection 1 ", "drift-collection 2 "), "has the format 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello\n", "drift-collection 1 short\n", "{\"id\": \"x\"}", "\0\1\2\3"})
    void what_is_no_collection_is_refused(String text) {
        assertRefused(text, "this is no collection");
    }

    @Test
    void one_in_another_encoding_is_refused() {
        assertThatThrownBy(() -> parse(whole().getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("this is no collection");
    }

    @Test
    void bytes_that_are_no_text_stay_within_their_section() throws IOException {
        byte[] text = PrintedCollection.begin()
                .section("users", "root\u0001\u0000\t0\t0\t/bin/sh\n")
                .complete()
                .getBytes(StandardCharsets.ISO_8859_1);
        text[text.length - 70] = (byte) 0xff;
        assertThat(parse(whole()).sections()).isNotEmpty();
        assertThatThrownBy(() -> parse(text)).isInstanceOf(UnreadableCollectionException.class);
    }

    /** The stream has no end; so it is not read to its end. */
    @Test
    void one_that_never_ends_is_refused() {
        byte[] line = " drift\n".getBytes(StandardCharsets.UTF_8);
        byte[] begin = (PrintedCollection.begin().unfinished() + BOUNDARY + " section users\n")
                .getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            private long place;

            @Override
            public int read() {
                int at = (int) (place++ % Integer.MAX_VALUE);
                return at < begin.length ? begin[at] : line[(at - begin.length) % line.length];
            }
        };
        assertThatThrownBy(() -> Collection.parse(endless))
                .isInstanceOf(UnreadableCollectionException.class)
                .hasMessageContaining("more than 16 MiB");
    }

    /** Such as rpm with 1 of 501 packages, that was ended; sshd -T tells nothing to whoever is not root. */
    @Test
    void a_section_that_broke_off_is_named() throws IOException {
        assertThat(parse(whole()).missing()).singleElement().asString().startsWith("the section rpm is not whole");
        assertThat(parse(whole().replace("end rpm 124", "end rpm 0")).missing()).isEmpty();
        String refused =
                PrintedCollection.begin().section("sshd-effective", "", "1").complete();
        assertThat(parse(refused).missing()).isEmpty();
    }

    @Test
    void one_that_tells_nothing_is_refused() throws IOException {
        Collection mute = PrintedCollection.parse(PrintedCollection.begin()
                .section("machine-id", "")
                .section("rpm", "", "denied")
                .complete());
        assertThatThrownBy(mute::machine)
                .isInstanceOf(UnreadableCollectionException.class)
                .hasMessageContaining("tells nothing of a machine");
    }
}
