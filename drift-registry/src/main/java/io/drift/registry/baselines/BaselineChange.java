package io.drift.registry.baselines;

import io.drift.registry.store.BaselineEntry;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a baseline.
 *
 * <pre>{@code
 * BaselineChange renamed = new BaselineChange(BaselineName.parse("golden"), null, null);
 * }</pre>
 *
 * @param name what it is called from now on
 * @param facts makes new facts of the old ones, and throws if it cannot; null if they stay
 * @param notificationsEnabled whether somebody wants to hear of drift; null if that stays
 */
public record BaselineChange(
        BaselineName name,
        @Nullable Function<List<BaselineEntry>, List<FactDraft>> facts,
        @Nullable Boolean notificationsEnabled) {}
