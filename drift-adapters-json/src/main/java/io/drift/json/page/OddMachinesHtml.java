package io.drift.json.page;

import java.util.List;

/** Odd machines as a table of HTML. */
final class OddMachinesHtml {

    private OddMachinesHtml() {}

    /** Nothing if there are none. */
    static void write(List<OddMachine> machines, BoundedText text) {
        if (!machines.isEmpty()) {
            text.add("<h2>Odd machines</h2>\n");
            table(machines, text);
        }
    }

    /** Returns how many had no room. */
    static int table(List<OddMachine> machines, BoundedText text) {
        boolean begun = text.add("<table class=\"odd\">\n<thead><tr><th scope=\"col\">rank</th>"
                + "<th scope=\"col\" class=\"n\">score</th><th scope=\"col\" class=\"m\">machine</th>"
                + "<th scope=\"col\">why</th></tr></thead>\n<tbody>\n");
        int more = 0;
        for (OddMachine machine : machines) {
            more += text.add("<tr><td>" + machine.rank() + "</td><td>" + machine.score() + "</td><th scope=\"row\">"
                            + machine.name() + "</th><td>" + String.join("<br>", machine.reasons()) + "</td></tr>\n")
                    ? 0
                    : 1;
        }
        text.end(begun ? "</tbody>\n</table>\n" : "");
        return more;
    }
}
