package io.throughline.project.lifecycle;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ProjectRepository extends Repository<Project, Long> {

    Project save(Project project);

    Project saveAndFlush(Project project);

    Optional<Project> findById(long id);
}
