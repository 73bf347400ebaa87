package io.throughline.foundation.people;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<User, Long> {

    User save(User user);

    Optional<User> findById(long id);

    /** By sign-in name, mail address or mobile number, whichever the person typed. */
    @Query("select u from User u where lower(u.login) = :name or lower(u.email) = :name or u.mobile = :name")
    Optional<User> findBySignInName(String name);

    boolean existsByLogin(String login);
}
