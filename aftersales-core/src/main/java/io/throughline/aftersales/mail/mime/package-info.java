/** Reads any bytes that were sent as a mail, without Spring or a database. Begins at {@link MailReader}. */
@NullMarked
@NamedInterface("mime")
package io.throughline.aftersales.mail.mime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
