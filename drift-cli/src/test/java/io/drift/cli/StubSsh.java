package io.drift.cli;

import io.drift.collector.CollectScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program that is called as ssh is, and whose machines are what their names say: {@code slow-N} takes a second,
 * {@code hang} never answers, nor does {@code detach}, whose child is no longer of its session, {@code holds} answers and
 * leaves such a child with its streams, {@code refuse} refuses, {@code banner} prints one, {@code cut} breaks off, {@code late} has a
 * clock that is wrong, and {@code real} runs what it is told on this machine. All others answer at once.
 */
final class StubSsh {

    private static final String SCRIPT = """
            #!/bin/sh
            folder=%s
            printf '%%s\\n' "$*" >>"$folder/calls"
            printf '%%s\\n' "$$" >>"$folder/processes"
            while [ "$1" != -- ]; do shift; done
            host=${2#*@}
            shift 2
            detached() {
                (setsid sh -c 'echo "$$" >>"$0/processes"; : >"$0/detached"; exec sleep 600' "$folder" &)
                until [ -e "$folder/detached" ]; do :; done
            }
            answer() { sed "s/HOST/$host/; s/^ [0-9]* +0000/ $1 +0000/" "$folder/answer"; }
            case $host in
            real) exec "$@" ;;
            esac
            cat >"$folder/input.$host"
            case $host in
            slow-*) sleep 1; answer %s ;;
            hang) sleep 600 & printf '%%s\\n' "$!" >>"$folder/processes"; wait ;;
            detach) detached; sleep 600 ;;
            holds) detached; answer %s; sleep 600 ;;
            refuse) echo 'ssh: connect to host refuse port 22: Connection refused' >&2; exit 255 ;;
            banner) printf 'Welcome to the machine\\nUse it well: '; answer %s ;;
            cut) answer %s | sed '/ section os-release/,$d' ;;
            nothing) exit 0 ;;
            mute) answer %s | sed -e '/^ /d' -e 's/ 0$/ denied/' ;;
            late) answer 1700000000 ;;
            *) answer %s ;;
            esac
            """;

    private static final String ANSWER = """
            drift-collection 1 0f8fad5b-d9cb-469f-a165-70867728950e
            0f8fad5b-d9cb-469f-a165-70867728950e section hostname
             HOST
            0f8fad5b-d9cb-469f-a165-70867728950e end hostname 0
            0f8fad5b-d9cb-469f-a165-70867728950e section clock
             0 +0000 UTC
            0f8fad5b-d9cb-469f-a165-70867728950e end clock 0
            0f8fad5b-d9cb-469f-a165-70867728950e section os-release
             NAME="Debian GNU/Linux"
             VERSION_ID="12"
             ID=debian
            0f8fad5b-d9cb-469f-a165-70867728950e end os-release 0
            0f8fad5b-d9cb-469f-a165-70867728950e complete 3
            """;

    private static final int SECONDS = 10;

    private final Path folder;

    private StubSsh(Path folder) {
        this.folder = folder;
    }

    /** In a folder, which it uses alone. */
    static StubSsh in(Path folder) throws IOException {
        long now = CommandRun.CLOCK.instant().getEpochSecond();
        Files.writeString(folder.resolve("answer"), ANSWER);
        Files.writeString(folder.resolve("ssh"), SCRIPT.formatted(folder, now, now, now, now, now, now));
        Files.setPosixFilePermissions(folder.resolve("ssh"), PosixFilePermissions.fromString("rwx------"));
        return new StubSsh(folder);
    }

    String program() {
        return folder.resolve("ssh").toString();
    }

    /** With which words it was called. */
    List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    /** Whether a machine got the whole script. */
    boolean gotScript(String host) throws IOException {
        return Files.mismatch(folder.resolve("input." + host), script()) == -1;
    }

    private Path script() throws IOException {
        return Files.write(folder.resolve("script"), CollectScript.text());
    }

    /** The processes that it was and had, when they have ended; those that are there after a while are left. */
    List<Long> processesLeft() throws IOException {
        try (Stream<String> numbers = Files.lines(folder.resolve("processes"))) {
            return numbers.map(Long::valueOf).filter(StubSsh::stays).toList();
        }
    }

    private static boolean stays(long number) {
        try {
            ProcessHandle.of(number)
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null))
                    .get(SECONDS, TimeUnit.SECONDS);
            return false;
        } catch (TimeoutException | InterruptedException | ExecutionException stayed) {
            return true;
        }
    }
}
