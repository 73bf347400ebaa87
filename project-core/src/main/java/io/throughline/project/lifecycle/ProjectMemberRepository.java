package io.throughline.project.lifecycle;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ProjectMemberRepository extends Repository<ProjectMember, Long> {

    ProjectMember saveAndFlush(ProjectMember member);

    Optional<ProjectMember> findByProjectIdAndUserId(long projectId, long userId);

    void delete(ProjectMember member);

    void flush();
}
