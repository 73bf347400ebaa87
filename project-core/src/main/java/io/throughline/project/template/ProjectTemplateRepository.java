package io.throughline.project.template;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ProjectTemplateRepository extends Repository<ProjectTemplate, Long> {

    ProjectTemplate saveAndFlush(ProjectTemplate template);

    Optional<ProjectTemplate> findByCode(String code);

    void delete(ProjectTemplate template);

    void flush();
}
