package io.drift.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The contracts themselves: an adapter that is wrong in any of these ways must not pass. */
class ContractKitTest {

    private static TestExecutionSummary run(Class<?> contract) {
        SummaryGeneratingListener results = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .build(),
                        results);
        return results.getSummary();
    }

    static Stream<Class<?>> wrongAdapters() {
        return Stream.of(WrongInventories.class, WrongCatalogs.class, WrongProfiles.class, WrongAccess.class)
                .flatMap(kind -> Arrays.stream(kind.getDeclaredClasses()))
                .filter(adapter -> !Modifier.isAbstract(adapter.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("wrongAdapters")
    void a_wrong_adapter_fails(Class<?> wrong) {
        TestExecutionSummary summary = run(wrong);

        assertThat(summary.getTestsFoundCount()).isGreaterThan(3);
        assertThat(summary.getFailures())
                .as("what fails of %s", wrong.getSimpleName())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.getException()).isNotInstanceOf(LinkageError.class));
    }

    @Test
    void there_are_more_than_ten_ways_to_be_wrong() {
        assertThat(wrongAdapters()).hasSizeGreaterThan(10);
    }

    @Test
    void the_fakes_pass_everything() {
        for (Class<?> right : List.of(
                RightAdapters.Inventory.class,
                RightAdapters.Catalog.class,
                RightAdapters.Profiles.class,
                RightAdapters.Access.class)) {
            TestExecutionSummary summary = run(right);

            assertThat(summary.getFailures()).as(right.getSimpleName()).isEmpty();
            assertThat(summary.getTestsSucceededCount()).isGreaterThan(3);
        }
    }
}
