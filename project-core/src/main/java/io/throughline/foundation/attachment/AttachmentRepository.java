package io.throughline.foundation.attachment;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AttachmentRepository extends Repository<Attachment, Long> {

    Attachment saveAndFlush(Attachment attachment);

    Optional<Attachment> findById(long id);
}
