package io.drift.examples.embed;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.report.ReportCsv;
import io.drift.core.report.ReportWriter;
import io.drift.core.source.InventorySystem;
import io.drift.json.ReportJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A report as JSON and as CSV, without the server. */
final class WriteReports {

    private WriteReports() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : ".");
        ComparisonReport report = Comparison.of(
                        InventorySystem.ofProfile("a", Map.of("arch", "x86_64")),
                        InventorySystem.ofProfile("b", Map.of("arch", "aarch64")))
                .report();

        for (ReportWriter format : List.of(new ReportJson(), new ReportCsv())) {
            try (OutputStream out = Files.newOutputStream(folder.resolve("report." + format.name()))) {
                format.write(report, out);
            }
        }
    }
}
