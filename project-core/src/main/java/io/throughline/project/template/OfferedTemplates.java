package io.throughline.project.template;

import io.throughline.project.lifecycle.TemplateSource;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells projects which templates they may begin from. */
@Component
@RequiredArgsConstructor
class OfferedTemplates implements TemplateSource {

    private final JdbcClient jdbc;

    @Override
    public Optional<Chosen> offered(String code) {
        return jdbc.sql("select id as template, revision from project.project_template where code = ? and active")
                .param(code)
                .query(Chosen.class)
                .optional();
    }
}
