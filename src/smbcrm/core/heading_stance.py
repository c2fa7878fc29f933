"""Headings that tell whether somebody may be contacted, put together of words: who refuses, who agrees, and to what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smbcrm.core.sheets.looks.word_sets import word_set

_CONTACT = word_set("""contacter appeler démarcher solliciter anrufen kontaktieren anschreiben kurulmasın contact contacts contacted contacting call calls called calling phone marketing advertising advertisement advertisements ads
    promotion promotions promotional offers communication communications solicitation newsletter newsletters mailing mailings mail
    email emails text texts texting sms message messages whatsapp تماس تماسها تلفن تبلیغ تبلیغات تبلیغاتی بازاریابی پیامک پیامکها پیامکی پیام پیامها ایمیل خبرنامه
    kontakt kontaktaufnahme anruf anrufe werbung werbemails werbemail telefonwerbung marketingmails mails
    publicité démarchage sollicitation appels appel prospection publicidad llamadas comunicaciones mensajes correos boletín
    reklam arama iletişim pazarlama ileti mesaj bülten звонки звонков звонок звонить рассылка рассылки рассылку рассылок реклама рекламы рекламу смс
    pubblicità comunicazioni chiamate publicidade comunicações ligações contato contacto reklama kontakty reclame contatto""")
_AT_LARGE = (
    _CONTACT
    - word_set("""newsletter newsletters mailing mailings mail email emails text texts texting sms message messages whatsapp پیامک پیامکها پیامکی پیام
    پیامها ایمیل خبرنامه mails werbemails werbemail marketingmails mensajes correos boletín mesaj bülten смс рассылка рассылки рассылку рассылок""")
)
"""What is no single channel: who takes no newsletter may still be called."""

_REFUSED = re.compile(
    r"\b(?:do not|don t|dont|never|opt(?:ed)? ?out|unsubscribed?|stop(?:ped)?|block(?:ed)?|refuse[sd]?|suppress(?:ed|ion)?"
    r"|عدم|ممنوع|ممنوعیت|لغو|قطع|مسدود|نفرست\w*|نگیر\w*|نزن\w*|نشود|کسانی که نمی خواهند"
    r"|abgemeldet|gesperrt|sperre|widerspr(?:uch|ochen)|keine|nicht(?: mehr)?|ne (?:plus|pas|jamais)|kurulmasin|kurulmasın|désabonn\w*|désinscri\w*|refus\w*|oppos\w*|bloqué\w*"
    r"|baja|bloqueado|rechaza|no desea|engelli|engellendi|istemiyor|отказ\w*|отписа\w*|запрет\w*|запрещен\w*|disiscritt\w*|descadastrad\w*|rezygnacja|sprzeciw)\b"
)
_AGREED = re.compile(
    r"\b(?:consent(?:ed|s)?|permission|permitted|permits|allow(?:ed|s)?|agree[sd]?|agreement|opt(?:ed)? ?in|ok to|authori[sz]ed|authori[sz]ation"
    r"|اجازه|رضایت|مجاز|موافقت|موافق|مجوز|einwilligung|zustimmung|erlaubt|erlaubnis|einverstanden|consentement|autorisation|autorisée?|accord"
    r"|consentimiento|permiso|autoriza|autorización|permite|izni|izin|onayı|onay|rızası|согласи\w+|согласен|разрешени\w+|разрешен\w*"
    r"|consenso|autorizzazione|consentimento|autorização|permissão|zgoda|toestemming|souhlas|samtycke|samtykke)\b"
)
_ABOUT_IT = word_set(
    "date time day when by source campaign title reason note notes text id ip url version type status method count number times last تاریخ زمان دلیل نوع تعداد datum grund motivo fecha raison tarihi дата причина"
)
"""A heading with one of these tells more of the answer than yes or no, or of something else."""


def stance_of(words: Sequence[str]) -> str:
    """Give the field of a heading that tells whether its bearer may be contacted, "" where it does not.

    >>> stance_of(("unsubscribed", "from", "all", "email")), stance_of(("contact", "consent")), stance_of(("email", "consent"))
    ('do_not_contact', 'may_contact', '')
    """
    told = set(words)
    if _CONTACT.isdisjoint(told) or not _ABOUT_IT.isdisjoint(told):
        return ""
    text = " ".join(words)
    if _REFUSED.search(text):
        return "do_not_contact"
    return "may_contact" if _AGREED.search(text) and not _AT_LARGE.isdisjoint(told) else ""
