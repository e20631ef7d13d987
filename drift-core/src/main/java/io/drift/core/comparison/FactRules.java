package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactTable;
import io.drift.core.policy.FactTreatment;
import io.drift.core.policy.Policy;
import io.drift.core.policy.RuleSetting;
import io.drift.core.profile.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How facts are compared: which of them should be unique, never differ, or are not shown. An immutable value.
 *
 * <pre>{@code
 * FactRules rules = FactRules.exact()
 *         .withHidden(fact -> fact.top().equals("running_processes"))
 *         .withNeverDiffering(FactName.of("os_kernel_version")::equals);
 * }</pre>
 *
 * <p>The rules {@link #archived} are for profiles that were read as {@link Reading#ARCHIVED}, the rules {@link #exact} for
 * those that were read as {@link Reading#EXACT}. A comparison whose rules and profiles contradict each other is refused.
 */
public final class FactRules {

    private static final String CUSTOM = "custom";

    private static final FactRules ARCHIVED = new FactRules(
            Reading.ARCHIVED,
            FactRules::isUniquePerSystem,
            FactName.of("last_boot_time")::equals,
            any -> false,
            List.of(),
            false,
            null);
    private static final FactRules EXACT = new FactRules(
            Reading.EXACT,
            FactRules::isUniquePerMachine,
            ARCHIVED.neverDiffers,
            ARCHIVED.hidden,
            List.of(),
            false,
            null);
    private static final FactRules NONE =
            new FactRules(null, any -> false, any -> false, any -> false, List.of(), false, null);

    private static final Set<String> UNIQUE_SINGLES =
            Set.of("owner_id", "rhc_client_id", "public_dns", "public_ipv4_addresses", "falcon_aid");

    /** The rules are for profiles that were read like this; null for facts that are not those of profiles. */
    private final @Nullable Reading reading;

    private final Predicate<FactName> unique;
    private final Predicate<FactName> neverDiffers;
    private final Predicate<FactName> hidden;
    private final List<LeftOutList> leftOut;
    /** Whether predicates were added, of which nobody can tell whether two are the same. */
    private final boolean custom;
    /** What a policy says besides; null for nothing. */
    private final @Nullable Policy policy;

    /**
     * A list whose facts are not shown, but counted.
     *
     * @param list as it was given
     */
    record LeftOutList(FactList list, Predicate<FactName> chosen, Predicate<FactName> counted) {

        String name() {
            return list.name();
        }
    }

    private FactRules(
            @Nullable Reading reading,
            Predicate<FactName> unique,
            Predicate<FactName> neverDiffers,
            Predicate<FactName> hidden,
            List<LeftOutList> leftOut,
            boolean custom,
            @Nullable Policy policy) {
        this.reading = reading;
        this.unique = unique;
        this.neverDiffers = neverDiffers;
        this.hidden = hidden;
        this.leftOut = leftOut;
        this.custom = custom;
        this.policy = policy;
    }

    /**
     * The rules of the archived service, and so of its API.
     *
     * @return rules under which reports are what they always were
     */
    public static FactRules archived() {
        return ARCHIVED;
    }

    /**
     * The rules for profiles that were read exactly.
     *
     * @return the default for files, and for whoever embeds the comparison
     */
    public static FactRules exact() {
        return EXACT;
    }

    /**
     * The rules for profiles of a reading.
     *
     * @param reading how closely they were read
     * @return {@link #archived} or {@link #exact}
     */
    public static FactRules of(Reading reading) {
        return switch (reading) {
            case ARCHIVED -> ARCHIVED;
            case EXACT -> EXACT;
        };
    }

    /**
     * No rule at all, for facts that are not those of system profiles: every fact counts, whatever its name.
     *
     * @return rules to add others to
     */
    public static FactRules none() {
        return NONE;
    }

    /**
     * The rules of a policy, over those of its base. What it hides is counted, fact by fact and difference by difference, by
     * {@link Omissions#byRules}.
     *
     * @param policy the policy
     * @return rules for profiles of the reading of its base
     */
    public static FactRules of(Policy policy) {
        Reading reading = policy.base().reading();
        FactRules base = reading == null ? NONE : of(reading);
        FactRules all = policy.isVolatileLeftOut() ? base.withLeftOut(FactList.volatileFacts()) : base;
        return all.withPolicy(policy);
    }

    private FactRules withPolicy(@Nullable Policy other) {
        return new FactRules(reading, unique, neverDiffers, hidden, leftOut, custom, other);
    }

    /** The same without what a policy says. */
    FactRules withoutPolicy() {
        return withPolicy(null);
    }

    /** The same with what a policy says of single facts, once it is known. */
    FactRules withTreatments(Function<FactName, FactTreatment> treatments) {
        Predicate<FactName> all =
                fact -> unique.test(fact) || treatments.apply(fact).uniqueBy().isPresent();
        Predicate<FactName> never = fact -> treatments
                .apply(fact)
                .setting(RuleSetting.NeverDiffers.class)
                .map(RuleSetting.NeverDiffers::on)
                .orElseGet(() -> neverDiffers.test(fact));
        return new FactRules(reading, all, never, hidden, leftOut, custom, null);
    }

    @Nullable
    Policy policy() {
        return policy;
    }

    /** The names and addresses of a machine. Those of the loopback interface are alike everywhere. */
    private static boolean isUniquePerSystem(FactName fact) {
        String group = fact.group();
        if (group == null) {
            return fact.member().startsWith("fqdn");
        }
        boolean loopback = group.equals("network_interfaces") && fact.member().startsWith("lo.");
        return !loopback && (group.startsWith("fqdn") || isUniqueField(fact.member()));
    }

    /** What today's profiles tell besides, of those who run a machine and of where it can be reached (Q38). */
    private static boolean isUniquePerMachine(FactName fact) {
        String group = fact.group();
        return isUniquePerSystem(fact)
                || (group == null ? UNIQUE_SINGLES.contains(fact.member()) : endsWithPart(fact.member(), "falcon_aid"));
    }

    private static boolean isUniqueField(String member) {
        return endsWithPart(member, "ipv4_addresses")
                || endsWithPart(member, "ipv6_addresses")
                || endsWithPart(member, "mac_address");
    }

    private static boolean endsWithPart(String member, String part) {
        int before = member.length() - part.length() - 1;
        return member.endsWith(part) && (before < 0 || member.charAt(before) == '.');
    }

    /**
     * Expects more facts to be unique. Such a fact is the SAME if each machine has a value of its own, and DIFFERENT if two
     * have the same value. Under {@link #archived} rules each system is judged by itself, whether it has a history or not,
     * and the fact is the SAME, too, if all have the same value.
     *
     * @param more chooses facts
     * @return rules that expect these and all that were expected before
     */
    public FactRules withUnique(Predicate<FactName> more) {
        return new FactRules(reading, unique.or(more), neverDiffers, hidden, leftOut, true, policy);
    }

    /**
     * Reports more facts as SAME whatever their values.
     *
     * @param more chooses facts
     * @return rules under which these never differ
     */
    public FactRules withNeverDiffering(Predicate<FactName> more) {
        return new FactRules(reading, unique, neverDiffers.or(more), hidden, leftOut, true, policy);
    }

    /**
     * Leaves more facts out of the report.
     *
     * @param more chooses facts
     * @return rules under which these do not appear
     */
    public FactRules withHidden(Predicate<FactName> more) {
        return new FactRules(reading, unique, neverDiffers, hidden.or(more), leftOut, true, policy);
    }

    /**
     * Leaves the facts of a list out of the report, too, but counts them: {@link ComparisonReport#omissions} tells how many
     * there are, and which of them are not the SAME. A fact on several lists is on the first.
     *
     * @param list the list, such as {@link FactList#volatileFacts}
     * @return rules under which these do not appear
     */
    public FactRules withLeftOut(FactList list) {
        List<LeftOutList> all = new ArrayList<>(leftOut);
        all.add(new LeftOutList(list, list.chosen(), list.counted()));
        return new FactRules(reading, unique, neverDiffers, hidden, List.copyOf(all), custom, policy);
    }

    /**
     * The reading of the profiles that these rules are for.
     *
     * @return null for {@link #none} and rules that are built on it, which can be used with all profiles
     */
    public @Nullable Reading reading() {
        return reading;
    }

    /**
     * What identifies these rules in a report that somebody keeps, so that a later report under other rules is not compared
     * with it.
     *
     * @return a short text, the same on each machine and in each run: {@code archived}, {@code exact} or {@code none}, and behind
     *     it the policy, without its severities and weights, and the lists that are left out,
     *     {@code exact+policy sha256:0123456789abcdef+left_out volatile sha256:0123456789abcdef}; {@code custom} for rules with
     *     predicates, of which nobody can tell what they choose: ask {@link #isSameAs}, for which these are like no others
     */
    public String fingerprint() {
        if (custom) {
            return CUSTOM;
        }
        StringBuilder text = new StringBuilder(reading == null ? "none" : reading.word());
        if (policy != null) {
            text.append("+policy ").append(TextDigest.of(policy.textOfDifferences()));
        }
        leftOut.forEach(left -> text.append("+left_out ")
                .append(left.name())
                .append(' ')
                .append(TextDigest.of(left.list().toString())));
        return text.toString();
    }

    /**
     * Whether a report was made under rules such as these.
     *
     * @param fingerprint the {@link #fingerprint} of the rules of that report
     * @return false if the rules are others, or if nobody can tell
     */
    public boolean isSameAs(String fingerprint) {
        return !custom && fingerprint.equals(fingerprint());
    }

    /** Whether profiles of a reading can be compared under these rules; null stands for a source without a profile. */
    boolean fit(@Nullable Reading ofProfile) {
        return reading == null || ofProfile == null || reading == ofProfile;
    }

    boolean isExact() {
        return reading == Reading.EXACT;
    }

    /** The lists whose facts are not shown, but counted. */
    List<LeftOutList> leftOut() {
        return leftOut;
    }

    boolean hides(FactName fact) {
        return hidden.test(fact);
    }

    SapGate sapGate(FactTable table) {
        return reading == Reading.ARCHIVED ? SapGate.of(table) : SapGate.OPEN;
    }

    /** The columns whose value was hidden before it was uploaded. Not to be changed. */
    BitSet obfuscatedIn(FactRow row) {
        return reading == null ? Obfuscation.NONE : Obfuscation.of(reading).in(row);
    }

    boolean expectsUnique(FactName fact) {
        return unique.test(fact);
    }

    /**
     * Whether a fact is the SAME if all have the same value, even if it should be unique. The archived service says so,
     * and rules for profiles do as it does.
     */
    boolean agreementIsSame(FactName fact) {
        return reading != null || !unique.test(fact);
    }

    /** Whether a fact is not simply compared. */
    boolean hasRuleFor(FactName fact) {
        return unique.test(fact) || neverDiffers.test(fact);
    }

    boolean neverDiffers(FactName fact) {
        return neverDiffers.test(fact);
    }
}
