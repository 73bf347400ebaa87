package io.throughline.foundation.customer;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.DateTimeException;
import java.time.ZoneId;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

@Entity
@Getter
@Table(schema = "foundation", name = "site")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Site extends Aggregate {

    private long customerId;
    private String name;
    private String address;
    private String zone;
    private boolean active = true;

    Site(long customerId, SaveSite data) {
        this.customerId = customerId;
        this.name = data.name();
        this.address = data.address();
        this.zone = data.zone();
        change(data);
    }

    void deactivate() {
        active = false;
    }

    void activate() {
        active = true;
    }

    void change(SaveSite data) {
        name = data.name().strip();
        address = data.address().strip();
        try {
            zone = ZoneId.of(data.zone()).getId();
        } catch (DateTimeException e) {
            throw new RuleViolation("foundation.customer.badZone", data.zone()).at("zone");
        }
    }
}
