package io.throughline.aftersales.contract;

import io.throughline.aftersales.installed.Warranty;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a question of a customer is covered, and by what; where it is not, why. A pure function of the day on which it
 * was asked: first a contract that names the product, then one that covers all the customer has, then the warranty.
 *
 * @param number of the contract; null where none decided
 * @param day the last of what covers, or the one on which it ended or begins; null where there is none
 */
public record Coverage(
        Reason reason, @Nullable String number, @Nullable LocalDate day) {

    /** What decided. */
    public enum Reason {
        CONTRACT(true),
        WARRANTY(true),
        /** Nobody has said which product, and no contract covers everything. */
        NO_PRODUCT(false),
        CONTRACT_OVER(false),
        CONTRACT_AHEAD(false),
        WARRANTY_OVER(false),
        WARRANTY_OPEN(false),
        NOTHING(false);

        private final boolean covered;

        Reason(boolean covered) {
            this.covered = covered;
        }

        public boolean isCovered() {
            return covered;
        }
    }

    /** A signed contract of the customer, as far as it matters here. */
    record Cover(String number, boolean everything, boolean namesProduct, LocalDate starts, LocalDate ends) {

        boolean concerns(boolean knownProduct) {
            return everything || knownProduct && namesProduct;
        }

        boolean runs(LocalDate on) {
            return !on.isBefore(starts) && !on.isAfter(ends);
        }
    }

    /** @param warranty of the product; null while nobody has said which product it is */
    static Coverage of(List<Cover> contracts, @Nullable Warranty warranty, LocalDate on) {
        var concerning = contracts.stream()
                .filter(one -> one.concerns(warranty != null))
                .sorted(Comparator.comparing(Cover::namesProduct)
                        .reversed()
                        .thenComparing(Cover::ends, Comparator.reverseOrder()))
                .toList();
        var running = concerning.stream().filter(one -> one.runs(on)).findFirst();
        if (running.isPresent()) {
            return new Coverage(
                    Reason.CONTRACT, running.get().number(), running.get().ends());
        }
        if (warranty != null && warranty.on(on) == Warranty.Standing.RUNNING) {
            return new Coverage(Reason.WARRANTY, null, warranty.end());
        }
        return missed(concerning, on).orElseGet(() -> unwarranted(warranty, on));
    }

    public boolean isCovered() {
        return reason.isCovered();
    }

    private static Optional<Coverage> missed(List<Cover> concerning, LocalDate on) {
        var over = concerning.stream().filter(one -> one.ends().isBefore(on)).max(Comparator.comparing(Cover::ends));
        var ahead =
                concerning.stream().filter(one -> one.starts().isAfter(on)).min(Comparator.comparing(Cover::starts));
        return ahead.map(one -> new Coverage(Reason.CONTRACT_AHEAD, one.number(), one.starts()))
                .or(() -> over.map(one -> new Coverage(Reason.CONTRACT_OVER, one.number(), one.ends())));
    }

    private static Coverage unwarranted(@Nullable Warranty warranty, LocalDate on) {
        if (warranty == null) {
            return new Coverage(Reason.NO_PRODUCT, null, null);
        }
        return switch (warranty.on(on)) {
            case OVER -> new Coverage(Reason.WARRANTY_OVER, null, warranty.end());
            case OPEN, AHEAD -> new Coverage(Reason.WARRANTY_OPEN, null, warranty.start());
            case NONE, RUNNING -> new Coverage(Reason.NOTHING, null, null);
        };
    }
}
