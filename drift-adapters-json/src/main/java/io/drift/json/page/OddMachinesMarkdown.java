package io.drift.json.page;

import java.util.List;

/** Odd machines as a table of Markdown. */
final class OddMachinesMarkdown {

    private OddMachinesMarkdown() {}

    /** Returns how many had no room. */
    static int write(List<OddMachine> machines, BoundedText text) {
        text.add("| rank | score | machine | why |\n| ---: | ---: | --- | --- |\n");
        int more = 0;
        for (OddMachine machine : machines) {
            more += text.add("| " + machine.rank() + " | " + machine.score() + " | " + machine.name() + " | "
                            + String.join(" · ", machine.reasons()) + " |\n")
                    ? 0
                    : 1;
        }
        return more;
    }
}
