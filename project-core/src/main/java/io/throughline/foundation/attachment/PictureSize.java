package io.throughline.foundation.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How large a picture is shown, in dots. */
public record PictureSize(int width, int height) {

    /** Of the columns {@code width} and {@code height}; null where there is no picture. */
    public static @Nullable PictureSize of(ResultSet row) throws SQLException {
        var width = row.getObject("width", Integer.class);
        return width == null ? null : new PictureSize(width, row.getInt("height"));
    }
}
