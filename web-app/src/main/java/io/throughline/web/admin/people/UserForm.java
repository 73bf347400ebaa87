package io.throughline.web.admin.people;

import io.throughline.foundation.people.ChangeUser;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserDetail;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a user, what the user may do, and the teams the user belongs to. */
record UserForm(
        @NotBlank @Size(max = 80) String name,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 40) String mobile,
        @NotEmpty Set<Role> roles,
        Set<Long> teamIds,
        @Nullable Integer version) {

    UserForm {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        teamIds = teamIds == null ? Set.of() : Set.copyOf(teamIds);
    }

    static UserForm of(UserDetail user) {
        var row = user.row();
        return new UserForm(
                row.name(), row.email(), row.mobile(), Set.copyOf(row.roles()), user.teamIds(), user.version());
    }

    ChangeUser command() {
        return new ChangeUser(name, email, mobile, roles, version);
    }
}
