"""What stands before and behind a name: titles, generations, ranks, degrees, particles."""

from __future__ import annotations

from smbcrm.core.naming.tables import folded

TITLES = folded(
    """
    mr mrs ms miss mister missus mx mstr dr dra doctor prof professor sir madam madame dame lady lord rev reverend fr father sister capt captain col
    colonel maj major sgt hon herr frau mme mlle monsieur signor signora signorina senor senora sra bay bayan dhr mevr mevrouw fru fröken veuve vve pani bey hanim agha aghaye khanom
    khanoom khanum mohandes haj haji hajj sheikh seyed seyyed sayed sayyed sayyid seyedeh seyyedeh eng engr ing آقا آقای اقای اقا خانم خانوم
    بانو جناب سرکار حضرت دکتر دکترای مهندس استاد پروفسور سید سیده حاج حاجی حاجیه کربلایی مشهدی شیخ ملا سرهنگ سرگرد مرحوم مرحومه دوشیزه السید
    السیده الدکتور الاستاذ المهندس mademoiselle dipl-ing engineer ingeniero dott dottssa doktor ostad aqa aqaye khanum سرگرد سروان تیمسار
    sayın srta استاذ الاستاذه الدکتوره المهندسه الانسه دکتوره مهندسه
    الحاج الحاجه الشیخ مشتری smt shri shrimati ustad dipl ип чп фоп inh customer client
    господин госпожа κυριος κυρια κοσ κα
    """
)

GENERATIONS = {
    "jr": 1, "junior": 1, "jnr": 1, "sr": 2, "senior": 2, "snr": 2, "ii": 3, "iii": 4, "iv": 5,
}  # fmt: skip

# Words that are a title before a whole name only: Sri Ramesh Desai, but Sri Wahyuni is called so, and so is Don Smith.
TITLES_OF_WHOLE_NAMES = folded("sri don dona pan kumari av op med mag univ sh fa د م")

# Titles that people are called by, too: a last name behind a first one. علی مشهدی, Asif Sheikh, Shaun Lord.
TITLES_AND_LAST_NAMES = folded(
    """
    lord major sheikh seyed seyyed sayed sayyed sayyid haji hajji engineer doctor captain مشهدی کربلایی حاجی شیخ سید ملا الشیخ الحاج السید
    """
)

# Titles that stand before a last name: Mr James is no James.
TITLES_OF_LAST_NAMES = folded(
    """
    mr mrs ms mister missus herr frau monsieur mme mlle signor signora senor senora sra srta dhr mevr mevrouw fru господин госпожа
    κυριος κυρια آقای اقای
    """
)

# The second halves of Persian last names, written apart as often as not; the second group are last names by themselves, too.
LAST_NAME_TAILS = folded("زاده نژاد پور zadeh zade nejad nezhad pour poor")
LAST_NAME_TAILS_OR_NAMES = LAST_NAME_TAILS | folded(
    "راد فر نیا خواه منش پناه وند تبار اصل فرد rad far nia khah manesh panah vand tabar asl fard"
)

# What stands between a first and a last name out of politeness: علی آقا رضایی.
POLITE_WORDS = folded(
    "آقا اقا خانم خانوم جان خان سادات السادات بیگم agha khanom khanoom khanum sadat bey hanim abi abla"
)

# What an owner adds behind a name to tell its numbers apart.
REMARKS = folded(
    """
    home mobile cell office work old new private mob handy privat خانه خونه منزل موبایل همراه کار جدید قدیم قدیمی شخصی
    """
)

# Titles that tell whether a man or a woman is meant; those of doctors and pilgrims do not.
HIS_TITLES = folded(
    """
    mr mister mstr sir lord herr monsieur signor senor dhr bay bey shri господин κυριος κοσ agha aghaye آقا آقای اقای اقا جناب مرحوم السید
    """
)
HER_TITLES = folded(
    """
    mrs ms miss missus madam madame mme mlle mademoiselle dame lady frau fru fröken smt shrimati signora signorina senora sra srta dra mevr mevrouw
    pani veuve vve госпожа κυρια κα bayan hanim khanom khanoom khanum seyedeh seyyedeh خانم
    خانوم بانو سرکار سیده حاجیه مرحومه دوشیزه السیده
    """
)

RANKS = folded(
    """
    baronet baronetess bart bt baron baroness viscount viscountess marquess marquis duke duchess count countess earl knight
    """
)
"""What may stand behind a name of the nobility; some are names as well."""

DEGREES = folded(
    """
    md phd esq esquire cpa dds dvm mba bsc msc ma ba llb obe cbe rn pe jd ret
    """
)

PARTICLES = folded(
    """
    de da do dos das del della di du la le les van von der den ter ten zu zum al el bin ibn ben bint abu mac mc st saint san santa vom zur des dal las los abi ال بن ابن آل
    """
)

# First names that only men bear: with a woman's title before it, such a name is her husband's.
MENS_NAMES = folded(
    """
    علی محمد حسین حسن رضا مهدی امیر احمد محمود حمید مجید سعید وحید ناصر منصور مسعود جواد هادی صادق کاظم باقر اکبر اصغر عباس قاسم ابراهیم اسماعیل یوسف
    یعقوب موسی عیسی داود سلیمان حامد محسن مصطفی مرتضی مجتبی علیرضا محمدرضا محمدعلی محمدحسین امیرحسین امیرعلی غلامرضا حمیدرضا احمدرضا عبدالله رسول
    فرهاد فرید فرشاد فرزاد فرامرز فریدون پرویز بهرام بهروز بهزاد بهنام بابک آرش آرمان آرمین کامران کیوان کوروش داریوش سیاوش سیامک شاهین شهرام شهریار
    پیمان پویا پوریا پدرام رامین روزبه سهراب سهیل سینا نیما نادر نوید میلاد میثم مهران مهرداد هومن هوشنگ یاسر اسدالله نصرالله حبیب خلیل جعفر تقی نقی کریم
    ali mohammad mohammed muhammad hossein hassan reza mehdi amir ahmad mahmoud hamid majid saeed vahid naser mansour masoud javad hadi abbas
    john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew
    joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon
    benjamin samuel gregory frank patrick raymond jack dennis jerry tyler aaron henry douglas peter adam nathan zachary walter kyle harold carl
    arthur roger keith jeremy lawrence sean christian albert austin joe ethan willie billy bruce bryan ralph roy eugene louis philip bobby johnny
    hans klaus jurgen wolfgang dieter manfred uwe bernd jorg stefan andreas matthias markus ralf dirk torsten sven jan lars tobias sebastian florian
    pierre jacques bernard philippe alain henri francois laurent olivier nicolas julien guillaume antoine marc
    jose juan carlos luis miguel pedro pablo javier fernando sergio alberto rafael antonio manuel giuseppe giovanni mario luigi marco paolo
    mehmet mustafa ahmet huseyin ibrahim osman murat omer yusuf kemal khaled omar hussein ibrahim youssef mahmoud samir walid
    иван сергей александр андрей дмитрий алексей михаил николай владимир павел юрий виктор олег игорь антон максим роман петр василий константин
    """
)
