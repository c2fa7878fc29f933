"""Words of firms: legal forms, trades, kinds of sites, and how they are cut short."""

from __future__ import annotations

from smbcrm.core.naming.tables import folded

# Those that make any name a firm's, and all of them.
STRONG_LEGAL_FORMS = folded(
    """
    incorporated ohg ooo oao zao pao ооо оао зао пао тоо αε επε شركة سهامی 株式会社 有限公司 inc corp corporation company llc llp ltd limited plc gmbh sarl srl bv pty kft doo
    شرکت موسسه تعاونی gbr mbh kgaa eurl sasu ltda lda eirl ood eood uab oyj tbk sti sdn bhd тов оод еоод ικε المحدوده وشرکاه 有限会社 合同会社 股份有限公司
    有限责任公司 公司 주식회사 유한회사
    """
)
LEGAL_FORMS = STRONG_LEGAL_FORMS | folded(
    """
    co lp pllc pc ag kg ug se sa sas spa sl nv oy ab as aps pvt private kk zrt sro spzoo sti san tic the and et und y e of
    سهامی خاص عام بامسئولیت مسئولیت محدود گروه و eg snc scop slu sapi oü pte ип чп фоп ао οε محدوده مساهمه societe ste ets etablissements firma
    ditta azienda empresa compania entreprise фирма компания
    """
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
    قطعات باشگاه انجمن بنیاد اداره سازمان اتحادیه دفتر هنرستان شركة مؤسسة متجر مطعم مقهى صيدلية مستشفى مدرسة magaza eczane okul lokanta otel
    ticaret sanayi stores talleres friseur traders trader apotheke schule krankenhaus backerei metzgerei verein praxis اژانس گالری ارایشگاه بوتیک هایپرمارکت عکاسی بنگاه اموزشگاه
    صیدلیه شرکه صالون مخبز مکتبه مکتب عیاده مقهی فندق معرض магазин ресторан аптека кафе салон клиника пекарня гостиница фирма компания агентство
    студия школа للتجاره للمقاولات للخدمات للصناعه التجاريه مجموعه مصنع محل بقاله ورشه مؤسسه konditorei brauerei schreinerei tischlerei zimmerei
    spedition friseursalon autohaus gasthaus gasthof gaststatte buchhandlung handwerk elektro sanitar reinigung hausverwaltung immobilien
    versicherung kanzlei steuerberatung werkstatt druckerei gartnerei fahrschule kindergarten boulangerie patisserie boucherie pharmacie
    librairie coiffure plomberie menuiserie electricite epicerie brasserie traiteur immobilier assurances imprimerie transports societe
    etablissements entreprise panaderia pasteleria carniceria farmacia libreria peluqueria taller fontaneria carpinteria floristeria fruteria
    ferreteria restaurante gestoria inmobiliaria asesoria imprenta transportes construcciones comercial distribuciones clinica tienda panetteria
    pasticceria macelleria parrucchiere officina idraulica falegnameria fioraio ristorante trattoria albergo agenzia assicurazioni tipografia
    trasporti costruzioni edilizia ferramenta bakkal firin kuafor tesisat insaat tekstil nakliyat lojistik emlak sigorta matbaa kirtasiye
    restoran pastane piekarnia cukiernia apteka fryzjer warsztat restauracja sklep hurtownia przychodnia kancelaria uslugi padaria mercearia
    oficina construtora loja drogaria transportadora отель парикмахерская автосервис стоматология мастерская типография столовая ателье
    автосалон супермаркет мебель стройматериалы торговыйдом завод фабрика турагентство нотариус φουρνος φαρμακειο κομμωτηριο εστιατοριο ταβερνα
    ξενοδοχειο καταστημα σουπερμαρκετ συνεργειο βιβλιοπωλειο تالار آبمیوه ساندویچی کبابی چلوکبابی جگرکی خشکشویی کارواش پارکینگ تعاونی هلدینگ عطاری
    خیاطی نجاری جوشکاری مکانیکی صافکاری تراشکاری کابینت لابراتوار آزمایشگاه رادیولوژی دفترخانه محضر
    """
)

WORDS_FOR_FIRMS_AND_PEOPLE = folded(
    """
    auto bank bar books center centre church club college farm farms gas grill group holding inn kitchen market media motors nursery office oil
    press pub salon school service services shop spa steel store temple design electric energy sports tech studio
    """
)
"""Those that are last names as well, or stand for something behind a first name: Mary Church, Ali Shop."""

# How the words of firms are cut short on signs and in ledgers, and the words they stand for.
SHORT_FIRM_WORDS = dict(
    pair.split(":")
    for pair in folded(
        """
        ctr:center cntr:center cent:center centre:center svc:service svcs:services srvc:service srvcs:services intl:international assoc:associates
        assn:association mfg:manufacturing bros:brothers dept:department acad:academy elem:elementary sch:school schl:school univ:university
        inst:institute hosp:hospital mkt:market mgmt:management natl:national dev:development devel:development cmty:community cmnty:community
        lrng:learning educ:education presch:preschool chld:child distr:distribution constr:construction elec:electric equip:equipment pharm:pharmacy
        st:saint mt:mount ft:fort talleres:taller stores:store traders:trader
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
BRANCH_WORDS = folded("branch شعبه filiale zweigstelle succursale sucursal sube филиал فرع filial")
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
