package io.throughline.web.aftersales.ticket;

import io.throughline.foundation.attachment.Upload;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form; a file field left empty is none. */
public final class Uploads {

    private Uploads() {}

    public static List<Upload> of(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .map(file -> new Upload(
                                Objects.requireNonNullElse(file.getOriginalFilename(), "file"),
                                file.getContentType(),
                                file))
                        .toList();
    }
}
