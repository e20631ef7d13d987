package io.drift.benchmarks;

import java.time.Clock;
import picocli.CommandLine.Command;

@Command(name = "http")
final class HttpCommand implements Runnable {
    HttpCommand(Clock clock) {}

    public void run() {}
}
