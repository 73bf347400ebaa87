package io.throughline.foundation.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every kind the features declared; an undeclared one lies in the inbox and is not mailed. */
@Component
class NoticeKinds {

    private final Map<String, NoticeKind> byCode;

    NoticeKinds(List<NoticeKind> kinds) {
        byCode = kinds.stream().collect(toMap(NoticeKind::code, identity()));
    }

    NoticeKind of(String code) {
        return byCode.getOrDefault(code, NoticeKind.inbox(code));
    }

    List<NoticeKind> all() {
        return byCode.values().stream()
                .sorted(Comparator.comparing(NoticeKind::code))
                .toList();
    }
}
