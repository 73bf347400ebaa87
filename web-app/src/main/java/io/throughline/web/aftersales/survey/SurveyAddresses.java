package io.throughline.web.aftersales.survey;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class SurveyAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.anyone("/s/{token}");
    }
}
