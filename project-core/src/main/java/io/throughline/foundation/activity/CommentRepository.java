package io.throughline.foundation.activity;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CommentRepository extends Repository<Comment, Long> {

    Comment save(Comment comment);

    Optional<Comment> findById(long id);
}
