package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.source.FactSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {

    private static ColumnDraft alone(String file, @Nullable String name, @Nullable String detail) {
        return draft(file, true, name, detail);
    }

    private static ColumnDraft among(String file, @Nullable String name, @Nullable String detail) {
        return draft(file, false, name, detail);
    }

    private static ColumnDraft draft(String file, boolean alone, @Nullable String name, @Nullable String detail) {
        return new ColumnDraft(
                new InputFile(file),
                alone,
                name,
                null,
                detail,
                (id, any) -> FactSource.of(id, any, RecordedFacts.NONE));
    }

    private static List<String> names(ColumnDraft... drafts) {
        return ColumnNames.of(List.of(drafts));
    }

    @Test
    void are_those_that_people_know() {
        assertThat(names(alone("a.json", "web-1", "1"), alone("b.json", "web-2", "2")))
                .containsExactly("web-1", "web-2");
    }

    @Test
    void are_files_where_there_is_no_other() {
        assertThat(names(alone("x/a.json", null, null), alone("-", null, null)))
                .containsExactly("a.json", "standard input");
    }

    @Test
    void are_files_where_a_name_is_not_unique() {
        assertThat(names(alone("a.json", "web", "1"), alone("b.json", "web", "2"), alone("c.json", "db", "3")))
                .containsExactly("a.json", "b.json", "db");
    }

    @Test
    void have_as_much_of_the_path_as_it_takes() {
        assertThat(names(alone("/old/x/web.json", null, null), alone("/new/x/web.json", null, null)))
                .containsExactly("old/x/web.json", "new/x/web.json");
        assertThat(names(alone("web.json", null, null), alone("new/web.json", null, null)))
                .containsExactly("web.json", "new/web.json");
    }

    @Test
    void keep_the_name_where_a_file_has_several() {
        assertThat(names(among("old.json", "web", "1"), among("old.json", "db", "2"), alone("new.json", "web", "1")))
                .containsExactly("web (old.json)", "db", "new.json");
    }

    @Test
    void have_an_id_where_the_file_does_not_help() {
        assertThat(names(among("hosts.json", "web", "id-1"), among("hosts.json", "web", "id-2")))
                .containsExactly("web (hosts.json) id-1", "web (hosts.json) id-2");
    }

    @Test
    void are_counted_where_nothing_helps() {
        assertThat(names(alone("a.json", "web", null), alone("a.json", "web", null)))
                .containsExactly("a.json #1", "a.json #2");
    }

    @Test
    void are_unique_even_where_somebody_is_called_like_a_file() {
        assertThat(names(alone("x.json", "a.json", "1"), alone("a.json", "web", "2"), alone("b.json", "web", "3")))
                .doesNotHaveDuplicates();
    }
}
