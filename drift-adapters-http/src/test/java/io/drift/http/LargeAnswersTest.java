package io.drift.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are larger than the memory, read by a process that has 256 MB: a failure, and no end of the process. */
@Timeout(180)
class LargeAnswersTest {

    private static final Pattern LIMITS =
            Pattern.compile("unreadable answer: .* more than (200000 values|64 MiB|67108864 bytes|1048576 characters)");

    @ParameterizedTest
    @EnumSource(LargeAnswer.class)
    void fails_one_request_and_no_more(LargeAnswer answer) throws Exception {
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeAnswer.class.getName(),
                        answer.name())
                .redirectErrorStream(true)
                .start();
        small.getOutputStream().close();
        String said = read(small);

        assertThat(small.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said).as(said).endsWith("and then an answer\n");
        assertThat(said).containsPattern(LIMITS);
        assertThat(small.exitValue()).isZero();
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes());
    }
}
