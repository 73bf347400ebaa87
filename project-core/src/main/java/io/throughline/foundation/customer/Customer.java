package io.throughline.foundation.customer;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.search.Pinyin;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@Table(schema = "foundation", name = "customer")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Customer extends Aggregate {

    private String number;
    private String name;
    private String shortName;
    private @Nullable String nameEn;
    private @Nullable String creditCode;

    @Enumerated(EnumType.STRING)
    private CustomerTier tier;

    private @Nullable Long accountExecutiveId;
    private @Nullable String industry;
    private @Nullable String address;
    private @Nullable String website;
    private @Nullable String notes;
    private @Nullable Long calendarId;
    private boolean countsInKpi = true;
    private boolean archived;
    private String spellings = "";

    @ElementCollection
    @CollectionTable(schema = "foundation", name = "customer_domain", joinColumns = @JoinColumn(name = "customer_id"))
    @Column(name = "domain")
    private Set<String> domains = new HashSet<>();

    Customer(String number, SaveCustomer data) {
        this.number = number;
        this.name = data.name();
        this.shortName = data.shortName();
        this.tier = data.tier();
        change(data);
    }

    void change(SaveCustomer data) {
        name = data.name().strip();
        shortName = data.shortName().strip();
        nameEn = blankToNull(data.nameEn());
        creditCode = checkedCode(blankToNull(data.creditCode()));
        tier = data.tier();
        accountExecutiveId = data.accountExecutiveId();
        industry = blankToNull(data.industry());
        address = blankToNull(data.address());
        website = blankToNull(data.website());
        notes = blankToNull(data.notes());
        calendarId = data.calendarId();
        spellings = Stream.of(name, shortName)
                .flatMap(each -> Pinyin.spellings(each).stream())
                .distinct()
                .collect(Collectors.joining(" "));
        if (data.domains() != null) {
            register(data.domains());
        }
    }

    private void register(Iterable<String> newDomains) {
        domains.clear();
        for (var domain : newDomains) {
            var folded = domain.strip().toLowerCase(Locale.ROOT);
            if (!folded.isEmpty() && !folded.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
                throw new RuleViolation("foundation.customer.badDomain", domain).at("domains");
            }
            if (!folded.isEmpty()) {
                domains.add(folded);
            }
        }
    }

    private static @Nullable String checkedCode(@Nullable String code) {
        if (code == null) {
            return null;
        }
        var folded = code.strip().toUpperCase(Locale.ROOT);
        if (!CreditCode.isValid(folded)) {
            throw new RuleViolation("foundation.customer.badCreditCode").at("creditCode");
        }
        return folded;
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    void archive() {
        archived = true;
    }

    void restore() {
        archived = false;
    }
}
