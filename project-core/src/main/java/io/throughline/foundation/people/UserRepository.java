package io.throughline.foundation.people;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<User, Long> {

    User save(User user);

    /** Before SQL of the same transaction speaks of a user just saved. */
    void flush();

    Optional<User> findById(long id);

    /** By sign-in name, mail address or mobile number, whichever the person typed. */
    @Query("select u from User u where lower(u.login) = :name or lower(u.email) = :name or u.mobile = :name")
    Optional<User> findBySignInName(String name);

    boolean existsByLogin(String login);

    @Query("select count(u) > 0 from User u where u.id <> :except and lower(u.email) = lower(:email)")
    boolean isEmailTaken(String email, long except);

    @Query("select count(u) > 0 from User u where u.id <> :except and u.mobile = :mobile")
    boolean isMobileTaken(String mobile, long except);

    @Query("select count(u) > 0 from User u where u.id <> :except and u.active and :role member of u.roles")
    boolean isThereAnother(Role role, long except);
}
