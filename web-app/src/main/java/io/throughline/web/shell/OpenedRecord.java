package io.throughline.web.shell;

import io.throughline.foundation.model.SubjectRef;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The record whose page this request shows: who opens it has seen what the inbox says about it. */
public final class OpenedRecord {

    private static final String NAME = OpenedRecord.class.getName();

    private OpenedRecord() {}

    public static void is(SubjectRef record) {
        RequestContextHolder.currentRequestAttributes().setAttribute(NAME, record, RequestAttributes.SCOPE_REQUEST);
    }

    public static Optional<SubjectRef> ofThisPage() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (SubjectRef) request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST));
    }
}
