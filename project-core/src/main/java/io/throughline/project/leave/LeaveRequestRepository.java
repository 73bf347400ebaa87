package io.throughline.project.leave;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LeaveRequestRepository extends Repository<LeaveRequest, Long> {

    LeaveRequest saveAndFlush(LeaveRequest request);

    Optional<LeaveRequest> findById(long id);
}
