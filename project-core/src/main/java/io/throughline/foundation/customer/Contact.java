package io.throughline.foundation.customer;

import static io.throughline.foundation.customer.Customer.blankToNull;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@Table(schema = "foundation", name = "contact")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Contact extends Aggregate {

    private long customerId;
    private @Nullable Long siteId;
    private String name;
    private @Nullable String title;
    private @Nullable String email;
    private @Nullable String mobile;
    private @Nullable String phone;
    private String locale;
    private boolean manager;
    private boolean active = true;
    private @Nullable String notes;

    Contact(long customerId, SaveContact data) {
        this.customerId = customerId;
        this.name = data.name();
        this.locale = data.locale();
        change(data);
    }

    void change(SaveContact data) {
        name = data.name().strip();
        title = blankToNull(data.title());
        email = blankToNull(data.email());
        mobile = blankToNull(data.mobile());
        phone = blankToNull(data.phone());
        locale = data.locale();
        manager = data.manager();
        siteId = data.siteId();
    }

    void deactivate() {
        active = false;
    }

    void activate() {
        active = true;
    }
}
