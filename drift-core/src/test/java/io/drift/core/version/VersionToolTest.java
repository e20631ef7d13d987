package io.drift.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.drift.core.version.VersionTool.Pair;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The orders of rpm and dpkg, against rpm and dpkg. */
class VersionToolTest {

    /** Set to record answers anew, with the tools that are installed. */
    private static final String REWRITE = "drift.versions.rewrite";

    /** Set to ask dpkg for all pairs, each of which starts it once or twice. */
    private static final String ALL = "drift.versions.all";

    private static final int ONE_OF = 5;
    private static final long SEED = 20261128;
    private static final int ENOUGH = 600;

    private static int sign(VersionTool tool, String one, String other) {
        return Integer.signum(
                switch (tool) {
                    case RPM -> RpmVersion.of(one).compareTo(RpmVersion.of(other));
                    case DPKG -> DebianVersion.of(one).compareTo(DebianVersion.of(other));
                });
    }

    @ParameterizedTest
    @EnumSource
    void versions_are_in_the_order_of_the_tool(VersionTool tool) throws Exception {
        if (Boolean.getBoolean(REWRITE) && tool.isInstalled()) {
            RandomVersions versions = tool == VersionTool.RPM ? RandomVersions.rpm(SEED) : RandomVersions.debian(SEED);
            tool.record(Stream.generate(versions::pair)
                    .map(pair -> new Pair(pair.get(0), pair.get(1)))
                    .distinct()
                    .limit(800)
                    .toList());
        }
        Map<Pair, Integer> recorded = tool.recorded();

        assertThat(recorded).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(recorded.values()).contains(-1, 0, 1);
        recorded.forEach((pair, sign) -> {
            assertThat(sign(tool, pair.one(), pair.other()))
                    .as("%s and %s", pair.one(), pair.other())
                    .isEqualTo(sign);
            assertThat(sign(tool, pair.other(), pair.one()))
                    .as("%s and %s", pair.other(), pair.one())
                    .isEqualTo(-sign);
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_tool_still_says_what_was_recorded(VersionTool tool) throws Exception {
        assumeTrue(tool.isInstalled(), "there is no " + tool.path() + ", so it is not asked again");
        Map<Pair, Integer> recorded = tool.recorded();
        List<Pair> pairs = List.copyOf(recorded.keySet());
        int step = tool == VersionTool.RPM || Boolean.getBoolean(ALL) ? 1 : ONE_OF;

        List<Pair> asked = IntStream.range(0, pairs.size())
                .filter(place -> place % step == 0)
                .mapToObj(pairs::get)
                .toList();

        recorded.keySet().retainAll(asked);
        assertThat(tool.ask(asked)).isEqualTo(recorded);
    }
}
