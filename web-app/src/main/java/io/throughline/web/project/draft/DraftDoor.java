package io.throughline.web.project.draft;

import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.schedule.PlanDrafts;
import io.throughline.web.project.InDrafts;
import io.throughline.web.security.CurrentViewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Lets handlers marked {@link InDrafts} run inside the draft that the address names in place of a project. */
@Component
@RequiredArgsConstructor
class DraftDoor implements HandlerAdapter, Ordered {

    private static final Set<String> LOOKING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    private final ObjectProvider<RequestMappingHandlerAdapter> usual;
    private final ObjectProvider<PlanDrafts> drafts;

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod method
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), InDrafts.class);
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        Callable<@Nullable ModelAndView> work = () -> usual.getObject().handle(request, response, handler);
        var draft = draft(request);
        var viewer = CurrentViewer.of(request);
        if (draft.isEmpty() || viewer.isEmpty()) {
            return work.call();
        }
        return LOOKING.contains(request.getMethod())
                ? drafts.getObject().look(viewer.get(), draft.get(), work)
                : drafts.getObject().change(viewer.get(), draft.get(), work);
    }

    private static Optional<DraftKey> draft(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("key") instanceof String key
                ? DraftKey.parse(key)
                : Optional.empty();
    }

    /** Asked before the usual adapter. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
