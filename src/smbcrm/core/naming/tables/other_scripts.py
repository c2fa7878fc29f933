"""Given names in Cyrillic and in Greek letters, as tables: each line is one name, its forms, and how it is spelled in Latin letters.

Written down by hand from common knowledge, folded as `smbcrm.core.text.fold` folds them.
"""

CYRILLIC_GIVEN = """
александр олександр aleksandr alexandr alexander oleksandr
александра олександра aleksandra alexandra oleksandra
алексей олексій aleksey alexey alexei aleksei oleksii
алексия алексія
анатолий анатолій anatoly anatoliy anatolii
андрей андрій andrey andrei andrii andriy
андриана
ангелина ангеліна angelina
анжела анжелика angela anzhela
антон anton
антонина антоніна antonina
анна ганна anna
ганна hanna
анфиса
аркадий аркадій arkady arkadiy
арсен арсений арсеній arsen arseny
артем artem artyom
артур artur
богдан bogdan bohdan
богдана bogdana
борис boris borys
вадим vadim vadym
валентин valentin valentyn
валентина valentina
валерий валерій valery valeriy valerii
валерия валерія valeria valeriya
варвара varvara
василий василь vasily vasiliy vasyl
василиса vasilisa
вера віра vera vira
вероника вероніка veronika
виктор віктор viktor victor
виктория вікторія viktoria victoria viktoriya
виталий віталій vitaly vitaliy vitalii
виталина
владимир володимир vladimir volodymyr
владислав vladislav vladyslav
владислава
всеволод vsevolod
вячеслав vyacheslav
галина halyna galina
геннадий геннадій gennady gennadiy
георгий георгій georgy georgiy
герман german
глеб гліб gleb
григорий григорій grigory grigoriy hryhorii
давид david davyd
даниил данил данила данило daniil danil danylo
дарья дарія darya daria
дарина daryna
денис denis denys
диана діана diana
дмитрий дмитро dmitry dmitri dmitriy dmytro
ева єва eva
евгений євген евген evgeny evgeniy yevhen
евгения євгенія evgenia evgeniya yevheniia
егор yegor egor
екатерина катерина ekaterina kateryna yekaterina katerina
елена олена elena olena yelena
елизавета єлизавета elizaveta yelyzaveta
жанна zhanna
захар zakhar
зинаида зінаіда zinaida
зоя zoya
иван іван ivan
иванна іванна ivanna
игорь ігор igor ihor
илья ілля ilya illia
инна інна inna
иннокентий
ирина ірина irina iryna
карина каріна karina
кирилл кирило kirill kyrylo
клавдия claudia
константин костянтин konstantin kostiantyn
кристина крістіна kristina
ксения ксенія ksenia kseniya
лариса larisa larysa
леонид леонід leonid
лев lev
лидия лідія lidia lidiya
лилия лілія lilia liliya
любовь любов lyubov liubov
людмила lyudmila ludmila liudmyla
майя maya
макар makar
максим maksim maxim maksym
маргарита margarita
марина maryna marina
мария марія maria mariya mariia
марк mark
матвей матвій matvey matvii
милана milana
мирон myron miron
мирослав miroslav myroslav
мирослава miroslava
михаил михайло mikhail mykhailo mihail
назар nazar
надежда надія nadezhda nadiia
наталья наталия наталія natalya natalia nataliya
никита микита nikita mykyta
николай микола nikolay nikolai mykola
нина ніна nina
оксана oksana
олег oleg oleh
олеся леся olesya lesya
ольга olga olha
остап ostap
павел павло pavel pavlo
петр петро petr petro pyotr
полина поліна polina
прохор
раиса раіса raisa
родион rodion
роман roman
ростислав rostislav
руслан ruslan
руслана ruslana
савелий
святослав svyatoslav
семен semyon semen
сергей сергій sergey sergei serhii
снежана
софия софья софія sofia sofya
станислав станіслав stanislav
степан stepan
светлана світлана svetlana svitlana
таисия
тамара tamara
тарас taras
татьяна тетяна tatyana tatiana tetiana
тимофей тимофій timofey
тимур timur
ульяна уляна ulyana
федор федір fyodor fedor fedir
филипп пилип filipp
эдуард едуард eduard
эльвира elvira
эмма
эрик
юлия юлія yulia yuliya julia
юлиана юліана
юрий юрій iurii iuri yuri yuriy yurii
яков яків yakov
яна yana
ярослав yaroslav
ярослава yaroslava
алина аліна alina
алена alyona alena
алиса аліса alisa
алла alla
альбина albina
альберт albert
амина
анастасия анастасія anastasia anastasiya
аделина
айгуль aigul
айдар aidar
азат azat
алмаз
алсу
асель asel
аслан aslan
ахмед akhmed
булат bulat
динара dinara
данияр daniyar
ержан
зарина zarina
ильдар ildar
ильнур
камила kamila
лейла leila leyla
магомед magomed
мадина madina
марат marat
нурлан nurlan
ринат rinat
рустам rustam
тимерлан
фарид farid
эльдар eldar
эльмира elmira
йордан yordan jordan
георги georgi
димитър димитр dimitar
иванка ivanka
красимир krasimir
николета
пламен plamen
росен
стефан stefan
стоян stoyan
тодор todor
цветан
милан milan
милица milica
драган dragan
драгана dragana
јован јованка jovan
јелена jelena
марко marko
никола nikola
горан goran
зоран zoran
небојша
александр саша sasha
александра саша sasha
алексей алеша леша alyosha lyosha
дмитрий дима митя dima mitya
михаил миша misha
екатерина катя катюша katya
мария маша masha
наталья наталия наташа nata natasha
татьяна таня tanya
ольга оля olya
елена лена lena
анна аня анюта anya
анастасия настя nastya
юрий юра yura
владимир вова володя vova volodya
николай коля kolya
петр петя petya
павел паша pasha
евгений женя zhenya
евгения женя zhenya
валентин валя valya
валентина валя valya
светлана света sveta
ирина ира ira
галина галя galya
надежда надя nadya
любовь люба lyuba
людмила люда мила lyuda mila
константин костя kostya
виктор витя vitya
виктория вика vika
иван ваня vanya
василий вася vasya
григорий гриша grisha
сергей сережа серега serezha seryozha
андрей андрюша andryusha
алексей леха
максим макс max
федор федя fedya
георгий гоша жора gosha
антонина тоня tonya
тамара тома
валерий валера valera
геннадий гена gena
анатолий толя tolya
леонид леня lenya
степан степа stepa
тимофей тима
маргарита рита rita
зинаида зина zina
лариса лара lara
оксана ксюша
эдуард эдик edik
борис боря borya
лев лева leva
семен сема
виталий виталик vitalik
станислав стас stas
роман рома roma
алексей леша
софия соня sonya
юлия юля yulya
дарья даша dasha
ксения ксюша ksyusha
елизавета лиза liza
полина поля
вячеслав слава slava
станислав слава slava
ярослав слава slava
"""

GREEK_GIVEN = """
αθανασιοσ θανασησ athanasios thanasis
αικατερινη κατερινα aikaterini katerina
αλεξανδροσ αλεκοσ alexandros alekos
αλεξανδρα alexandra
αναστασιοσ τασοσ anastasios tasos
αναστασια anastasia
αγγελικη aggeliki angeliki
αγγελοσ aggelos angelos
ανδρεασ andreas
αννα anna
αντωνιοσ αντωνησ antonios antonis
αντωνια antonia
αποστολοσ apostolos
αρησ aris
αριστειδησ aristidis
ασπασια aspasia
αφροδιτη afroditi
βασιλειοσ βασιλησ vasileios vasilis vassilis
βασιλικη vasiliki vassiliki
βικτωρια victoria
γεωργιοσ γιωργοσ georgios giorgos yiorgos george
γεωργια georgia
γρηγοριοσ γρηγορησ grigorios grigoris
δεσποινα despina despoina
δημητριοσ δημητρησ μιμησ dimitrios dimitris
δημητρα dimitra
διονυσιοσ διονυσησ dionysios dionysis
ειρηνη eirini irini
ελενη eleni helen
ελευθεριοσ λευτερησ eleftherios lefteris
ελευθερια eleftheria
ευαγγελια eyaggelia evangelia
ευαγγελοσ βαγγελησ evangelos vangelis
ευγενια evgenia
ευσταθιοσ σταθησ efstathios stathis
ευτυχια eftychia
ζωη zoe zoi
ηλιασ ilias elias
θεοδωροσ θοδωρησ theodoros thodoris
θεοδωρα theodora
ιωαννησ γιαννησ ioannis giannis yannis john
ιωαννα ioanna joanna
ιακωβοσ iakovos
καλλιοπη kalliopi
κωνσταντινοσ κωστασ konstantinos kostas costas
κωνσταντινα konstantina
κυριακοσ kyriakos
κυριακη kyriaki
λαμπροσ lampros
λεωνιδασ leonidas
μαγδαληνη magdalini
μαρια maria
μαριοσ marios
μαριανα
μαριλενα
μαρινα marina
μιχαηλ μιχαλησ michail michalis
μαρκοσ markos
νικολαοσ νικοσ nikolaos nikos
νικη niki
νικολετα nikoleta
ξενια xenia
ολγα olga
ορεστησ orestis
παναγιωτησ τακησ panagiotis panayiotis takis
παναγιωτα panagiota
παρασκευη paraskevi
παρασκευασ paraskevas
παυλοσ pavlos
πετροσ petros
σοφια sofia sophia
σοφοκλησ sofoklis
σπυριδων σπυροσ spyridon spyros
σταυροσ stavros
σταυρουλα stavroula
στυλιανοσ στελιοσ stylianos stelios
στυλιανη στελλα styliani stella
σωτηριοσ σωτηρησ sotirios sotiris
σωτηρια sotiria
σωκρατησ sokratis
φιλιπποσ filippos
φωτιοσ φωτησ fotios fotis
φωτεινη foteini fotini
χαραλαμποσ μπαμπησ charalampos babis
χρηστοσ christos
χριστοσ χριστοδουλοσ
χριστινα christina
χρυσα chrysa
χρυσουλα chrysoula
"""
