package io.throughline.foundation.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TeamRepository extends Repository<Team, Long> {

    Team save(Team team);

    Optional<Team> findById(long id);

    List<Team> findAll();

    @Query(
            "select count(t) > 0 from Team t where t.id <> :except and (t.nameZh = :nameZh or lower(t.nameEn) = lower(:nameEn))")
    boolean isNameTaken(String nameZh, String nameEn, long except);

    @Query(
            "select count(u) from User u where u.id in :ids and io.throughline.foundation.people.Role.CUSTOMER not member of u.roles")
    long countStaff(Set<Long> ids);
}
