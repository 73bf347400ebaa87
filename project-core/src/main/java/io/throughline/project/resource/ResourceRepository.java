package io.throughline.project.resource;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ResourceRepository extends Repository<Resource, Long> {

    Resource save(Resource resource);

    Resource saveAndFlush(Resource resource);

    void delete(Resource resource);

    void flush();

    Optional<Resource> findById(long id);

    Optional<Resource> findByUserId(long user);
}
