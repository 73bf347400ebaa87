package io.throughline.aftersales.contract;

/** What somebody decided about a contract; whether it runs today is told by its days, see {@link ContractStanding}. */
public enum ContractState {
    DRAFT,
    ACTIVE,
    CANCELLED
}
