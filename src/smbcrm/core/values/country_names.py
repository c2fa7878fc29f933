"""What people write for a country: its codes, its name in English, German and Persian, and in other languages where common.

Written down by hand; a table is one string, so that it can be read and extended in any editor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from smbcrm.core.text import fold, fold_digits

# Two letters, three letters, names; what is written in another way only by capitals, accents or stops is the same.
_COUNTRIES = """
AD AND andorra|آندورا
AE ARE united arab emirates|uae|emirates|vereinigte arabische emirate|emirate|vae|امارات متحده عربی|امارات|الإمارات العربية المتحدة|الإمارات|birlesik arap emirlikleri|bae|emirats arabes unis|emiratos arabes unidos|dubai|دبی
AF AFG afghanistan|afghanistán|افغانستان|أفغانستان|afganistan
AG ATG antigua and barbuda|antigua und barbuda|آنتیگوا و باربودا
AL ALB albania|albanien|آلبانی|albanie|arnavutluk|shqiperia|ألبانيا
AM ARM armenia|armenien|ارمنستان|armenie|ermenistan|أرمينيا
AO AGO angola|آنگولا
AR ARG argentina|argentinien|آرژانتین|argentine|arjantin|الأرجنتين
AT AUT austria|osterreich|oesterreich|republic of austria|republik österreich|اتریش|autriche|avusturya|النمسا|a
AU AUS australia|australien|استرالیا|australie|avustralya|أستراليا
AW ABW aruba|آروبا
AZ AZE azerbaijan|aserbaidschan|آذربایجان|جمهوری آذربایجان|azerbaycan|azerbaidjan|أذربيجان
BA BIH bosnia and herzegovina|bosnia|bosnia herzegovina|bosnien und herzegowina|bosnien herzegowina|bosnien|بوسنی و هرزگوین|بوسنی|bosna hersek|bosna i hercegovina|bosnie herzegovine
BB BRB barbados|باربادوس
BD BGD bangladesh|bangladesch|بنگلادش|banglades
BE BEL belgium|belgien|بلژیک|belgique|belgie|belgica|belgio|belcika|بلجيكا|b
BF BFA burkina faso|بورکینافاسو
BG BGR bulgaria|bulgarien|بلغارستان|bulgarie|bulgaristan|بلغاريا
BH BHR bahrain|بحرین|البحرين|bahreyn
BI BDI burundi|بوروندی
BJ BEN benin|بنین
BM BMU bermuda|برمودا
BN BRN brunei|brunei darussalam|برونئی
BO BOL bolivia|bolivien|بولیوی|bolivie
BR BRA brazil|brasil|brasilien|برزیل|bresil|brasile|brezilya|البرازيل
BS BHS bahamas|the bahamas|باهاما
BT BTN bhutan|بوتان
BW BWA botswana|botsuana|بوتسوانا
BY BLR belarus|weissrussland|weißrussland|بلاروس|bielorussie
BZ BLZ belize|بلیز
CA CAN canada|kanada|کانادا|كندا
CD COD congo kinshasa|democratic republic of the congo|dr congo|drc|demokratische republik kongo|جمهوری دموکراتیک کنگو
CF CAF central african republic|zentralafrikanische republik|آفریقای مرکزی
CG COG congo|congo brazzaville|republic of the congo|kongo|republik kongo|کنگو
CH CHE switzerland|schweiz|die schweiz|سوئیس|سویس|suisse|svizzera|suiza|isvicre|سويسرا
CI CIV ivory coast|cote d ivoire|elfenbeinküste|ساحل عاج
CL CHL chile|شیلی|chili|sili
CM CMR cameroon|kamerun|کامرون|cameroun
CN CHN china|pr china|volksrepublik china|peoples republic of china|mainland china|چین|chine|cina|cin|الصين
CO COL colombia|kolumbien|کلمبیا|colombie|kolombiya
CR CRI costa rica|کاستاریکا
CU CUB cuba|kuba|کوبا
CV CPV cape verde|kap verde|cabo verde|کیپ ورد
CW CUW curacao|کوراسائو
CY CYP cyprus|zypern|قبرس|chypre|kibris|قبرص
CZ CZE czech republic|czechia|tschechien|tschechische republik|جمهوری چک|چک|republique tcheque|tchequie|ceska republika|cesko|cek cumhuriyeti
DE DEU germany|deutschland|federal republic of germany|bundesrepublik deutschland|brd|آلمان|allemagne|alemania|germania|almanya|ألمانيا|duitsland|niemcy|tyskland|alemanha|германия|d
DJ DJI djibouti|dschibuti|جیبوتی
DK DNK denmark|danemark|dänemark|دانمارک|danmark|danimarka|dinamarca|الدنمارك
DM DMA dominica|دومینیکا
DO DOM dominican republic|dominikanische republik|جمهوری دومینیکن|republica dominicana
DZ DZA algeria|algerien|الجزایر|algerie|cezayir|الجزائر
EC ECU ecuador|اکوادور|equateur
EE EST estonia|estland|استونی|estonie|eesti
EG EGY egypt|ägypten|aegypten|مصر|egypte|misir|egipto|جمهورية مصر العربية
ER ERI eritrea|اریتره
ES ESP spain|spanien|اسپانیا|espagne|espana|spagna|ispanya|إسبانيا|spanje|e
ET ETH ethiopia|äthiopien|اتیوپی|ethiopie
FI FIN finland|finnland|فنلاند|finlande|suomi|finlandiya
FJ FJI fiji|fidschi|فیجی
FO FRO faroe islands|färöer|جزایر فارو
FR FRA france|frankreich|فرانسه|francia|fransa|frankrijk|فرنسا|franca|франция|f
GA GAB gabon|gabun|گابن
GB GBR united kingdom|uk|great britain|britain|england|scotland|wales|northern ireland|vereinigtes königreich|grossbritannien|großbritannien|schottland|nordirland|انگلستان|انگلیس|بریتانیا|پادشاهی متحده|اسکاتلند|ولز|royaume uni|angleterre|reino unido|inglaterra|regno unito|inghilterra|ingiltere|birlesik krallik|المملكة المتحدة|بريطانيا|إنجلترا
GD GRD grenada|گرنادا
GE GEO georgia|georgien|گرجستان|georgie|gurcistan|جورجيا
GH GHA ghana|غنا
GI GIB gibraltar|جبل الطارق
GL GRL greenland|grönland|گرینلند
GM GMB gambia|گامبیا
GN GIN guinea|گینه
GP GLP guadeloupe|گوادلوپ
GQ GNQ equatorial guinea|äquatorialguinea|گینه استوایی
GR GRC greece|griechenland|یونان|grece|grecia|yunanistan|hellas|ellada|اليونان
GT GTM guatemala|گواتمالا
GU GUM guam|گوام
GW GNB guinea bissau|گینه بیسائو
GY GUY guyana|گویان
HK HKG hong kong|hongkong|هنگ کنگ
HN HND honduras|هندوراس
HR HRV croatia|kroatien|کرواسی|croatie|hrvatska|hirvatistan
HT HTI haiti|هائیتی
HU HUN hungary|ungarn|مجارستان|hongrie|magyarorszag|macaristan
ID IDN indonesia|indonesien|اندونزی|indonesie|endonezya
IE IRL ireland|republic of ireland|irland|ایرلند|irlande|eire
IL ISR israel|اسرائیل|إسرائيل
IN IND india|indien|هند|هندوستان|inde|hindistan|الهند|bharat
IQ IRQ iraq|irak|عراق|العراق
IR IRN iran|islamic republic of iran|iran islamic republic of|i r iran|islamische republik iran|persia|persien|ایران|جمهوری اسلامی ایران|إيران
IS ISL iceland|island|ایسلند|islande|izlanda
IT ITA italy|italien|ایتالیا|italie|italia|italya|إيطاليا|wlochy|i
JM JAM jamaica|jamaika|جامائیکا
JO JOR jordan|jordanien|اردن|jordanie|urdun|الأردن
JP JPN japan|ژاپن|japon|giappone|japonya|اليابان|nippon
KE KEN kenya|kenia|کنیا
KG KGZ kyrgyzstan|kirgisistan|kirgistan|قرقیزستان|kirgizistan
KH KHM cambodia|kambodscha|کامبوج
KM COM comoros|komoren|کومور
KN KNA saint kitts and nevis|st kitts and nevis|سنت کیتس و نویس
KP PRK north korea|nordkorea|کره شمالی
KR KOR south korea|korea|republic of korea|korea republic of|südkorea|کره جنوبی|کره|coree du sud|guney kore
KW KWT kuwait|کویت|الكويت|kuveyt
KY CYM cayman islands|kaimaninseln|جزایر کیمن
KZ KAZ kazakhstan|kasachstan|قزاقستان|kazakistan
LA LAO laos|لائوس
LB LBN lebanon|libanon|لبنان|liban|lubnan
LC LCA saint lucia|st lucia|سنت لوسیا
LI LIE liechtenstein|fürstentum liechtenstein|لیختن اشتاین|fl
LK LKA sri lanka|سریلانکا|سری لانکا
LR LBR liberia|لیبریا
LS LSO lesotho|لسوتو
LT LTU lithuania|litauen|لیتوانی|lituanie|lietuva|litvanya
LU LUX luxembourg|luxemburg|لوکزامبورگ|luksemburg|luxemburgo|l
LV LVA latvia|lettland|لتونی|lettonie|latvija|letonya
LY LBY libya|libyen|لیبی|libye|ليبيا
MA MAR morocco|marokko|مراکش|maroc|fas|المغرب|marruecos
MC MCO monaco|موناکو
MD MDA moldova|moldawien|republik moldau|مولداوی
ME MNE montenegro|مونته نگرو|karadag|crna gora
MG MDG madagascar|madagaskar|ماداگاسکار
MK MKD north macedonia|macedonia|nordmazedonien|mazedonien|مقدونیه شمالی|مقدونیه
ML MLI mali|مالی
MM MMR myanmar|burma|birma|میانمار
MN MNG mongolia|mongolei|مغولستان
MO MAC macao|macau|ماکائو
MQ MTQ martinique|مارتینیک
MR MRT mauritania|mauretanien|موریتانی
MT MLT malta|مالت
MU MUS mauritius|موریس
MV MDV maldives|malediven|مالدیو
MW MWI malawi|مالاوی
MX MEX mexico|mexiko|مکزیک|mexique|messico|meksika|المكسيك
MY MYS malaysia|مالزی|malezya|malaisie
MZ MOZ mozambique|mosambik|موزامبیک
NA NAM namibia|نامیبیا
NE NER niger|نیجر
NG NGA nigeria|نیجریه
NI NIC nicaragua|نیکاراگوئه
NL NLD netherlands|the netherlands|holland|niederlande|die niederlande|هلند|pays bas|paises bajos|paesi bassi|nederland|hollanda|هولندا|holanda|olanda
NO NOR norway|norwegen|نروژ|norvege|norge|norvec|noruega
NP NPL nepal|نپال
NZ NZL new zealand|neuseeland|نیوزیلند|زلاند نو|nouvelle zelande|yeni zelanda
OM OMN oman|عمان|عمان سلطنت|umman|سلطنة عمان
PA PAN panama|پاناما
PE PER peru|پرو|perou
PG PNG papua new guinea|papua neuguinea|پاپوآ گینه نو
PH PHL philippines|the philippines|philippinen|فیلیپین|filipinler|filipinas
PK PAK pakistan|پاکستان|باكستان
PL POL poland|polen|لهستان|pologne|polonia|polska|polonya|بولندا
PR PRI puerto rico|پورتوریکو
PS PSE palestine|palestinian territories|palästina|فلسطین|فلسطين|filistin
PT PRT portugal|پرتغال|portekiz|portogallo|البرتغال
PY PRY paraguay|پاراگوئه
QA QAT qatar|katar|قطر
RE REU reunion|réunion|رئونیون
RO ROU romania|rumänien|rumanien|رومانی|roumanie|romanya|rumania|رومانيا
RS SRB serbia|serbien|صربستان|serbie|srbija|sirbistan
RU RUS russia|russian federation|russland|rußland|russische föderation|روسیه|russie|rusia|rusya|روسيا|россия
RW RWA rwanda|ruanda|رواندا
SA SAU saudi arabia|kingdom of saudi arabia|ksa|saudi|saudi arabien|saudiarabien|عربستان|عربستان سعودی|arabie saoudite|suudi arabistan|السعودية|المملكة العربية السعودية
SC SYC seychelles|seychellen|سیشل
SD SDN sudan|سودان
SE SWE sweden|schweden|سوئد|suede|sverige|isvec|suecia|svezia|السويد
SG SGP singapore|singapur|سنگاپور|singapour
SI SVN slovenia|slowenien|اسلوونی|slovenie|slovenija|slovenya
SK SVK slovakia|slowakei|slovak republic|slowakische republik|اسلواکی|slovaquie|slovensko
SL SLE sierra leone|سیرالئون
SM SMR san marino|سان مارینو
SN SEN senegal|سنگال
SO SOM somalia|سومالی
SR SUR suriname|surinam|سورینام
SS SSD south sudan|südsudan|سودان جنوبی
SV SLV el salvador|السالوادور
SY SYR syria|syrian arab republic|syrien|سوریه|syrie|suriye|سوريا
SZ SWZ eswatini|swaziland|swasiland|سوازیلند
TD TCD chad|tschad|چاد
TG TGO togo|توگو
TH THA thailand|تایلند|thailande|tayland
TJ TJK tajikistan|tadschikistan|تاجیکستان|tacikistan
TL TLS timor leste|east timor|osttimor|تیمور شرقی
TM TKM turkmenistan|ترکمنستان
TN TUN tunisia|tunesien|تونس|tunisie|tunus
TR TUR turkey|türkei|tuerkei|türkiye|turkiye|republic of türkiye|ترکیه|turquie|turquia|turchia|تركيا|turkije
TT TTO trinidad and tobago|trinidad und tobago|trinidad|ترینیداد و توباگو
TW TWN taiwan|تایوان
TZ TZA tanzania|tansania|تانزانیا
UA UKR ukraine|اوکراین|ukrayna|ucrania|أوكرانيا|украина
UG UGA uganda|اوگاندا
US USA united states|united states of america|usa|u s a|us|the united states|america|vereinigte staaten|vereinigte staaten von amerika|amerika|آمریکا|امریکا|ایالات متحده|ایالات متحده آمریکا|ایالات متحده امریکا|etats unis|estados unidos|stati uniti|abd|amerika birlesik devletleri|الولايات المتحدة|الولايات المتحدة الأمريكية|eeuu|сша
UY URY uruguay|اروگوئه
UZ UZB uzbekistan|usbekistan|ازبکستان|ozbekistan
VE VEN venezuela|ونزوئلا
VN VNM vietnam|viet nam|ویتنام
XK XKX kosovo|کوزوو|kosova
YE YEM yemen|jemen|یمن|اليمن
ZA ZAF south africa|südafrika|suedafrika|آفریقای جنوبی|guney afrika|afrique du sud
ZM ZMB zambia|sambia|زامبیا
AX ALA åland|åland islands|ålandinseln
GG GGY guernsey
IM IMN isle of man|insel man
JE JEY jersey
GF GUF french guiana|guyane
NC NCL new caledonia|neukaledonien
PF PYF french polynesia|französisch polynesien
MH MHL marshall islands|marshallinseln
PW PLW palau
WS WSM samoa
TO TON tonga
VU VUT vanuatu
SX SXM sint maarten
VA VAT vatican|vatican city|vatikan|vatikanstadt|واتیکان
VG VGB british virgin islands|britische jungferninseln
VI VIR us virgin islands|amerikanische jungferninseln
ZW ZWE zimbabwe|simbabwe|زیمبابوه
"""
_CALLING = re.compile(r"(?:\+|00)\s*(\d{1,3})")
_SIGNS = re.compile(r"[^\w]+")
_BRACKETED = re.compile(r"\s*[(\[].*?[)\]]\s*")


def country_code(text: str) -> str:
    """Give the two letters of the country that a cell names, by a code, a calling code or a name; "" where it names none.

    >>> [country_code(t) for t in ("Germany", "de", "DEU", "آلمان", "Österreich", "U.S.A.", "+98", "Iran (Islamic Republic of)", "Bavaria")]
    ['DE', 'DE', 'DE', 'DE', 'AT', 'US', 'IR', 'IR', '']
    """
    shown = fold_digits(text.strip())
    calling = _CALLING.fullmatch(shown)
    if calling is not None:
        from smbcrm.core.values.numbering_plans import main_country

        return main_country(calling[1])
    names = _names()
    key = _key(shown)
    return names.get(key) or names.get(_key(_BRACKETED.sub(" ", shown)), "") if key else ""


def country_codes(cells: Sequence[str]) -> list[str]:
    """Give the country of every cell of a column; each spelling is looked up once."""
    known = {cell: country_code(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _key(text: str) -> str:
    return _SIGNS.sub(" ", fold(text)).strip()


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _COUNTRIES.strip().splitlines():
        two, three, names = line.split(" ", 2)
        for name in (two, three, *names.split("|")):
            found.setdefault(_key(name), two)
    return found
