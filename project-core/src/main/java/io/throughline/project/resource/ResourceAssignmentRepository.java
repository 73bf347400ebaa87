package io.throughline.project.resource;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface ResourceAssignmentRepository extends Repository<ResourceAssignment, Long> {

    ResourceAssignment save(ResourceAssignment assignment);

    void delete(ResourceAssignment assignment);

    void flush();

    /** In the order in which they came. */
    List<ResourceAssignment> findByTaskIdOrderById(long task);

    List<ResourceAssignment> findByIdInOrderById(Collection<Long> ids);

    boolean existsByResourceId(long resource);
}
