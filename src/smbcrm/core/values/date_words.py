"""The words of dates: months of three calendars' worth of languages, and what may stand around them."""

from __future__ import annotations

import re

from smbcrm.core.text import fold
from smbcrm.core.values.day_words import SHORT_WEEKDAYS, WEEKDAYS

GREGORIAN, JALALI = "gregorian", "jalali"

_JALALI_MONTHS = (
    "فروردین farvardin حمل",
    "اردیبهشت ordibehesht ordibehest ثور",
    "خرداد khordad جوزا",
    "تیر tir سرطان",
    "مرداد امرداد mordad amordad اسد",
    "شهریور shahrivar shahrivar سنبله",
    "مهر mehr میزان",
    "آبان aban عقرب",
    "آذر azar قوس",
    "دی dey جدی",
    "بهمن bahman دلو",
    "اسفند esfand espand حوت",
)
_GREGORIAN_MONTHS = (
    "january jan ژانویه جنوری يناير januar jänner janvier janv enero ene ocak oca gennaio gen janeiro januari января январь янв січня січень січ"
    " stycznia styczeń sty ledna leden led tammikuu tammikuuta január ianuarie ian ιανουαρίου ιανουάριος ιαν",
    "february feb فوریه فبروری فبراير شباط februar février févr fév febrero şubat şub febbraio fevereiro fev februari февраля февраль фев лютого"
    " лютий лют lutego luty lut února únor úno helmikuu helmikuuta február februarie φεβρουαρίου φεβρουάριος φεβ",
    "march mar مارس مارچ märz mär mrz mars marzo mart março maart mrt آذار марта март мар березня березень бер marca marzec března březen bře"
    " maaliskuu maaliskuuta március martie μαρτίου μάρτιος μαρ maret",
    "april apr آوریل اوریل اپریل أبريل ابریل نيسان avril avr abril abr nisan nis aprile апреля апрель апр квітня квітень квіт kwietnia kwiecień kwi"
    " dubna duben dub huhtikuu huhtikuuta április aprilie απριλίου απρίλιος απρ",
    "may مه می مئی مايو أيار mai mayo mayıs maggio mag maio mei мая май травня травень трав maja maj května květen kvě toukokuu toukokuuta május"
    " μαΐου μάιος μαι",
    "june jun ژوئن جون يونيو حزيران juni juin junio haziran haz giugno giu junho июня июнь июн червня червень черв czerwca czerwiec cze června"
    " červen kesäkuu kesäkuuta június iunie ιουνίου ιούνιος ιουν",
    "july jul ژوئیه جولای ژوییه جولائی يوليو تموز juli juillet juil julio temmuz tem luglio lug julho июля июль июл липня липень лип lipca lipiec"
    " lip července červenec heinäkuu heinäkuuta július iulie ιουλίου ιούλιος ιουλ",
    "august aug اوت آگوست اگست أغسطس آب août aou agosto ağustos ağu ago augustus августа август авг серпня серпень серп sierpnia sierpień sie srpna"
    " srpen elokuu elokuuta augusztus αυγούστου αύγουστος αυγ agustus",
    "september sep sept سپتامبر ستمبر سبتمبر أيلول septembre septiembre set eylül eyl settembre setembro сентября сентябрь сен сент вересня"
    " вересень вер września wrzesień wrz září syyskuu syyskuuta szeptember septembrie σεπτεμβρίου σεπτέμβριος σεπ",
    "october oct اکتبر اکتوبر أكتوبر okt oktober octobre octubre ekim eki ottobre ott outubro out октября октябрь окт жовтня жовтень жовт"
    " października październik paź října říjen říj lokakuu lokakuuta október octombrie οκτωβρίου οκτώβριος οκτ",
    "november nov نوامبر نومبر نوفمبر novembre noviembre kasım kas novembro ноября ноябрь ноя нояб листопада листопад listopadu"
    " marraskuu marraskuuta noiembrie νοεμβρίου νοέμβριος νοε",
    "december dec دسامبر دسمبر ديسمبر dez dezember décembre déc diciembre dic aralık ara dicembre dezembro декабря декабрь дек грудня грудень груд"
    " grudnia grudzień gru prosince prosinec joulukuu joulukuuta decembrie δεκεμβρίου δεκέμβριος δεκ desember des",
)
# Letters with marks over them: no words to a pattern, and "ม.ค." has points within.
_THAI_MONTHS = (
    "มกราคม ม.ค.", "กุมภาพันธ์ ก.พ.", "มีนาคม มี.ค.", "เมษายน เม.ย.", "พฤษภาคม พ.ค.", "มิถุนายน มิ.ย.", "กรกฎาคม ก.ค.", "สิงหาคม ส.ค.",
    "กันยายน ก.ย.", "ตุลาคม ต.ค.", "พฤศจิกายน พ.ย.", "ธันวาคม ธ.ค.",
)  # fmt: skip
_WEEKDAYS = """
    یک دو سه چهار پنج
    الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
    lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    poniedziałek wtorek środa czwartek piątek sobota niedziela
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    segunda terça quarta quinta sexta feira
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    """
_FILLERS = """
    st nd rd th of the on at de del di le den am um ad ce er ere a г год года гг р рік року roku r do dnia kl
    ام م ماه سال روز مورخ مورخه تاریخ ساعت هجری شمسی خورشیدی میلادی ه ش هش ه.ش هجریشمسی من فی
    """

MONTHS: dict[str, tuple[str, int]] = {
    fold(word): (calendar, number)
    for calendar, months in ((JALALI, _JALALI_MONTHS), (GREGORIAN, _GREGORIAN_MONTHS))
    for number, words in enumerate(months, start=1)
    for word in words.split()
}

IGNORED = (
    frozenset({*(fold(word) for word in (*_WEEKDAYS.split(), *_FILLERS.split())), *WEEKDAYS, *SHORT_WEEKDAYS})
    - MONTHS.keys()
)

_THAI = {
    word: f" {months.split()[0]} "
    for thai, months in zip(_THAI_MONTHS, _GREGORIAN_MONTHS, strict=True)
    for word in (*thai.split(), thai.split()[1].rstrip("."))
} | dict.fromkeys(("วันที่", "พ.ศ.", "ค.ศ.", "เวลา", "น."), " ")
_OF_THAI = re.compile("|".join(re.escape(word) for word in sorted(_THAI, key=len, reverse=True)))


def thai_in_english(plain: str) -> str:
    """Give a day in Thai with its month in English.

    >>> thai_in_english("12 มกราคม 2530").split(), thai_in_english("3 ก.พ. 35").split()
    (['12', 'january', '2530'], ['3', 'february', '35'])
    """
    return _OF_THAI.sub(lambda word: _THAI[word[0]], plain)
