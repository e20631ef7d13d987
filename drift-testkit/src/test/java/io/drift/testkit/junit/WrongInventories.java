package io.drift.testkit.junit;

import io.drift.core.error.ServiceFailureException;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactValue;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.InsightsClient;
import io.drift.core.profile.ProfileHeader;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import io.drift.testkit.SystemDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Inventories that are wrong, each in the way that its name says. */
final class WrongInventories {

    private static final int ONE_CALL = 40;

    private WrongInventories() {}

    /** A right inventory that is spoiled. */
    private abstract static class Spoiled extends SystemInventoryContract {

        @Override
        protected final SystemInventory inventoryWith(List<SystemDocument> systems) {
            return spoil(RightAdapters.inventory(systems), systems);
        }

        SystemInventory spoil(SystemInventory right, List<SystemDocument> systems) {
            return (ids, context) ->
                    right.find(ids, context).stream().map(this::spoil).toList();
        }

        InventorySystem spoil(InventorySystem system) {
            return system;
        }
    }

    private static InventorySystem withHost(InventorySystem system, UnaryOperator<HostRecord> change) {
        return new InventorySystem(change.apply(system.host()), system.profile(), system.facts());
    }

    static final class Asks_for_the_first_call_only extends Spoiled {
        @Override
        SystemInventory spoil(SystemInventory right, List<SystemDocument> systems) {
            return (ids, context) -> right.find(ids.subList(0, Math.min(ONE_CALL, ids.size())), context);
        }
    }

    static final class Knows_ids_in_one_case_only extends Spoiled {
        @Override
        SystemInventory spoil(SystemInventory right, List<SystemDocument> systems) {
            return (ids, context) -> right.find(ids, context).stream()
                    .filter(system -> ids.contains(system.id()))
                    .toList();
        }
    }

    static final class Returns_all_it_knows extends Spoiled {
        @Override
        SystemInventory spoil(SystemInventory right, List<SystemDocument> systems) {
            return (ids, context) ->
                    right.find(systems.stream().map(SystemDocument::id).toList(), context);
        }
    }

    static final class Fails_if_nothing_is_asked extends Spoiled {
        @Override
        SystemInventory spoil(SystemInventory right, List<SystemDocument> systems) {
            return (ids, context) -> {
                if (ids.isEmpty()) {
                    throw new ServiceFailureException("inventory", "no ids");
                }
                return right.find(ids, context);
            };
        }
    }

    static final class Takes_an_unknown_id_for_a_failure extends Spoiled {
        @Override
        SystemInventory spoil(SystemInventory right, List<SystemDocument> systems) {
            return (ids, context) -> {
                List<InventorySystem> found = right.find(ids, context);
                if (found.size() < ids.size()) {
                    throw new ServiceFailureException("inventory", "not all were there");
                }
                return found;
            };
        }
    }

    static final class Returns_a_system_twice extends Spoiled {
        @Override
        SystemInventory spoil(SystemInventory right, List<SystemDocument> systems) {
            return (ids, context) -> {
                List<InventorySystem> twice = new ArrayList<>(right.find(ids, context));
                twice.addAll(right.find(ids, context));
                return twice;
            };
        }
    }

    static final class Finds_a_system_only_once extends Spoiled {
        @Override
        SystemInventory spoil(SystemInventory right, List<SystemDocument> systems) {
            List<String> asked = new ArrayList<>();
            return (ids, context) -> {
                List<String> news =
                        ids.stream().filter(id -> !asked.contains(id)).toList();
                asked.addAll(news);
                return right.find(news, context);
            };
        }
    }

    static final class Goes_on_when_nobody_waits extends Spoiled {
        @Override
        SystemInventory spoil(SystemInventory right, List<SystemDocument> systems) {
            return (ids, context) -> right.find(
                    ids,
                    new RequestContext(context.caller(), context.requestId(), context.deadline(), new Cancellation()));
        }
    }

    static final class Names_a_system_by_its_id extends Spoiled {
        @Override
        InventorySystem spoil(InventorySystem system) {
            return withHost(system, host -> new HostRecord(host.id(), null, null, host.updated(), host.staleWarning()));
        }
    }

    static final class Forgets_when_a_record_changed extends Spoiled {
        @Override
        InventorySystem spoil(InventorySystem system) {
            return withHost(
                    system,
                    host -> new HostRecord(host.id(), host.displayName(), host.fqdn(), null, host.staleWarning()));
        }
    }

    static final class Forgets_when_a_system_is_stale extends Spoiled {
        @Override
        InventorySystem spoil(InventorySystem system) {
            return withHost(
                    system, host -> new HostRecord(host.id(), host.displayName(), host.fqdn(), host.updated(), null));
        }
    }

    static final class Loses_tags extends Spoiled {
        @Override
        InventorySystem spoil(InventorySystem system) {
            return InventorySystem.of(system.host(), system.profile(), RecordedFacts.NONE);
        }
    }

    static final class Keeps_one_value_of_a_fact extends Spoiled {
        @Override
        InventorySystem spoil(InventorySystem system) {
            FactRecorder recorder = new FactRecorder();
            for (Map.Entry<FactName, @Nullable FactValue> fact :
                    system.facts().asMap().entrySet()) {
                FactValue value = fact.getValue();
                recorder.record(
                        fact.getKey().toString(),
                        value == null ? null : value.texts().get(0));
            }
            return new InventorySystem(system.host(), system.profile(), recorder.end());
        }
    }

    static final class Says_that_every_profile_exists extends Spoiled {
        @Override
        InventorySystem spoil(InventorySystem system) {
            RecordedProfile profile = system.profile();
            return new InventorySystem(
                    system.host(),
                    new RecordedProfile(
                            profile.reading(),
                            profile.facts(),
                            new ProfileHeader(
                                    true,
                                    profile.header().capturedDate(),
                                    profile.header().operatingSystem(),
                                    profile.header().client()),
                            List.of()),
                    system.facts());
        }
    }

    static final class Knows_facts_of_a_profile_only extends Spoiled {
        @Override
        InventorySystem spoil(InventorySystem system) {
            RecordedProfile profile = system.profile();
            RecordedProfile bare = new RecordedProfile(
                    profile.reading(),
                    profile.facts(),
                    new ProfileHeader(profile.exists(), null, null, new InsightsClient(false, false)),
                    List.of());
            return new InventorySystem(system.host(), bare, system.facts());
        }
    }
}
