package io.drift.examples.embed;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ValueGroup;
import io.drift.core.source.InventorySystem;
import java.util.List;
import java.util.Map;

/** Which kernel do most systems have, and who has another? */
final class MostCommonValue {

    private MostCommonValue() {}

    public static void main(String[] args) {
        InventorySystem a = InventorySystem.ofProfile("a", Map.of("os_kernel_version", "5.14.0-427"));
        InventorySystem b = InventorySystem.ofProfile("b", Map.of("os_kernel_version", "5.14.0-362"));
        InventorySystem c = InventorySystem.ofProfile("c", Map.of("os_kernel_version", "5.14.0-427"));

        List<ValueGroup> kernels =
                Comparison.of(a, b, c).report().fact("os_kernel_version").orElseThrow().valueGroups();
        System.out.println("most have " + kernels.get(0));
        kernels.stream().skip(1).forEach(others -> System.out.println("but not " + others));
    }
}
