package io.throughline.web.project;

import io.throughline.project.lifecycle.ProjectMoved;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads whoever comes with a project's former key to the same page under its new one. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MovedProjects {

    @ExceptionHandler
    ResponseEntity<Void> moved(ProjectMoved moved, HttpServletRequest request) {
        var path = request.getRequestURI()
                .replaceFirst("(?i)/projects/" + moved.oldKey() + "(?=/|$)", "/projects/" + moved.newKey());
        var query = request.getQueryString();
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(query == null ? path : path + "?" + query))
                .build();
    }
}
