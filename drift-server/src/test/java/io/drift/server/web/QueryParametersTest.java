package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryParametersTest {

    @Test
    void names_and_values_are_decoded_and_keep_their_order() {
        QueryParameters parameters = new QueryParameters("b%5B%5D=x+y&a=%C3%A9&b[]=2");

        assertThat(parameters.names()).containsExactly("b[]", "a");
        assertThat(parameters.all("b[]")).containsExactly("x y", "2");
        assertThat(parameters.first("a")).isEqualTo("\u00e9");
    }

    @Test
    void nothing_is_dropped() {
        QueryParameters parameters = new QueryParameters("&a=%zz&a=%4&b&=c&&d=e=f%");

        assertThat(parameters.all("a")).containsExactly("%zz", "%4");
        assertThat(parameters.all("b")).containsExactly("");
        assertThat(parameters.all("")).containsExactly("c");
        assertThat(parameters.all("d")).containsExactly("e=f%");
    }

    @Test
    void there_may_be_none() {
        assertThat(new QueryParameters(null).names()).isEmpty();
        assertThat(new QueryParameters("").first("a")).isNull();
    }
}
