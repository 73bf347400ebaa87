package io.throughline.foundation.people;

/** A named set of rights; a person may hold several. */
public enum Role {
    ADMIN,
    MANAGER,
    PROJECT_MANAGER,
    PROJECT_MEMBER,
    RESOURCE_COORDINATOR,
    SUPPORT_AGENT,
    TECHNICIAN,
    TRAINER,
    ACCOUNT_EXECUTIVE,
    SALES,
    CUSTOMER;

    /** True for everybody who works in the company; a customer's contact is not staff. */
    public boolean isStaff() {
        return this != CUSTOMER;
    }
}
