package io.throughline.foundation.people;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The one rule of the house on second factors. */
@Entity
@Getter
@Table(schema = "foundation", name = "second_factor_policy")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class SecondFactorPolicy extends Aggregate {

    @ElementCollection
    @CollectionTable(schema = "foundation", name = "second_factor_role", joinColumns = @JoinColumn(name = "policy_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    void require(Set<Role> wanted) {
        roles.retainAll(wanted);
        roles.addAll(wanted);
    }
}
