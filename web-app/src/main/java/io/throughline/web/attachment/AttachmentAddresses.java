package io.throughline.web.attachment;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class AttachmentAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.signedIn("/attachments/**", "/api/v1/attachments/**");
        book.anyone("/f/{token}", "/t/{token}/files/{id}");
    }
}
