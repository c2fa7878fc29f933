"""Words of firms: legal forms, trades, kinds of sites, and how they are cut short."""

from __future__ import annotations

from smbcrm.core.naming.tables import folded

# Those that make any name a firm's, and all of them.
STRONG_LEGAL_FORMS = folded(
    """
    incorporated ohg ooo oao zao pao ооо оао зао пао тоо αε επε شركة سهامی 株式会社 有限公司 inc corp corporation company llc llp ltd limited plc gmbh sarl srl bv pty kft doo
    شرکت موسسه تعاونی gbr mbh kgaa eurl sasu ltda lda eirl ood eood uab oyj tbk sti sdn bhd epe тов оод еоод ικε المحدوده وشرکاه 有限会社 合同会社 股份有限公司
    有限责任公司 公司 주식회사 유한회사 sro spzoo eireli sirketi gesellschaft sociedad sociedade societa spolka vennootschap aktiebolag aktieselskab
    osakeyhtio общество limitada aktiengesellschaft kommanditgesellschaft aksjeselskap anpartsselskab
    """
)
LEGAL_FORMS = STRONG_LEGAL_FORMS | folded(
    """
    co cia cie lp pllc pc ag kg ug se sa sas spa sl nv oy ab as aps pvt private kk zrt sro spzoo sti san sirketi sirket anonim the and et und y e ve of
    سهامی خاص عام بامسئولیت مسئولیت محدود گروه و eg snc scop slu sapi oü pte ike ип чп фоп ао οε محدوده مساهمه societe ste ets etablissements firma
    ао ditta azienda empresa compania entreprise фирма компания
    """
)


# The short words for a form, and how it is spelled out or written with full stops. What makes any name a firm's stays beside a short word
# that may be somebody's initials.
SPELLED_FORMS = """
gmbh: Gesellschaft mit beschränkter Haftung, G m b H
ag gesellschaft: Aktiengesellschaft
kg gesellschaft: Kommanditgesellschaft
ohg: offene Handelsgesellschaft
gbr: Gesellschaft bürgerlichen Rechts
ltd: Private Limited, Company Limited, Limited Şirketi, Pvt Ltd, בע מ, Công ty TNHH
plc: Public Limited Company
llc: Limited Liability Company, L L C
as sirketi: Anonim Şirketi, Anonim Sirket
sirketi: Kollektif Şirketi, Komandit Şirketi
ооо: Общество с ограниченной ответственностью
тов: Товариство з обмеженою відповідальністю
ао общество: Акционерное общество, Открытое акционерное общество
зао: Закрытое акционерное общество
пао: Публичное акционерное общество
sa sociedad: Sociedad Anónima, Sociedad Anónima de Capital Variable
sl sociedad: Sociedad Limitada
srl: Sociedad de Responsabilidad Limitada, Società a responsabilità limitata, S r l
sa sociedade: Sociedade Anónima, Sociedade Anônima
ltda: Limitada
eireli: E I R E L I
sa societe: Société Anonyme
sarl: Société à responsabilité limitée, S a r l
sas societe: Société par actions simplifiée
spa societa: Società per Azioni
spzoo spolka: Spółka z ograniczoną odpowiedzialnością, Spółka z o o, Sp z o o
sa spolka: Spółka Akcyjna
sro: s r o, spol s r o, společnost s ručením omezeným, spoločnosť s ručením obmedzeným
doo: d o o, društvo s ograničenom odgovornošću
bv vennootschap: Besloten Vennootschap
nv vennootschap: Naamloze Vennootschap
ab aktiebolag: Aktiebolag
as aktieselskab: Aktieselskab, Aksjeselskap
aps aktieselskab: Anpartsselskab
oy osakeyhtio: Osakeyhtiö
株式会社: Kabushiki Kaisha, Kabushiki Gaisha
محدود شرکت: با مسئولیت محدود, مسئولیت محدود
المحدوده: ذات مسؤولية محدودة, ذات المسؤولية المحدودة, ش م م, ذ م م
"""


# A line is one legal form as it is written; a firm has one, and two of one name may have two. What it is called in another script says
# nothing: an ООО is an LLC abroad.
FORMS_APART = (
    "ltd limited", "inc incorporated corp corporation", "llc", "llp", "plc", "gmbh mbh", "ag", "kg", "ug", "ohg", "gbr", "se", "sarl", "sas sasu",
    "sa", "eurl", "srl", "spa", "sl slu", "bv", "nv", "ab", "as", "aps", "oy oyj", "kft", "zrt", "doo", "sro", "zoo spzoo", "ltda lda", "eirl",
    "ооо тов ooo", "зао zao", "пао pao оао oao", "ип чп фоп", "αε", "επε", "ικε", "خاص", "عام", "محدود مسئولیت بامسئولیت", "تعاونی", "有限会社", "株式会社",
    "合同会社",
)  # fmt: skip

# And so it is with whom a founder took into his firm: & Sons, & Co.
PARTNERS_APART = (
    "sons son sohne soehne fils figli hijos filhos ogullari synowie پسران сыновья",
    "bros brothers gebruder bruder freres fratelli hermanos hnos irmaos kardesler bracia برادران братья",
    "co company cie cia compagnie compania شرکا وشرکا",
)


FIRM_WORDS = folded(
    """
    store shop market supermarket cafe coffee restaurant grill bar pub bistro bakery deli diner pizzeria kitchen clinic hospital pharmacy dental
    school academy college university institute center centre daycare childcare preschool nursery church temple hotel motel inn salon spa studio
    gallery garage motors auto services service solutions systems group holding holdings industries international enterprises partners
    associates consulting trading traders imports exports foods bank insurance agency realty properties construction builders plumbing electric
    hardware travel tours florist flowers books bookstore library museum theater theatre fitness gym club association foundation society
    department office council ministry bureau authority catering laundry cleaners press media printing design tech technologies technology
    software electronics energy oil gas steel textile fashion boutique jewelers furniture toys sports pets veterinary farm farms ranch winery
    brewery فروشگاه مغازه سوپرمارکت سوپر مارکت کافه رستوران نانوایی نان شیرینی قنادی داروخانه کلینیک بیمارستان درمانگاه مطب دندانپزشکی آموزشگاه
    مدرسه دبستان دبیرستان دانشگاه مهدکودک مهد کودک هتل مسافرخانه سالن آرایشگاه تعمیرگاه گاراژ خدمات بازرگانی تجاری صنایع صنعتی تولیدی کارخانه
    کارگاه پخش نمایندگی نمایشگاه بانک بیمه آژانس املاک ساختمانی ابزار پوشاک گلفروشی کتابفروشی چاپخانه چاپ انتشارات طلافروشی جواهری مبلمان لوازم
    قطعات باشگاه انجمن بنیاد اداره سازمان اتحادیه دفتر هنرستان وکالت محلات شركة مؤسسة متجر مطعم مقهى صيدلية مستشفى مدرسة magaza eczane okul lokanta otel
    ticaret sanayi stores talleres friseur traders trader apotheke schule krankenhaus backerei metzgerei verein praxis اژانس گالری ارایشگاه بوتیک هایپرمارکت عکاسی بنگاه اموزشگاه
    صیدلیه شرکه صالون مخبز مکتبه مکتب عیاده مقهی فندق معرض магазин ресторан аптека кафе салон клиника пекарня гостиница фирма компания агентство
    студия школа للتجاره للمقاولات للخدمات للصناعه التجاريه مجموعه مصنع محل بقاله ورشه مؤسسه konditorei brauerei schreinerei tischlerei zimmerei
    spedition friseursalon autohaus gasthaus gasthof gaststatte buchhandlung handwerk elektro sanitar reinigung hausverwaltung immobilien
    versicherung kanzlei steuerberatung werkstatt druckerei gartnerei fahrschule kindergarten boulangerie patisserie boucherie pharmacie
    librairie coiffure plomberie menuiserie electricite epicerie brasserie traiteur immobilier assurances imprimerie transports societe
    etablissements entreprise panaderia pasteleria carniceria farmacia libreria peluqueria taller fontaneria carpinteria floristeria fruteria
    ferreteria restaurante gestoria inmobiliaria asesoria imprenta transportes construcciones comercial distribuciones clinica tienda panetteria
    pasticceria macelleria parrucchiere officina idraulica falegnameria fioraio ristorante trattoria albergo agenzia assicurazioni tipografia
    trasporti costruzioni edilizia ferramenta gida otomotiv turizm kuyumculuk mobilya pazarlama ambalaj dagitim muhendislik danismanlik kuyumcu
    bakkal firin kuafor tesisat insaat tekstil nakliyat lojistik emlak sigorta matbaa kirtasiye
    restoran pastane piekarnia cukiernia apteka fryzjer warsztat restauracja sklep hurtownia przychodnia kancelaria uslugi padaria mercearia
    oficina construtora loja drogaria transportadora отель парикмахерская автосервис стоматология мастерская типография столовая ателье
    автосалон супермаркет мебель стройматериалы торговыйдом завод фабрика турагентство нотариус φουρνος φαρμακειο κομμωτηριο εστιατοριο ταβερνα
    ξενοδοχειο καταστημα σουπερμαρκετ συνεργειο βιβλιοπωλειο تالار آبمیوه ساندویچی کبابی چلوکبابی جگرکی خشکشویی کارواش پارکینگ تعاونی هلدینگ عطاری
    hermanos hnos bros gebruder gebr freres fratelli irmaos kardesler ogullari bracia
    papelaria lanchonete acougue
    خیاطی نجاری جوشکاری مکانیکی صافکاری تراشکاری کابینت لابراتوار آزمایشگاه رادیولوژی دفترخانه محضر
    """
)

WORDS_FOR_FIRMS_AND_PEOPLE = folded(
    """
    auto bank bar books center centre church club college farm farms gas grill group holding inn kitchen market media motors nursery office oil
    press pub salon school service services shop spa steel store temple design electric energy sports tech studio محلات
    """
)
"""Those that are last names as well, or stand for something behind a first name: Mary Church, Ali Shop."""

# Words of other wares and trades, and what streets, houses and shops are called after: two of them are two, and none is a slip of the other. They
# make nobody's name a firm's.
WORDS_OF_SHOPS = folded(
    """
    paint paints painting part parts good goods food wood woods glass brass grass stone stones star stars sky sun moon sea seas lake river rivers hill
    hills tree trees tea rose rosa roses leaf loaf bread meat meats fish wine wines beer beers water waters fire wire wires tire tires tile tiles
    brick bricks brush brushes bike bikes boat boats boot boots coat coats shoe shoes hat hats bag bags belt belts ball balls bell bells book door
    doors floor floors flower roof roofs room rooms wall walls lamp lamps light lights bolt bolts tool tools pool pools seed seeds feed feeds
    weed care cars car card cards cart carts cycle cycles print prints point paper papers pipe pipes pump pumps plant plants plastic plastics metal
    metals mental dental rental rentals digital capital cable cables cargo cork corn cotton crane cream crown dairy dance data date dog dogs cat
    cats duck eagle earth east egg eggs fabric fabrics face fast film films finance fine first flag flight fruit fruits fur game games garden
    gardens gate gates gift gifts gold golden silver green grain hair hand hands harbor harvest health heart heat home homes honey horse
    house houses ice ink iron jewel key keys king kings knife lab lady land laser leather lemon letter life line linen lion list live lock locks
    logistics lumber lunch machine machines magic mail map marble marine master milk mill mills mind mirror mobile model money mortgage mountain
    music nail nails nature net nets nova nut nuts ocean olive optic optics optical orange organic orient pack pearl pen pens pet phone phones
    photo pine pizza plan plane planet play power press prime prince pro pure queen quick racing rail rain red rice ring rings road rock roots
    royal rubber rug rugs safe safety sail salad salt sand scale school sea search seal seat sewing shell ship ships shipping silk silver skin
    sleep smart smile snow soap soft solar sound soup south space spice spices spring square stamp station steam stitch storage stream street
    stripe sugar suit suits summit sweet sweets system table tailor tailors tank tap tax taxi team tent text thread ticket tickets time timber
    top tower towers town track trade train tropic truck trucks tube turbo twin union unique unit urban valley value van vet video view village
    vine vision vital voice wash watch wave wax way web weld welding wheel wheels white wild wind window windows wing winter wise wool work works
    world yacht yard yarn yellow youth zone blue black brown grey gray baker butcher barber carpet carpets curtain curtains candle candles cake cakes
    candy camera camp canal canvas castle cellar ceramic ceramics chain chair chairs cheese chef chemical chemicals cherry chicken child chocolate
    cinema circle city classic cleaning climate clock cloth clothes cloud club coach coal coast code college color comfort concrete cook
    copper coral corner cosmetic cosmetics cottage country court craft crafts credit crystal cup cure custom cut dealer deli delta desert diamond
    direct discount disk diving doctor dream dress drill drink drinks drive drop dry dynamic markt park platz turm brunnen hof tor wald see berg
    bach bau baum blume blumen brot buch dach eis farben fahrt fahrten feld fenster fisch fleisch garten glas haus holz kaffee kleider kuchen licht mobel mode
    obst papier reise reisen schuh schuhe stein stoffe tanz tee tor uhr uhren wein fleurs pain vin vins mode maison jardin bois pierre verre livre
    livres cafe the fromage poisson viande fruits sel soleil lune etoile mer port pont place gare moulin fuente plaza sol luna estrella mar puerta
    puerto puente casa jardin flor flores pan vino carne pescado fruta libro libros madera piedra moda zapatos giyim gida gul gunes yildiz deniz
    dag ekmek et balik cicek kitap ayakkabi mobilya demir celik cam kumas saat altin gumus boya kapi pencere su ates toprak
    хлеб мясо рыба вино цветы книги мебель обувь одежда дом сад свет мир вода лес стекло металл камень дерево золото серебро часы краски двери окна
    گل گلها نان آب آتش باد خاک سنگ چوب شیشه آهن فولاد طلا نقره مس رنگ رنگها کفش کیف لباس پارچه فرش کتاب کاغذ قلم ساعت عینک دارو میوه سبزی گوشت مرغ
    ماهی شیر ماست پنیر برنج چای قهوه شکر عسل زعفران پسته بادام گردو خرما سیب انار زیتون باغ دشت کوه دریا رود چشمه ساحل جنگل بهار تابستان پاییز زمستان
    ستاره ماه خورشید آسمان زمین نور روشنایی برق آفتاب مهتاب سپیده شهر روستا خانه درب پنجره کلید ماشین موتور چرخ لاستیک روغن باتری پیچ مهره لوله شیرآلات
    کاشی سرامیک سیمان گچ آجر موکت پرده مبل صندلی میز تخت یخچال پاک سبز سفید سیاه سرخ آبی زرد نو نوین
    زهور ورد خبز لحم سمک ذهب فضه حدید خشب زجاج نجمه قمر شمس بحر نهر جبل مدینه
    """
)
# How the words of firms are cut short on signs and in ledgers, or spelled on the other side of an ocean, and the words they stand for.
SHORT_FIRM_WORDS = dict(
    pair.split(":")
    for pair in folded(
        """
        ctr:center cntr:center cent:center centre:center svc:service svcs:services srvc:service srvcs:services intl:international assoc:associates
        assn:association mfg:manufacturing bros:brothers dept:department acad:academy elem:elementary sch:school schl:school univ:university
        inst:institute hosp:hospital mkt:market mgmt:management natl:national dev:development devel:development cmty:community cmnty:community
        lrng:learning educ:education presch:preschool chld:child distr:distribution constr:construction elec:electric equip:equipment pharm:pharmacy
        st:saint mt:mount ft:fort talleres:taller stores:store traders:trader
        hnos:hermanos gebr:gebruder tic:ticaret
        harbour:harbor colour:color colours:colors jewellery:jewelry jewellers:jewelers tyre:tire tyres:tires theatre:theater aluminium:aluminum fibre:fiber
        """
    )
)
# Words of firms that are written as one or as two.
CUT_FIRM_WORDS = {
    tuple(pair.split("-")): pair.replace("-", "")
    for pair in folded(
        """
        day-care child-care pre-school super-market book-store book-shop drug-store car-wash health-care work-shop news-agent green-grocer
        fire-place ware-house guest-house steak-house ice-cream سوپر-مارکت هایپر-مارکت
        """
    )
}
# What a branch is called, before or behind its name.
BRANCH_WORDS = folded("branch شعبه filiale zweigstelle succursale sucursal sube subesi филиал فرع filial")
SITE_WORDS = BRANCH_WORDS | folded(
    """
    north south east west northern southern eastern western upper lower central downtown uptown airport annex holding holdings parent subsidiary
    i ii iii iv v vi 1 2 3 4 5 6 7 8 9 شمال شمالی جنوب جنوبی شرق شرقی غرب غربی مرکزی یک دو سه چهار هلدینگ nord sud ost mitte est ouest norte sur
    oeste sede ovest kuzey guney dogu bati север юг восток запад северный южный восточный западный центральный الشمال الجنوب الشرق الغرب الشمالي
    الجنوبي الشرقي الغربي پسرانه دخترانه boys girls
    """
)
# Which branch is the firm itself.
MAIN_WORDS = folded(
    "main head central مرکزی اصلی مادر merkez principal zentral haupt главный центральный الرئیسی رئیسی"
)

# Desks of a firm that stand where a person's name should: Accounts Payable, حسابداری.
DESK_WORDS = folded(
    """
    accounts account payable receivable accounting bookkeeping billing reception receptionist front desk sales office admin administration
    purchasing procurement dispatch warehouse headquarters switchboard helpdesk support enquiries info team management manager the dept department
    buchhaltung zentrale empfang einkauf verkauf vertrieb buro sekretariat verwaltung lager rechnungswesen
    comptabilite accueil standard secretariat achats contabilidad administracion recepcion compras ventas contabilita amministrazione
    muhasebe satis satin alma resepsiyon santral yonetim бухгалтерия приемная офис секретарь склад отдел продаж закупок
    حسابداری مالی اداری فروش خرید دفتر پذیرش انبار مدیریت روابط عمومی تلفنخانه واحد بخش مرکزی المحاسبه الاستقبال المبیعات المشتریات الاداره قسم
    """
)

GROUP_WORDS = folded(
    """
    holding holdings parent subsidiary branch هلدینگ شعبه
    """
)
