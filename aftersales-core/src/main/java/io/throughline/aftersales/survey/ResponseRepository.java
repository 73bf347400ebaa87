package io.throughline.aftersales.survey;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ResponseRepository extends Repository<Response, Long> {

    Response saveAndFlush(Response response);

    Optional<Response> findByInvitationId(long invitationId);
}
