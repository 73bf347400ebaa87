package io.throughline.web.admin.people;

import io.throughline.foundation.people.CreateUser;
import io.throughline.foundation.people.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user to be made.
 *
 * @param password empty: an invitation goes out by mail
 */
record NewUserForm(
        @NotBlank @Size(max = 60) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
        String login,

        @NotBlank @Size(max = 80) String name,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 40) String mobile,
        @NotEmpty Set<Role> roles,
        @Nullable @Size(max = 1000) String password) {

    NewUserForm {
        email = email == null || email.isBlank() ? null : email.trim();
        mobile = mobile == null || mobile.isBlank() ? null : mobile.trim();
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        password = password == null || password.isEmpty() ? null : password;
    }

    boolean isInvitation() {
        return password == null;
    }

    CreateUser command() {
        return new CreateUser(login, name, email, mobile, roles, password, null);
    }

    @Override
    public String toString() {
        return "NewUserForm[login=" + login + "]";
    }
}
