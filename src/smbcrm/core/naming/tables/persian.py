"""Persian and Arabic first names: the spelling in Persian, then Latin spellings that mean the same name."""

from __future__ import annotations

from smbcrm.core.naming.tables import folded

PERSIAN_GIVEN = """
علی ali aly
محمد mohammad mohammed muhammad mohamad mohamed muhammed mohd muhd md
حسین hossein hussein hosein husain hossain huseyin hoseyn
حسن hassan hasan
رضا reza rida
مهدی mahdi mehdi mahdy
فاطمه fatemeh fatima fateme fatimah fatma
زهرا zahra zehra
مریم maryam mariam meryem
زینب zeinab zeynab zaynab zainab zeynep
علیرضا alireza
محمدرضا mohammadreza mohamadreza
محمدعلی mohammadali
محمدمهدی mohammadmahdi mohammadmehdi
محمدحسین mohammadhossein
محمدجواد mohammadjavad
محمدامین mohammadamin
محمدیاسین mohammadyasin
امیرحسین amirhossein amirhosein
امیرمحمد amirmohammad
امیرعلی amirali
امیررضا amirreza amireza
امیرعباس amirabbas
غلامرضا gholamreza
حمیدرضا hamidreza
احمدرضا ahmadreza
عبدالله abdollah abdullah abdallah
عبدالرضا abdolreza
عبدالرحمن abdolrahman abdulrahman
امیر amir
احمد ahmad ahmed ahmet
محمود mahmoud mahmood mahmud
حمید hamid
مجید majid
سعید saeed saeid said saed
وحید vahid
نوید navid
فرید farid
رشید rashid
جواد javad jawad
عباس abbas
ابراهیم ebrahim ibrahim
اسماعیل esmaeil esmail ismail esmaeel
ابوالفضل abolfazl abulfazl
ابوالقاسم abolghasem
اکبر akbar
اصغر asghar
علی‌اکبر aliakbar
علی‌اصغر aliasghar
قاسم ghasem qasem qasim
کاظم kazem kazim
کریم karim
رحیم rahim
رحمان rahman
سلیمان soleiman soleyman suleiman
سلمان salman
سجاد sajjad sajad
صادق sadegh sadeq sadiq
جعفر jafar jaafar
هادی hadi
هاشم hashem hashim
هادی hady
حامد hamed
حبیب habib
خلیل khalil
داوود داود davood davoud davud dawood davod
یعقوب yaghoub yaqub yaghub
یوسف yousef yusef yosef youssef yusuf joseph
یونس younes yunus yones
یحیی yahya
یاسر yaser yasser yasir
یاسین yasin yaseen
موسی mousa musa moussa
عیسی eisa isa issa
نادر nader nadir
ناصر naser nasser nasir
منصور mansour mansoor mansur
مسعود masoud masood massoud
محسن mohsen muhsin
میثم meysam meisam maysam
مصطفی mostafa mustafa mostafa
مرتضی morteza murtaza mortaza
مجتبی mojtaba mujtaba
مهران mehran
مهرداد mehrdad
مهیار mahyar
ماهان mahan
مازیار maziar maziyar
مانی mani
میلاد milad
مبین mobin
متین matin
منوچهر manouchehr manuchehr
کامران kamran
کاوه kaveh
کیان kian kiyan
کیانوش kianoush kianush
کیوان keyvan keivan kayvan
کوروش kourosh cyrus koorosh kurosh
کیومرث kiumars
خسرو khosrow khosro
داریوش dariush daryoush darius
دانیال danial daniel daniyal
دانا dana
آرش arash
آرمان arman
آرمین armin
آریا aria arya ariya
آریان arian aryan
آرتین artin
آراد arad
آرین arin aryan
آیدین aydin aidin
اشکان ashkan
افشین afshin
ایمان iman eman
امید omid
امین amin
احسان ehsan
اسحاق eshagh ishaq
اردشیر ardeshir
اردلان ardalan
بابک babak
بهرام bahram
بهروز behrouz behrooz behruz
بهزاد behzad
بهمن bahman
بهنام behnam
بنیامین benyamin benjamin
بیژن bijan bizhan
پارسا parsa
پدرام pedram
پرویز parviz
پرهام parham
پویا pouya pooya puya
پوریا pouria poorya pouriya
پیام payam
پیمان peyman peiman payman
پژمان pejman
تورج touraj
جمال jamal
جمشید jamshid
جلال jalal
جهانگیر jahangir
حجت hojjat hojat
خشایار khashayar
رامین ramin
رامتین ramtin
رسول rasoul rasool
روح‌الله rouhollah ruhollah
روزبه rouzbeh roozbeh
سام sam
سامان saman
سپهر sepehr
سهراب sohrab
سهیل soheil sohail soheyl
سیامک siamak siyamak
سیاوش siavash siyavash
سینا sina
سیروس sirous cyrus siroos
شاهین shahin
شاهرخ shahrokh
شایان shayan
شهاب shahab
شهرام shahram
شهریار shahryar shahriar
طاها taha
عرفان erfan irfan
عرشیا arshia
عطا ata
عماد emad imad
غفار ghaffar
فرامرز faramarz
فرزاد farzad
فرزین farzin
فرشاد farshad
فرشید farshid
فرهاد farhad
فرهنگ farhang
فریبرز fariborz
فریدون fereydoun fereidoon feridun
فواد foad fuad fouad
کامبیز kambiz
کمال kamal kemal
کسری kasra
محراب mehrab
مهراب mehrab
نیما nima
هومن houman hooman human
هوشنگ houshang hooshang
همایون homayoun
یزدان yazdan
یاشار yashar
آتنا atena athena
آیدا ayda aida
آیناز aynaz ainaz
آیلین aylin ailin
آرزو arezoo arezou arzu
آزاده azadeh
آذر azar
آنیتا anita
آوا ava
آناهیتا anahita
ارغوان arghavan
اسما asma
اعظم azam
افسانه afsaneh
الناز elnaz
النا elena
الهام elham
الهه elaheh
اکرم akram
اشرف ashraf
باران baran
بهاره bahareh
بهار bahar
بهناز behnaz
بیتا bita
پروانه parvaneh
پروین parvin
پریسا parisa
پریا paria parya
پرستو parastoo parastou
پگاه pegah
پوران pouran
ترانه taraneh
حدیث hadis hadith
حدیثه hadiseh
حنانه hananeh
حمیده hamideh
حلیمه halimeh halima
خدیجه khadijeh khadija
درسا dorsa
دنیا donya
رها raha
رویا roya
راضیه razieh raziyeh
رقیه roghayeh roghieh ruqayya
ریحانه reyhaneh reihaneh rayhaneh
زیبا ziba
ژاله jaleh zhaleh
ژیلا jila zhila
سارا sara sarah
ساره sareh sarah sara
ساناز sanaz
سپیده sepideh
ستاره setareh
سحر sahar
سمیرا samira
سمیه somayeh somayyeh sumaya
سمانه samaneh
سهیلا soheila soheyla
سوسن sousan susan
سونیا sonia
سیما sima
شادی shadi
شبنم shabnam
شهره shohreh
شهلا shahla
شقایق shaghayegh
شکوفه shokoufeh shokoofeh
شهناز shahnaz
شهین shahin
شیدا sheyda shida
شیما shima
شیرین shirin
شیوا shiva
صبا saba
صدف sadaf
صغری soghra
صدیقه sedigheh seddigheh
طاهره tahereh
طناز tannaz
طیبه tayebeh tayyebeh
عاطفه atefeh
عسل asal
عفت effat
فائزه faezeh
فاطمه‌زهرا fatemehzahra
فرانک faranak
فرزانه farzaneh
فرشته fereshteh
فروغ forough foroogh
فریبا fariba
فریده farideh
کبری kobra
کیمیا kimia
گلناز golnaz
گلنار golnar
لاله laleh
لیدا lida
لیلا leila leyla layla
لیلی leili leyli laili leila layla leyla
مائده maedeh maede
ماندانا mandana
مبینا mobina
محبوبه mahboubeh mahbubeh
محدثه mohaddeseh mohadeseh
محیا mahya
مرجان marjan
مرضیه marzieh marziyeh
مژگان mojgan mozhgan
مژده mojdeh mozhdeh
معصومه masoumeh masumeh masoomeh
ملیکا melika
منا mona
مونا mona
منیژه manijeh manizheh
منیره monireh
مهتاب mahtab
مهدیس mahdis
مهدیه mahdieh mahdiyeh
مهرناز mehrnaz
مهسا mahsa
مهشید mahshid
مهناز mahnaz
مهین mahin
مینا mina
مهرانه mehraneh
نازنین nazanin
نازی nazi
ناهید nahid
نجمه najmeh
ندا neda nada
نرگس narges nargess
نسترن nastaran
نسرین nasrin
نسیم nasim
نیلوفر niloufar niloofar nilufar
نگار negar
نگین negin
نوشین noushin nooshin
نیره nayereh
هانیه hanieh haniyeh haniye
هدی hoda huda
هدیه hedieh hediyeh
هستی hasti
هلیا helia helya
هما homa
یاسمن yasaman yasmin
یاسمین yasmin yasamin jasmin
یسنا yasna
یکتا yekta
یگانه yeganeh
کلثوم kolsoum
بتول batoul batool
سکینه sakineh sakina
ملیحه maliheh
نفیسه nafiseh
وجیهه vajiheh
خالد khaled khalid
طارق tareq tarek tariq
عمر omar umar omer
عمرو amr amro
عثمان osman othman uthman
عبدالعزیز abdulaziz abdolaziz
سلطان soltan sultan
فیصل faisal faysal
ولید walid waleed
زید zeid zayd
حمزه hamzeh hamza
بلال belal bilal
جمیل jamil
نبیل nabil
سامی sami
سمیر samir
ماجد majed
رانیا rania
هبه heba hiba
عائشه ayesha aisha aysha aishah
عایشه ayesheh aisha ayesha aysha
آمنه ameneh amina
سلمی salma
سلما salma
ثریا soraya sorayya
ثنا sana
جمیله jamileh jamila
طاهر taher tahir
محبوب mahboob mahbub
صدیق sedigh siddiq
هانی hani
منیر monir munir
طیب tayeb tayyeb
معصوم masoum masoom
عاطف atef
فائز faez
حلیم halim
وجیه vajih
ملیح malih
آرشا arsha
آروین arvin
آبتین abtin
آدرین adrin
آوش avash
آرسام arsam
اهورا ahoura ahura
اردوان ardavan
ارسلان arsalan
ارشیا arshia
ارژنگ arzhang
اسفندیار esfandiar esfandiyar
ادریس edris idris
اصلان aslan
افراسیاب afrasiab
الیاس elyas elias
ایرج iraj
ایلیا ilia iliya
ایوب ayoub ayub
باربد barbad
بردیا bardia
برزو borzou borzoo
بهادر bahador
بهداد behdad
بهرنگ behrang
بهنود behnoud
پیروز pirouz pirooz
تیرداد tirdad
تیمور teymour teimour
جابر jaber
جاوید javid
جلیل jalil
جهانبخش jahanbakhsh
حاتم hatam
حشمت heshmat
حکمت hekmat
حنیف hanif
حیدر heydar heidar
خداداد khodadad
خدایار khodayar
رامبد rambod
رستم rostam
رضوان rezvan
رهام roham
زکریا zakaria
سالار salar
سامیار samyar
ستار sattar
سروش soroush
سهند sahand
شاپور shapour shapoor
شروین shervin
شعبان shaban
شهروز shahrouz
شکیب shakib
صابر saber
صالح saleh
صفدر safdar
صمد samad
صفر safar
ضیا zia
طالب taleb
طهماسب tahmasb
عادل adel
عارف aref
عباسعلی abbasali
عبدالحسین abdolhossein
عبدالکریم abdolkarim
عبدالمجید abdolmajid
عزت ezzat
عزیز aziz
عسگر asgar
علیمحمد alimohammad
عمران emran
غفور ghafour
غلام gholam
غلامحسین gholamhossein
غلامعلی gholamali
فربد farbod
فرج faraj
فرخ farrokh
فردین fardin
فرزام farzam
فرهود farhoud
فضل‌الله fazlollah
فیروز firouz firooz
قادر ghader
قدرت ghodrat
قربان ghorban
قنبر ghanbar
کامیار kamyar
کرامت karamat
کیارش kiarash
گودرز goudarz
لطف‌الله lotfollah
محمدصادق mohammadsadegh
محمدکاظم mohammadkazem
محمدطاها mohammadtaha
مراد morad
مسلم moslem
مظفر mozaffar
معین moein moin
مقداد meghdad
مهبد mahbod
مهدیار mahdiar mahdyar
مهرزاد mehrzad
مهرشاد mehrshad
مهرنوش mehrnoosh
میعاد miad
ناصح naseh
نریمان nariman
نصرت nosrat
نصرالله nasrollah
نعمت nemat
نعمت‌الله nematollah
نعیم naeim naeem
نقی naghi
هرمز hormoz
هوتن houtan hootan
یدالله yadollah
آتوسا atousa
آرمیتا armita
آزیتا azita
آسیه asieh
آلما alma
الینا elina
ام‌البنین omolbanin
انسیه ensieh
انیس anis
بدری badri
بنفشه banafsheh
پانته‌آ pantea
پرنیان parnian
پرنیا parnia
پرینا parina
پریناز parinaz
پوپک poopak
تارا tara
تبسم tabassom
ترلان tarlan
تهمینه tahmineh
حسنا hosna
حمیرا homeira
حوا hava
خاطره khatereh
دل‌آرا delara
دینا dina
راحله raheleh
رعنا rana
رومینا romina
روشنک roshanak
رکسانا roxana
ریتا rita
زهره zohreh
زلیخا zoleikha
ژینا zhina jina
سارینا sarina
ساغر saghar
سایه sayeh
سعیده saeedeh
سلاله solaleh
سمن saman
سودابه soudabeh
سوده soudeh
سوگند sogand
سولماز solmaz
سیمین simin
سوگل sogol
شراره sharareh
شکیبا shakiba
شمیم shamim
شهرزاد shahrzad
صفورا safoura
صنم sanam
صوفیا sofia
طرلان tarlan
عارفه arefeh
عذرا ozra
عشرت eshrat
غزل ghazal
غزاله ghazaleh
فتانه fataneh
فخری fakhri
فرح farah
فرحناز farahnaz
فرخنده farkhondeh
فرناز farnaz
فرنوش farnoosh
فرنگیس farangis
فهیمه fahimeh
فیروزه firouzeh
قمر ghamar
کاملیا kamelia
کتایون katayoun
کوثر kosar kowsar
کیانا kiana
گل‌اندام golandam
گلاره golareh
گلبهار golbahar
گلی goli
گیتی giti
گیسو gisou
لادن ladan
لعیا laya
مارال maral
ماهرخ mahrokh
ماه‌منیر mahmonir
مرسده mersedeh
ملکه malakeh
ملینا melina
مهری mehri
مهلا mahla
مهوش mahvash
میترا mitra
مینو minou minoo
مینوش minoosh
نازگل nazgol
نرجس narjes
نرمین narmin
نغمه naghmeh
نیایش niayesh
نیکو nikou
نیوشا niousha
هاله haleh
مانا mana
روزا roza
هلما helma
هنگامه hengameh
یلدا yalda
سالم salem salim
سلیم salim saleem
نائل nael nail
فادی fadi fady
فهد fahd fahad
راشد rashed rashid
حمدان hamdan
یزید yazid yazeed
سامر samer
ریم reem rim
رامی rami ramy
ماهر maher mahir
باسم basem bassem basim
بسام bassam
عامر amer amir
عمار ammar
هشام hisham hesham hicham
وائل wael
وسام wissam wesam
وسیم wassim waseem wasim
هیثم haitham haytham
حازم hazem hazim
حسام hossam husam houssam
ربیع rabih rabie
رائد raed
زیاد ziad ziyad
زاهر zaher zahir
سعد saad
سعود saud saoud
سفیان sofiane sufyan
طلال talal
عاصم asem assem asim
عدنان adnan
عصام essam issam
علاء alaa
غسان ghassan
غازی ghazi
فراس firas feras
فوزی fawzi fouzi
قصی qusay qusai
لوی loay luay louay
مازن mazen
مروان marwan
مشعل mishal meshal
مصعب musab mosab
معاذ moaz muath mouad
منذر munther monther mundhir
مهند mohannad muhannad
نایف nayef naif
نزار nizar nezar
نضال nidal
نواف nawaf
امال amal
اسماء asma asmaa
احلام ahlam
اروی arwa
اسیل aseel
بثینه buthaina bouthaina
بسمه basma
حنان hanan
حنین haneen
دعاء duaa doaa
دلال dalal
رباب rabab
رجاء rajaa
رشا rasha
رغد raghad
رنا rana
رهف rahaf
سعاد suad souad
سلوی salwa
سمر samar
سمیره samira
سناء sanaa
سهام siham seham
شیماء shaimaa chaimaa
صفاء safaa
عبیر abeer abir
عفاف afaf
غاده ghada
فاتن faten
فایزه faiza fayza
لبنی lubna loubna
لطیفه latifa
لمی lama
لمیس lamis lamees
لینا lina
منال manal
منی mona muna
مها maha
میساء maysaa
نادیه nadia
نجلاء najla najlaa
نجوی najwa
ندی nada
نهی noha nuha
نوال nawal
نوره noura nora noora nura
هناء hanaa
وفاء wafa wafaa
ولاء walaa
یسری yusra yousra
"""

# First halves of first names of two parts.
COMPOUND_FIRST = folded(
    """
    محمد امیر علی عبد غلام سید فاطمه گل ماه شاه ابو احمد حمید نور حسین حسن mohammad mohamad mohammed mohamed muhammad muhammed mohd muhd md amir ali seyed seyyed abdol abdul
    abd gholam fatemeh mehmet ahmet muhammet mustafa hasan huseyin
    """
)
