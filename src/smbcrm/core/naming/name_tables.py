"""Names people have, as tables: given names, pet forms, Persian spellings, titles, legal forms, street words.

Written down by hand from common knowledge of English, Persian, Arabic, Turkish and European usage; no file or
package was copied. Each table is one string of words, so that it can be read and extended in any editor.
"""

from __future__ import annotations

from collections.abc import Iterable

from smbcrm.core.text import fold


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mister",
        "missus",
        "mx",
        "dr",
        "doctor",
        "prof",
        "professor",
        "sir",
        "madam",
        "madame",
        "dame",
        "lady",
        "lord",
        "rev",
        "reverend",
        "fr",
        "father",
        "sister",
        "capt",
        "captain",
        "col",
        "colonel",
        "maj",
        "major",
        "sgt",
        "hon",
        "herr",
        "frau",
        "mme",
        "mlle",
        "monsieur",
        "signor",
        "signora",
        "senor",
        "senora",
        "sra",
        "don",
        "dona",
        "bay",
        "bayan",
        "bey",
        "hanim",
        "agha",
        "aghaye",
        "khanom",
        "khanoom",
        "khanum",
        "mohandes",
        "haj",
        "haji",
        "hajj",
        "sheikh",
        "seyed",
        "seyyed",
        "sayed",
        "sayyed",
        "sayyid",
        "seyedeh",
        "seyyedeh",
        "eng",
        "engr",
        "ing",
        "آقا",
        "آقای",
        "اقای",
        "اقا",
        "خانم",
        "خانوم",
        "بانو",
        "جناب",
        "سرکار",
        "حضرت",
        "دکتر",
        "دکترای",
        "مهندس",
        "استاد",
        "پروفسور",
        "سید",
        "سیده",
        "حاج",
        "حاجی",
        "حاجیه",
        "کربلایی",
        "مشهدی",
        "شیخ",
        "ملا",
        "سرهنگ",
        "سرگرد",
        "مرحوم",
        "مرحومه",
        "دوشیزه",
        "السید",
        "السیده",
        "الدکتور",
        "الاستاذ",
        "المهندس",
    ]
)

GENERATIONS = {
    "jr": 1, "junior": 1, "jnr": 1, "sr": 2, "senior": 2, "snr": 2, "ii": 3, "iii": 4, "iv": 5,
}  # fmt: skip

# Titles that tell whether a man or a woman is meant; those of doctors and pilgrims do not.
HIS_TITLES = frozenset(
    [
        "mr", "mister", "sir", "lord", "herr", "monsieur", "signor", "senor", "bay", "bey", "agha", "aghaye",
        "آقا", "آقای", "اقای", "اقا", "جناب", "مرحوم", "السید",
    ]
)  # fmt: skip
HER_TITLES = frozenset(
    [
        "mrs", "ms", "miss", "missus", "madam", "madame", "mme", "mlle", "dame", "lady", "frau", "signora", "senora", "sra", "dona",
        "bayan", "hanim", "khanom", "khanoom", "khanum", "seyedeh", "seyyedeh",
        "خانم", "خانوم", "بانو", "سرکار", "سیده", "حاجیه", "مرحومه", "دوشیزه", "السیده",
    ]
)  # fmt: skip

RANKS = frozenset(
    [
        "baronet",
        "baronetess",
        "bart",
        "bt",
        "baron",
        "baroness",
        "viscount",
        "viscountess",
        "marquess",
        "marquis",
        "duke",
        "duchess",
        "count",
        "countess",
        "earl",
        "knight",
    ]
)
"""What may stand behind a name of the nobility; some are names as well."""

DEGREES = frozenset(
    [
        "md",
        "phd",
        "esq",
        "esquire",
        "cpa",
        "dds",
        "dvm",
        "mba",
        "bsc",
        "msc",
        "ma",
        "ba",
        "llb",
        "obe",
        "cbe",
        "rn",
        "pe",
    ]
)

PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "les",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "zu",
        "zum",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "bint",
        "abu",
        "mac",
        "mc",
        "st",
        "saint",
        "san",
        "santa",
        "ال",
        "بن",
        "ابن",
        "آل",
    ]
)

# A line is one name in all its shapes; the first is the full form. A pet form may stand on several lines.
PET_FORMS = """
abigail abby abbie gail
abraham abe bram
adelaide addie ada
adrian ade
agnes aggie nessie
albert al bert bertie
alexander alex al sandy alec xander lex sasha
alexandra alex sandra sandy lexi alexa sasha
alfred al alf alfie fred freddie
alice ally allie
alison ally ali allison
allan al allen alan
amanda mandy manda
amelia amy millie mia
andrew andy drew andre
angela angie ang
ann annie nan
anna annie
anne annie nan
annette annie
anthony tony ant antony
antonia toni
arthur art artie
augustus gus
barbara barb babs barbie
bartholomew bart
beatrice bea trixie
benjamin ben benny benji
bernard bernie
bernadette bernie
bradley brad
brandon bran
bridget biddy bridie
calvin cal
cameron cam
camilla cam millie
caroline carrie caro carolyn
cassandra cassie sandra
catherine cathy cath cat kate katie kitty katherine kathryn katharine kathy kathleen
cecilia cissy celia
charles charlie chuck chas chaz
charlotte charlie lottie lotte
chester chet
christian chris
christina chris tina chrissy christine kristina
christine chris tina chrissy
christopher chris kit topher kris
clarence clancy
clifford cliff
clinton clint
constance connie
cornelius neil connie
curtis curt
cynthia cindy
cyril cy
daniel dan danny dani
danielle dani
david dave davy davey
deborah deb debbie debra
dennis denny den
derek rick
dominic dom nick
donald don donny donnie
donna donnie
dorothy dot dottie dolly dora
douglas doug
duncan dunk
edgar ed eddie ned
edmund ed eddie ned ted
edward ed eddie ted teddy ned
edwin ed eddie
eleanor ellie nell nora elle
elias eli
elijah eli lijah
elizabeth liz beth betty lizzie eliza bess bessie betsy libby lisa elsie
ellen ellie nell
emily em emmy millie
emma em
ernest ernie
esther essie hettie
eugene gene
evelyn evie eve
florence flo flossie florrie
frances fran frannie francie
francis frank fran frankie
franklin frank
frederick fred freddie freddy fritz rick
gabriel gabe
gabrielle gabby gabi
gareth gary
gary gaz
geoffrey geoff jeff jeffrey
george georgie
georgia georgie
georgina georgie gina
gerald gerry jerry
geraldine gerry geri
gilbert gil bert
gordon gord
grace gracie
graham gray
gregory greg gregg
gwendolyn gwen
hannah hanna
harold harry hal
harriet hattie harrie
harry hal
helen nell nellie ellen
henry harry hank hal
herbert herb bert bertie
herman hermie
hezekiah hez
horace horry
howard howie
hubert hugh bert
hugh hughie
ignatius iggy
imogen immy
irene rene
isaac ike zac
isabella bella izzy belle isabel isabelle
isabel izzy bella belle
israel izzy
jackson jack
jacob jake
jacqueline jackie
james jim jimmy jamie jem
jane janie jenny
janet jan
janice jan
jasmine jas jazz
jason jay
jean jeannie
jeffrey jeff geoff
jennifer jen jenny jenn
jeremiah jerry
jeremy jez jem
jerome jerry
jessica jess jessie
jillian jill
joan joanie
joanna jo joanne
joanne jo
john jack johnny jon jackie
jonathan jon jonny nathan johnathan jonathon
joseph joe joey jo
josephine jo josie
joshua josh
joyce joy
judith judy
julia julie
julian jules
juliet jules julie
justin jus
katherine kate katie kathy kat kay kitty kathryn katharine kath
kathleen kathy kath kate katie
kenneth ken kenny
kevin kev
kimberly kim kimberley
kristen kris kristin
kristina kris tina
kristopher kris
laura laurie lori
laurence larry laurie lawrence
lawrence larry laurie
leah lea
leonard len lenny leo leon
leroy roy
leslie les
lester les
lewis lew
lillian lil lily lilly
linda lindy lyn
louis lou louie
louise lou lulu
lucille lucy lou
lucinda lucy cindy
luke lucas
mackenzie mac kenzie
madeline maddie maddy madeleine madelyn
maddison maddie maddy madison
magdalena lena magda
malcolm mal
marcus marc mark
margaret maggie meg peggy marge margie greta daisy madge rita peg
marilyn mary
marjorie marge margie
martha marty patty
martin marty
martina tina
mary molly polly mamie may minnie
mason mace
matilda tilly mattie tillie
matthew matt matty mathew
maureen mo
maurice mo maury morris
maxwell max
maximilian max
megan meg meghan
melanie mel
melinda mindy lindy
melissa mel missy lissa
melvin mel
mercedes mercy sadie
meredith merry
michael mike mick mickey micky mikey
michelle shelly chelle mich
mildred millie
millicent millie
miranda mandy randy
miriam mimi
mitchell mitch
mohammed mo
montgomery monty
morton mort
muriel moo
nancy nan
natalie nat tally
natasha nat tasha
nathan nat nate
nathaniel nat nate nathan
nelson nels
nicholas nick nicky nico nicolas
nicole nicky nikki
nigel nige
noah noe
nora norah
norman norm
oliver ollie olly
olivia liv livvy
oscar ozzie
oswald oz ozzie
pamela pam
patricia pat patty tricia trish patsy
patrick pat paddy rick
paul pauly
paula paulie
pauline polly
penelope penny
percival percy
peter pete
philip phil pip phillip
philippa pippa pip
phyllis phyl
priscilla cilla prissy
prudence prue
rachel rach rachael
ralph ralphie
randall randy
randolph randy
raymond ray
rebecca becky becca becks
reginald reg reggie
reuben rube
rhiannon annie
richard rick dick rich ricky richie dickie
robert bob rob bobby robbie bert robin
roberta bobbie robbie
robin rob
roderick rod rick
rodney rod
roger rodge
roland rollie
ronald ron ronnie
rosalind roz rosie
rose rosie
rosemary rosie rose
roxanne roxy
rudolph rudy
rupert rup
russell russ rusty
ruth ruthie
samantha sam sammy
samson sam
samuel sam sammy
sandra sandy
sarah sally sadie sara
savannah sav
scott scotty
sebastian seb bas
sharon shari
sheila shel
shelley shell
shirley shirl
sidney sid
silvester sly
simon si
solomon sol
sophia sophie
stanley stan
stacey stace
stephanie steph stevie
stephen steve stevie steven
steven steve stevie
stewart stu
stuart stu
susan sue susie suzy
susannah sue susie suzy
suzanne sue suzy
sylvester sly
sylvia syl
tabitha tabby
tamara tammy
terence terry
teresa terry tess theresa tessa
thaddeus thad tad
theodora dora thea
theodore ted teddy theo
theresa terry tess tessa
thomas tom tommy
timothy tim timmy
tobias toby
todd toddy
trevor trev
ursula ursie
valerie val
vanessa ness nessa
vera vee
vernon vern
veronica ronnie vera
vicky vic
victor vic
victoria vicky vic tori vickie
vincent vince vinny
viola vi
violet vi
virginia ginny ginger
vivian viv
wallace wally
walter walt wally
warren waz
wendy wen
wesley wes
wilfred wilf will
wilhelmina mina minnie billie
william bill will billy willy liam willie
winifred winnie freda
winston win
yvonne vonnie
zachary zach zac zack
zoe zo
aleksandr sasha alex
aleksandra sasha
alejandro alex
antonio tony toni tonio
francisco paco pancho
guillermo memo
ignacio nacho
jose pepe
manuel manolo manny
roberto beto
friedrich fritz
hans johannes johann
johannes hannes
josef sepp
katharina kathi kathrin
elisabeth lisa elli
maximilian maxi
giuseppe beppe
giovanni gianni
jean-pierre jp
mehmet memo
محمد ممد مملی
فاطمه فاطی
ابوالفضل ابول
اسماعیل اسی
ابراهیم ابی
زهرا زری
معصومه مصی
حسین حسینی
"""

# English and European given names that stand beside the ones in PET_FORMS.
GIVEN = """
aaron abel ada adam adele adeline adolf adriana agatha aidan aiden aileen aimee aisha alana alba alberta alberto aldo alec
alejandra alejandro alena alessandro alessia alexa alexis alfonso alfredo alicia alina alistair allison alma alonzo
alphonse alvin alyssa amaya amber amos amy ana anastasia andre andrea andreas andres anette angel angelica angelina
angelo angie angus anika anita aniya anja annabel annabelle annika ansel antoine anton antonio april archie ariana ariel
arlene armando arnold aron arturo asher ashley ashlyn ashton astrid athena aubrey audrey august aurora austin autumn ava avery axel ayesha
bailey barney barry basil beau becky belinda bella ben benedict benita bennett bernd bert bertha beryl bessie beth bethany betsy
betty beverly bianca bill billy birgit bjorn blaine blair blake blanche bob bobby bonnie boris boyd brad brady brandi
brayden breanna brenda brendan brenna brent brett brian briana brianna bridget britney brittany brock brody brooke bruce bruno bryan
bryce bryson burton byron caitlin caleb callum camila candace candice cara carina carl carla carlo carlos carly carmen
carmine carol carole carolina carolyn carrie carsten carter casey cassidy cathy cecil cedric celeste celine chad chandler chantal charlene
charlie chase chelsea cheryl chloe chris chrissy christa christel christoph cindy claire clara clarissa clark claude claudia
claus clay clayton clement cody colby cole colette colin colleen connie connor conor conrad cora corey corinne cory courtney
craig cristian cristina crystal curtis cyrus daisy dale dallas dalton damian damien damon dan dana dane danny dante daphne darius darla
darlene darrell darren darryl dave dawn dean deanna debra declan dee deirdre delia delilah della delores denise denis derrick
desmond destiny devin devon dexter diana diane diego dieter dillon dimitri dina dirk dolores dominique don donovan dora doreen doris
dorothea doug drew duane dustin dwayne dwight dylan earl ed eddie edith edna eduardo eileen elaine elena eli eliana elias
elisa elise eliza ella elliot elliott ellis elmer eloise elsa elsie elva emanuel emerson emil emilia emilio emmanuel enrique enzo eric
erica erich erik erika erin ernesto esme esmeralda estelle ester ethan ethel etienne eva evan eve everett ezra fabian fabio faith fatima
faye federico felicia felicity felipe felix ferdinand fergus fernanda fernando finley finn fiona flora floyd franca france francesca
francesco francisco franco frank frankie franz fred freda freddie frida frieda fritz gail garrett gary gavin gaye gemma gene genevieve
geoff gerard gerda gerhard gertrude gianna gilda gillian gina ginger giovanni gisela giulia gladys glen glenda glenn gloria gonzalo grant greg
greta gretchen griffin guadalupe guido guillermo gunther gus gustav gustavo guy hailey haley hans harley harmony harper harrison
harry harvey hassan hayden hazel heather heidi heike heinrich heinz helena helga helmut henrietta henrik herbert hermann hilary hilda
hollie holly hope horst hudson hugo hunter ian ida ignacio igor ilse ina ines inge ingrid inez ira iris irma irving isaiah isla ismael
ivan ivy jace jack jackie jackson jacques jade jaden jaime jake jamal jamie jan jana jared jarrod jarvis javier jay jayden jayla jayne jean jeanette
jeanne jeannette jed jeff jenna jenny jens jermaine jerry jess jesse jessie jesus jill jim jimmy jo joachim joanne joaquin jocelyn jodie
jody joe joel joern joey johan johanna johannes john johnny jolene jon jonas jordan jordyn jorg jorge jose josef josefa joseph josh josie
joy juan juana juanita judah judy jude juergen jules juliana juliette julio june jurgen justine kai kaitlyn kara karen karin karina karl
karla kasper kate katelyn katharina kathrin kathy katie katja katrina katy kay kayla kaylee keira keith kelley kelli kellie kelly kelsey
kelvin ken kendall kendra kenny kent kerry kiera kieran kim kirk kirsten kirsty klara klaus knut kobe kristi kristy krystal kurt kyla
kyle kylie lachlan lacey lana lance lara larry lars lauren laurie lea leanne leigh leila lena leo leon leona leonardo leonie leopold leroy
lesley leticia levi lewis lexi liam lidia lilian lilly lily lina lindsay lindsey lionel lisa liz lizzie lloyd logan lola lora loren lorena
lorenzo loretta lori lorna lorraine lottie lou louie luca lucas lucia luciano lucie lucy ludwig luis luisa lukas luna luther lydia lyle
lyndon lynette lynn lynne mabel macy mae magda maggie maia malik mallory mandy manfred manuel manuela mara marc marcel marcella marcia
marco marcos mareike margarita margot maria mariah marian mariana marianne marie mariela marina mario marion marisa marissa marita mark
markus marlene marlon marsha marta marty martha marvin mateo mathew mathias mathilde matt matteo matthias maude maura mavis max maxim
maxine may maya megan mel mercy mia micah michaela michel michele mick miguel mikayla mike mila milan miles milo milton mina mindy minnie
mitch moira molly mona monica monika monique morgan moritz moses muhammad murray myles myra myrna myrtle nadia nadine naomi nasir natalia nate
ned neil nell nellie nelly neville newton nick nicky nicola nicolas niko nikolai nils nina noel noelle noemi nolan nora norbert noreen norma oakley
odette olaf olga olive ollie omar opal orlando orville oskar otis otto owen pablo paige paloma pamela paola pascal pat patty paulina pearl
pedro peggy penny perry petra phil philipp phoebe pierce pierre piper preston quentin quincy quinn rafael ralf ramiro ramon ramona ramsey randi
randy raphael raquel raul ray rayna reagan reed reese regina reinhard reinhold renata rene renee reuben rex rhett rhoda rhonda rhys ricardo rick
ricky riley rita rob robbie roberto robyn rocco rocio rod rodrigo rogelio roland rolf roman romeo ron ronan ronda ronnie rory rosa rosalie rosanna
rosario roscoe rose roseanne rosie ross rowan roxanna roy ruben ruby rudi rudolf rufus russ ryan rylan ryker sabine sabrina sadie sage sally sally
salma salvador salvatore sam samir sammy sandy santiago sara sascha saul sawyer scarlett sean selena selma serena sergio seth shane shania shannon
shaun shawn sheldon shelby shelly sheri sherri sherry shirley sid sienna sierra sigrid silas silke silvia simone skyler sofia sonia sonja sonya
sophie spencer stacy stan stefan stefanie stella sterling steve stevie stuart sue summer susanne susie sven sybil sydney tabitha talia tania tanner tanya
tara taryn tasha tate tatiana taylor ted tegan teri terri terry tess tessa thea thelma theo theodor thorsten tia tiana tiffany tilly tim timo
tina toby todd tom tomas tommy toni tonia tony tonya torsten tracey traci tracie tracy travis trent tricia trina trinity tristan trudy tucker tyler
tyrone tyson udo ulrich ulrike uma ute uwe vaughn velma vera verena vernon vicki vicky vikki viktor viktoria vince viola violet vito vivian vivien
vivienne wade waldo walker wanda wayne wendell wendy werner whitney wilbert wilbur wilhelm wilhelmina will willa willard willie willow wilma winnie
wolfgang wyatt xander xavier yolanda yusuf yvette yvonne zachariah zack zane zara zelda zoe zoey
aaliyah adrianna adrienne alexandria alisha antoinette arianna ashlee ayden beatrice benjamin bernadette bernice beulah bobbie braden brittney
brooklyn bryant caden caitlyn callie camille caroline cecelia celia cesar christie christy clarence clifton clyde colton daniela danielle daryl
delbert desiree dianna dianne dominick donna donnie dorothy earnest edgar edwin emma emmett ernestine esther eula eunice evelyn fannie florence
fredrick gabriela gabriella garry gayle geneva georgia gerald geraldine gerardo gilbert grayson hannah hattie hayley horace hubert hugh irene isaac
isabella isabelle jaclyn jacqueline jacquelyn jada janelle janet janice janie janis jaxon jeffery jennie jeremiah jerome jillian joann joanna jodi
johnathan johnnie jonah jonathon joshua josiah josue joyce judith julie julius kaden kaitlin kaleb kari kasey kayden kiara krista kristen kristin
kristina kristine kristopher latoya laurel laverne layla leah lila liliana lillie lois lonnie lucille lula lynda mackenzie madeline madelyn makayla
mamie margie marguerite marilyn marjorie maryann mattie maureen maurice maxwell meghan melanie melinda melissa melody melvin mercedes meredith merle
micheal mildred miranda miriam mollie muriel natalie natasha nettie nevaeh nichole olivia oscar patricia patsy patti paula paulette pauline peyton
phyllis priscilla randolph rebekah reginald robert roberta rochelle rodney roger rosemarie rosemary ruth rylee samantha savannah sebastian sharon
shawna sheila shelia sheryl simon stacey stanley stephanie stephen suzanne sylvester sylvia tamara tammy teresa terrance terrence theodore theresa
thomas timothy tommie trevor troy valeria valerie vanessa verna veronica vickie victoria vincent virginia wesley willis
ahmet ali ayse fatma mustafa mehmet emine hatice huseyin hasan ibrahim ismail osman yusuf omer zeynep elif merve murat emre
burak can deniz ece eda ebru esra gul gamze kemal kadir leyla mert meryem nur orhan ozgur pinar selin sevgi serkan sinan tolga ufuk umut volkan yasemin
aarti abeer abhishek adem adnan adriano agnieszka agustin ajay alain aline alla alvaro amal amani amit amparo amr andrzej anil anjali anke ankit
anneliese antje antonella anwar arjun arnaud arun ashok asli aurelie ayman aynur aysel baptiste baris bartosz bashar basma bassam batuhan bayram beata
beate bekir benoit berk bettina beyza bozena brigitte britta bruna busra cansu carmela catalina cemal cemile cengiz ceren chiara christiane claudio
concepcion concetta consuelo cornelia danuta dario dariusz deepak deepika delphine detlef didem didier dilek dinesh divya domenico donatella dorota
edeltraud edson ekaterina elia eliane elodie elzbieta emanuela emanuele encarnacion enrico ercan erdem eren erkan esma esperanza esteban fabrice
facundo fadi fadime fahad federica ferhat filippo flavio florian francisca francois francoise funda furkan gabriele gaia galina ganesh gaspard gaurav
gennady geraldo germaine ghada ghassan ghislaine giacomo gianluca gilles ginevra giorgio giovanna giuseppina gizem gokhan gopal graziella grazyna
grzegorz guilherme guillaume gulay gulsum gulten hacer haitham hakan hala halina hanan hanife harish hayriye herve hildegard hind holger hulya ihab
ilaria ilhan inas ingeborg ingo inmaculada irem irmgard iwona jadwiga janina jaroslaw jerzy joao jolanta josette justyna jutta kaan kadriye kamil
katarzyna kavita kavya kazimierz kerem kerstin kiran kirill konstantin krishna laetitia lakshmi lamia latifa laurent leandro leonid leszek levent
lieselotte lothar luana luciana ludovic luigi luz lyubov maciej maha mahesh malgorzata manal manoj manon marcelo marcin marcio margaux mariano marisol
mariusz martine marwa marwan massimo mateusz mattia matvey maurizio maximiliano maysa mazen meena melek mesut metin mevlut michal milagros mireille
miroslaw mohan montserrat mukesh nadezhda nahla najat naresh nawal nazli necati neha nermin nihal nikita nisha nitin nizar noelia nurcan nuria oceane
oksana oleg onur ornella osama ozge ozlem pankaj paolo paulo piero pietro pilar piotr polina pooja prakash preeti priya przemyslaw raed raffaella
rahul raimundo raisa rajesh rakesh ramazan ramesh ramzi rasha ravi rawan recep rekha remi renate renato riad ritu rohit ronaldo ruba ruslan ryszard
saad sachin salem salim sandeep sandrine sangeeta sanjay seda selim sema serife sevda sevim shaimaa shanti shilpa shyam sibel siegfried siham silvio
simona sinem slawomir sneha solange soner songul stefania stefano stepan suha sunil sunita suresh svetlana swati szymon tadeusz talal taner tanja
thierry timur tugba tulin tuncay turgut ugo ugur ulyana umberto vadim valentina vandana varvara vicente vijay vikram vincenzo vinicius vinod vladimir
volker vyacheslav wael wafa waltraud wieslaw wissam wojciech ximena yana yaroslav yavuz yeliz yesim yigit yilmaz yves zbigniew zdzislaw zeliha zinaida
zuzanna
raj rani sita asha usha cem can rim ela efe ece derya damla
aarav aarush adalbert adela adelheid adelina aditi aditya adolfo agustina aiko aitana akash akhil akiko akira albina alessandra alessio alfons alois
alok alva amalia aman amar ambika amedeo amita amrita anand ananya anders aniket anjana ankita annalisa annamaria annegret anneke anneli annelies
annetta anouk ansaldo anshul antonello antonie aparna archana arjen arnaldo arnav arndt arpit aruna asa ashish ashwin asuka atul auguste aurelia
aurelio avinash ayaka ayumi ayush babita baldassare balthasar barbel bastian battista benedetta bengt benno bente bernhard berthold bertram bharat
bhavna biagio binh birgitta birthe bjarne bjorg bodo brunhilde burkhard calogero camillo carlotta cesare chandan charu chetan chetna chieko christer christof
cinzia clelia clemens corinna cornelis corrado cosimo daan dagmar daichi daiki daisuke daksh danilo dat debora demetrio dev devi dhruv diletta dipak
divyansh domenica donato donghyun dorothee doyoon duc ebba eberhard eckhard edda edeltraut egidio egon eirik ekta eleonora eleonore elfriede elin
elisabet elke elmar else elske elvira emi emiko emin engelbert ercole eri eriko ermanno erna ernst erwin ettore eugen eugenia eugenio eunji eunjung
ewald ezio fabiana fabienne fabrizia fabrizio fang farhan fausto femke ferdinando filomena fiorella flavia fleur fortunato franziska frauke freja
friederike friedhelm fulvio fumiko gaetano garima gaspare geertruida gennaro gerhild gerlinde gero geronimo gerrit gesa gesine gianmarco gilberto
girish goran gottfried govind graziano greetje gregor gudrun guihua gundula gunilla gunjan gunnar guoqiang haakon haeun haitao hana hanh hanne
hannelore harald hari harsh harsha hartmut haruka haruki haruto hedwig heide heidrun heiner helmuth hemant hemlata hendrik hendrika henk henning
henrike herta hideki hideo hien hieu hilde himanshu hinrich hiroki hiroko hiroshi hisashi hong hua hubertus hui hung huong hyejin hyeon hyunwoo iacopo
ichiro ilona imke indira inga inger ingunn inken iolanda irmtraud isabell ishaan ishita isolde italo ivano ivonne jaap jacopo jaehyun jaewon jagdish
janine jasper jatin jaya jayant jelle jeroen jesper jianguo jianhua jie jieun jiho jihoon jihye jimin jing jinwoo jiro jisoo jitendra jiwoo jochen
joost joris josefine juliane jun junho junko junseo jyoti kailash kaito kajal kamala kaori kapil karlheinz karola karsten karthik kartik kazuki kazuko
kazuo keerthi kees keiko keisuke kenichi kenji kenta ketan khanh khoa khoi khushi kirti kiyoshi kjell klaas koen koji komal konrad kriti kumiko kunal
kyoko kyungmin lalit lamberto lata lei leif lennart leonhard letizia liane lien liesel lijuan line ling linh linus livia livio loan lone loredana
lorenz ludger ludovica ludovico ludvig luigina luise lutz maarten maddalena madhav madhu madhuri mads magnus mahima mai maik maja makoto malin mami
manish manisha manuele marcello margarete margit margriet margrit marieke mariella marijke mariko maristella marlies marthe masako masashi
massimiliano mattias maud mayank mechthild meera megha megumi mei meike meiling meinhard mette michiko midori miho mikael miki mikkel milind min ming
minh minho minji minjun minoru minseo minsu mirella mirjam mirko misaki mitali mitsuko miyuki morten mridul mukul nadja namrata nana nandini naoki
naoko narendra natascha natsuki naveen navya nazareno neelam neeraj nga ngoc nhi nicoletta nicolo niels nikhil nilesh ning niraj nirmala nishant
noboru noriko nurettin nuri oanh oda olav omkar oreste osamu osvaldo ottavio ottilie oyvind pallavi palmira parth pasquale patrizio payal peer
pernille phuc phuong pia pierluigi pierpaolo piet pieter ping piyush pradeep pragya pranav prasad pratik praveen prerna priyanka puccio punit purnima
qiang qing quang radha radhika raghav raimund rajat rajendra rajiv raju rakhi rama ranjit rashmi rasmus reena ren renu rie riku rina rishabh rishi
ritika rohan rolando romolo romy rong roos rosalia rosel roshni rosi rossana roswitha ruchi rudiger ruggero rupal ryo ryota sabatino sachi saga sagar
sahil sakshi sakura samanta samuele sander sandhya sandro sanjana sanne santosh sapna sarita saskia satish satoshi saurabh saverio savita sayaka
sebastiano sem seojun seoyeon seungmin severino shalini shan shantanu sharad shashi shigeru shikha shinji shiori shivam shizuka shobha shota shreya
shruti shubham shun shweta siddharth sigmar sigurd silvana simonetta simran siri sjoerd smita solveig sonal sonali sooyoung soren sota soyeon steffen
stig stijn subhash sudha sudhir sujata suman sumiko sumit sunghoon sungmin surendra surya susann sushila susumu svea svenja swapnil sylke tadashi
taichi takashi takeshi tanvi tao taro tarun teodoro tetsuya thanh thao thijs thilo thu thuy tien ting tiziana tiziano tjeerd tomoko tomoya tonino
torbjorn toru toshio trang traute trine trung truus trygve tsubasa tsutomu tuan tullio tushar tuva ubaldo uday ujjwal ulf ulisse ulla umesh upendra
urmila ursel uta uyen vaibhav valentin valerio vanna varsha varun vasudha veena vidya vijaya vikas vimal vinay vineet vinh vipin virendra virgilio
vishal vittoria vittorio vivek viviana walburga walther wei weiming wenzel wiebke wilfried willem willi wim winfried wolfram wouter xaver xia xiang
xiaofeng xiaohong xiaoli xiaoming xiaoyan xin xiu xiuying xue yamini yan yang yash yasuko yejin yen ying yogesh yoko yong yoonah yoshiko yoshio yuichi
yuka yukari yuki yukiko yukio yuko yumi yumiko yun yuna yusuke yuta yutaka yuto zhen zhi zhiqiang
fei gang peng bo chao bin kai lin rui shuang song yi yu ze xuan yuan zheng zhong zijun haoran yichen zihan mengyao jiahao yutong
"""

# One given name as it is spelled in one language or another, or by one clerk or another.
SPELLINGS = """
matias mathias matthias mateus matheus
mathieu matthieu matthew mathew
philippe philipp philip phillip
henri henry henrik henryk
georges george georg
christophe christopher christoph cristobal
frederic frederick fredrick frederik fredrik
stephane stephan stephen steven
sebastien sebastian sebastiao
alexandre alexander aleksandr alexandr aleksander
olivier oliver
maxime maxim maksim
romain roman
fabien fabian
adrien adrian
emile emil
nathalie natalie natalia natalya nataliya natalja
sylvie sylvia silvia sylwia
helene helen helena elena yelena
therese theresa teresa teresia
emilie emily emilia
virginie virginia
amelie amelia
davide david dawid
riccardo ricardo
raffaele rafael raphael rafal raffael
edoardo eduardo eduard edouard
tommaso tomas tomasz thomas
margherita margarita marguerite margareta margaret
patrizia patricia patrycja
antonietta antoinette
caterina katarina katharina katrina catarina katerina
katrin kathrin catrin
gunter guenter gunther guenther
joerg jorg
juergen jurgen
rainer reiner
bjoern bjorn
gertrud gertrude
angelika angelica
sergey sergei serge
andrey andrei andriy andrej
alexey aleksey alexei aleksei oleksiy
nikolay nikolai nikolaj
niklas nicolas nikolas nicholas
dmitry dmitri dmitriy dimitri dmytro dimitry
mikhail mihail mykhailo
evgeny evgeniy yevgeny
evgenia evgeniya yevgenia
yuri yuriy yury iurii
vasily vasiliy vasili
anatoly anatoliy anatoli
vitaly vitaliy vitali
stanislav stanislaw stanislaus
grigory grigoriy gregory
georgy georgiy georgi
egor yegor
fedor fyodor fiodor
valery valeriy valeri
artem artyom
ilya iliya ilia
pavel pawel
tatyana tatiana tatjana
irina irena irene
lyudmila ludmila liudmila
anastasiya anastasia
mariya maria marija
daria darya dariya
yulia julia yuliya juliya
ksenia kseniya xenia
larisa larissa
veronika veronica weronika veronique
viktoria victoria viktoriya wiktoria vitoria
sofya sofia sophia zofia sofiya
alisa alice
suleyman soleyman soleiman suleiman sulaiman
mahmut mahmud mahmoud mahmood
salih saleh
yasar yaser yasser yasir
tarik tariq tarek
kubra kobra
halime halima halimeh
nesrin nasrin nasreen
betul batoul
havva hava hawa
abdelrahman abdulrahman abdolrahman abdurrahman
abdelaziz abdulaziz abdolaziz
ziad ziyad zyad
hatem hatam hatim
hisham hesham
mounir munir monir
rami ramy
samy sami
noor nour nur
laila leila leyla layla
muna mona
reem rim
souad suad
yasmine yasmin yasamin yasemin jasmin jasmine yasmeen
sawsan sousan
dalia dahlia
sherif sharif shareef
khalil halil
khalid khaled
fatih fateh
youssef yousef yusuf youssouf yousuf yossef
omar omer umar
othman osman uthman
nasser nasir naser
samir sameer
walid waleed
hussein husayn huseyin
rachid rashid rasheed
krystyna cristina kristina christina
krzysztof kristof
karolina carolina caroline
marek marc mark
artur arthur
jakub jacob jakob
lukasz lukas lucas
ewa eva
urszula ursula
oliwia olivia
luiz luis louis
manoel manuel
thiago tiago
vitor victor viktor
rogerio roger
kacper kasper caspar kaspar
geeta gita
seema sima
susana susanna susanne suzanne susan
julien julian
beatriz beatrice beatrix
julieta juliet juliette giulietta
lucien lucian
adele adela
adelina adeline
adolf adolfo
alfons alfonso
annetta annette anette
antonie antonia
arnaldo arnold
aurelia aurelie
birgitta birgit brigitte
camillo camilo
cesare cesar
christof christoph
cornelis cornelius
daniil daniel
deborah debora
domenico dominic dominick dominik
dorota dorothea dorothy dorothee
edoardo edward eduard
eirik erik eric
eleonora eleonore eleanor
elisabet elisabeth elizabeth elisabetta
elmar elmer
emanuele emanuel emmanuel
emanuela emmanuela
ernst ernest ernesto
erwin ervin
eugen eugene eugenio
eugenia evgenia
ferdinando ferdinand fernando
filipp filip philipp filippo
georgi georgy georgiy
gilberto gilbert
halina halyna
hannah hanna hana
harald harold
helmuth helmut
hilde hilda
hinrich heinrich
inna ina
isabell isabel isabelle isabella
janina janine
josefine josephine
josef joseph yosef yossef giuseppe
karola carola
karsten carsten
katarina katharina kateryna katerina katrina
konrad conrad
klaus claus klaas
larissa larysa
liudmila liudmyla
lorenz lorenzo
ludwig ludvig
luise louise luisa
maarten martin
magdalini magdalena
marcello marcelo marcel
margareta margarete margaret margriet margrit
marko marco
markus marcus
marthe martha
maud maude
maximiliano maximilian
miroslav miroslaw myroslav
nadiia nadia nadya
natascha natasha
nermin narmin
nikoleta nicoletta
niels nils
nikola nicola
osvaldo oswald
petr petro piotr pyotr
pieter peter
raimund raymond raimundo
renate renata
rolando roland
rosalia rosalie
rossana rosanna
samanta samantha
samuele samuel
sebastiano sebastian
steffen stefan
susann susanne
valentin valentyn valentino
vittorio victor
vittoria victoria
viviana vivien vivian vivienne
wilfried wilfred
willem william wilhelm
willi willy willie
winfried winfred
xaver xavier
zyad ziad
gregor gregory
asgar asghar
adem adam
erkan ercan
anya aniya
carina karina
camilla kamilla camila kamila
carl karl
christian kristian
oskar oscar
ralf ralph
walther walter
thorsten torsten
hendrik henrik
annelies anneliese
zoe zoi
sofie sophie
clara klara
lea leah
maja maya
valeri valery valeriy
yulya yulia
suman sumana
aleksandr oleksandr
aleksandra oleksandra
oleksiy oleksii
vassilis vasilis vassily
"""

# Persian and Arabic given names: the spelling in Persian, then Latin spellings that mean the same name.
PERSIAN_GIVEN = """
علی ali aly
محمد mohammad mohammed muhammad mohamad mohamed muhammed
حسین hossein hussein hosein husain hossain huseyin hoseyn
حسن hassan hasan
رضا reza rida
مهدی mahdi mehdi mahdy
فاطمه fatemeh fatima fatemeh fateme fatimah
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
داوود davood davoud davud dawood
داود davod
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
ساره sareh sarah
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
لیلی leili leyli laili
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
عائشه ayesha aisha
عایشه ayesheh aisha
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
هلما helma
هنگامه hengameh
یلدا yalda
"""

COMPOUND_FIRST = frozenset(
    [
        "محمد",
        "امیر",
        "علی",
        "عبد",
        "غلام",
        "سید",
        "فاطمه",
        "گل",
        "ماه",
        "شاه",
        "ابو",
        "احمد",
        "حمید",
        "نور",
        "حسین",
        "حسن",
        "mohammad",
        "mohamad",
        "mohammed",
        "muhammad",
        "amir",
        "ali",
        "seyed",
        "seyyed",
        "abdol",
        "abdul",
        "abd",
        "gholam",
        "fatemeh",
    ]
)

LEGAL_FORMS = _folded(
    [
        "ooo",
        "oao",
        "zao",
        "pao",
        "ооо",
        "оао",
        "зао",
        "пао",
        "тоо",
        "αε",
        "επε",
        "شركة",
        "株式会社",
        "有限公司",
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "company",
        "llc",
        "llp",
        "lp",
        "ltd",
        "limited",
        "plc",
        "pllc",
        "pc",
        "gmbh",
        "ag",
        "kg",
        "ohg",
        "ug",
        "se",
        "sa",
        "sas",
        "sarl",
        "srl",
        "spa",
        "sl",
        "bv",
        "nv",
        "oy",
        "ab",
        "as",
        "aps",
        "pty",
        "pvt",
        "private",
        "kk",
        "zrt",
        "kft",
        "doo",
        "sro",
        "spzoo",
        "sti",
        "san",
        "tic",
        "as",
        "the",
        "and",
        "et",
        "und",
        "y",
        "e",
        "of",
        "شرکت",
        "سهامی",
        "خاص",
        "عام",
        "بامسئولیت",
        "مسئولیت",
        "محدود",
        "موسسه",
        "مؤسسه",
        "تعاونی",
        "گروه",
        "هلدینگ",
        "و",
        "gbr",
        "mbh",
        "eg",
        "kgaa",
        "eurl",
        "snc",
        "sasu",
        "scop",
        "ltda",
        "lda",
        "eirl",
        "slu",
        "sapi",
        "ood",
        "eood",
        "oü",
        "uab",
        "oyj",
        "tbk",
        "pte",
        "sdn",
        "bhd",
        "ип",
        "чп",
        "фоп",
        "тов",
        "ао",
        "оод",
        "еоод",
        "ικε",
        "οε",
        "محدوده",
        "المحدوده",
        "وشرکاه",
        "مساهمه",
        "有限会社",
        "合同会社",
        "股份有限公司",
        "有限责任公司",
        "公司",
        "주식회사",
        "유한회사",
        "societe",
        "ste",
        "ets",
        "etablissements",
        "firma",
        "ditta",
        "azienda",
        "empresa",
        "compania",
        "entreprise",
        "фирма",
        "компания",
    ]
)

FIRM_WORDS = _folded(
    [
        "store",
        "shop",
        "market",
        "supermarket",
        "cafe",
        "coffee",
        "restaurant",
        "grill",
        "bar",
        "pub",
        "bistro",
        "bakery",
        "deli",
        "diner",
        "pizzeria",
        "kitchen",
        "clinic",
        "hospital",
        "pharmacy",
        "dental",
        "school",
        "academy",
        "college",
        "university",
        "institute",
        "center",
        "centre",
        "daycare",
        "childcare",
        "preschool",
        "nursery",
        "church",
        "temple",
        "hotel",
        "motel",
        "inn",
        "salon",
        "spa",
        "studio",
        "gallery",
        "garage",
        "motors",
        "auto",
        "services",
        "service",
        "solutions",
        "systems",
        "group",
        "holding",
        "holdings",
        "industries",
        "international",
        "enterprises",
        "partners",
        "associates",
        "consulting",
        "trading",
        "traders",
        "imports",
        "exports",
        "foods",
        "bank",
        "insurance",
        "agency",
        "realty",
        "properties",
        "construction",
        "builders",
        "plumbing",
        "electric",
        "hardware",
        "travel",
        "tours",
        "florist",
        "flowers",
        "books",
        "bookstore",
        "library",
        "museum",
        "theater",
        "theatre",
        "fitness",
        "gym",
        "club",
        "association",
        "foundation",
        "society",
        "department",
        "office",
        "council",
        "ministry",
        "bureau",
        "authority",
        "catering",
        "laundry",
        "cleaners",
        "press",
        "media",
        "printing",
        "design",
        "tech",
        "technologies",
        "technology",
        "software",
        "electronics",
        "energy",
        "oil",
        "gas",
        "steel",
        "textile",
        "fashion",
        "boutique",
        "jewelers",
        "furniture",
        "toys",
        "sports",
        "pets",
        "veterinary",
        "farm",
        "farms",
        "ranch",
        "winery",
        "brewery",
        "فروشگاه",
        "مغازه",
        "سوپرمارکت",
        "سوپر",
        "مارکت",
        "کافه",
        "رستوران",
        "نانوایی",
        "نان",
        "شیرینی",
        "قنادی",
        "داروخانه",
        "کلینیک",
        "بیمارستان",
        "درمانگاه",
        "مطب",
        "دندانپزشکی",
        "آموزشگاه",
        "مدرسه",
        "دبستان",
        "دبیرستان",
        "دانشگاه",
        "مهدکودک",
        "مهد",
        "کودک",
        "هتل",
        "مسافرخانه",
        "سالن",
        "آرایشگاه",
        "تعمیرگاه",
        "گاراژ",
        "خدمات",
        "بازرگانی",
        "تجاری",
        "صنایع",
        "صنعتی",
        "تولیدی",
        "کارخانه",
        "کارگاه",
        "پخش",
        "نمایندگی",
        "نمایشگاه",
        "بانک",
        "بیمه",
        "آژانس",
        "املاک",
        "ساختمانی",
        "ابزار",
        "پوشاک",
        "گلفروشی",
        "کتابفروشی",
        "چاپخانه",
        "چاپ",
        "انتشارات",
        "طلافروشی",
        "جواهری",
        "مبلمان",
        "لوازم",
        "قطعات",
        "باشگاه",
        "انجمن",
        "بنیاد",
        "اداره",
        "سازمان",
        "اتحادیه",
        "دفتر",
        "هنرستان",
        "شركة",
        "مؤسسة",
        "متجر",
        "مطعم",
        "مقهى",
        "صيدلية",
        "مستشفى",
        "مدرسة",
        "magaza",
        "market",
        "eczane",
        "okul",
        "lokanta",
        "otel",
        "ticaret",
        "sanayi",
        "apotheke",
        "schule",
        "krankenhaus",
        "backerei",
        "metzgerei",
        "verein",
        "praxis",
        "اژانس",
        "گالری",
        "ارایشگاه",
        "بوتیک",
        "هایپرمارکت",
        "عکاسی",
        "بنگاه",
        "اموزشگاه",
        "صیدلیه",
        "شرکه",
        "صالون",
        "مخبز",
        "مکتبه",
        "مکتب",
        "عیاده",
        "مقهی",
        "فندق",
        "معرض",
        "магазин",
        "ресторан",
        "аптека",
        "кафе",
        "салон",
        "клиника",
        "пекарня",
        "гостиница",
        "фирма",
        "компания",
        "агентство",
        "студия",
        "школа",
        "للتجاره",
        "للمقاولات",
        "للخدمات",
        "للصناعه",
        "التجاريه",
        "مجموعه",
        "مصنع",
        "محل",
        "بقاله",
        "ورشه",
        "مؤسسه",
        "konditorei",
        "brauerei",
        "schreinerei",
        "tischlerei",
        "zimmerei",
        "spedition",
        "friseursalon",
        "autohaus",
        "gasthaus",
        "gasthof",
        "gaststatte",
        "buchhandlung",
        "handwerk",
        "elektro",
        "sanitar",
        "reinigung",
        "hausverwaltung",
        "immobilien",
        "versicherung",
        "kanzlei",
        "steuerberatung",
        "werkstatt",
        "druckerei",
        "gartnerei",
        "fahrschule",
        "kindergarten",
        "boulangerie",
        "patisserie",
        "boucherie",
        "pharmacie",
        "librairie",
        "coiffure",
        "plomberie",
        "menuiserie",
        "electricite",
        "epicerie",
        "brasserie",
        "traiteur",
        "immobilier",
        "assurances",
        "imprimerie",
        "transports",
        "societe",
        "etablissements",
        "entreprise",
        "panaderia",
        "pasteleria",
        "carniceria",
        "farmacia",
        "libreria",
        "peluqueria",
        "taller",
        "fontaneria",
        "carpinteria",
        "floristeria",
        "fruteria",
        "ferreteria",
        "restaurante",
        "gestoria",
        "inmobiliaria",
        "asesoria",
        "imprenta",
        "transportes",
        "construcciones",
        "comercial",
        "distribuciones",
        "clinica",
        "tienda",
        "panetteria",
        "pasticceria",
        "macelleria",
        "parrucchiere",
        "officina",
        "idraulica",
        "falegnameria",
        "fioraio",
        "ristorante",
        "trattoria",
        "albergo",
        "agenzia",
        "assicurazioni",
        "tipografia",
        "trasporti",
        "costruzioni",
        "edilizia",
        "ferramenta",
        "bakkal",
        "firin",
        "kuafor",
        "tesisat",
        "insaat",
        "tekstil",
        "nakliyat",
        "lojistik",
        "emlak",
        "sigorta",
        "matbaa",
        "kirtasiye",
        "restoran",
        "pastane",
        "piekarnia",
        "cukiernia",
        "apteka",
        "fryzjer",
        "warsztat",
        "restauracja",
        "sklep",
        "hurtownia",
        "przychodnia",
        "kancelaria",
        "uslugi",
        "padaria",
        "mercearia",
        "oficina",
        "construtora",
        "loja",
        "drogaria",
        "transportadora",
        "отель",
        "парикмахерская",
        "автосервис",
        "стоматология",
        "мастерская",
        "типография",
        "столовая",
        "ателье",
        "автосалон",
        "супермаркет",
        "мебель",
        "стройматериалы",
        "торговыйдом",
        "завод",
        "фабрика",
        "турагентство",
        "нотариус",
        "φουρνος",
        "φαρμακειο",
        "κομμωτηριο",
        "εστιατοριο",
        "ταβερνα",
        "ξενοδοχειο",
        "καταστημα",
        "σουπερμαρκετ",
        "συνεργειο",
        "βιβλιοπωλειο",
        "تالار",
        "آبمیوه",
        "ساندویچی",
        "کبابی",
        "چلوکبابی",
        "جگرکی",
        "خشکشویی",
        "کارواش",
        "پارکینگ",
        "تعاونی",
        "عطاری",
        "خیاطی",
        "نجاری",
        "جوشکاری",
        "مکانیکی",
        "صافکاری",
        "تراشکاری",
        "کابینت",
        "لابراتوار",
        "آزمایشگاه",
        "رادیولوژی",
        "دفترخانه",
        "محضر",
    ]
)

# How the words of firms are cut short on signs and in ledgers, and the words they stand for.
SHORT_FIRM_WORDS = dict(
    pair.split(":")
    for pair in [
        "ctr:center",
        "cntr:center",
        "cent:center",
        "centre:center",
        "svc:service",
        "svcs:services",
        "srvc:service",
        "srvcs:services",
        "intl:international",
        "assoc:associates",
        "assn:association",
        "mfg:manufacturing",
        "bros:brothers",
        "dept:department",
        "acad:academy",
        "elem:elementary",
        "sch:school",
        "schl:school",
        "univ:university",
        "inst:institute",
        "hosp:hospital",
        "mkt:market",
        "mgmt:management",
        "natl:national",
        "dev:development",
        "devel:development",
        "cmty:community",
        "cmnty:community",
        "lrng:learning",
        "educ:education",
        "presch:preschool",
        "chld:child",
        "distr:distribution",
        "constr:construction",
        "elec:electric",
        "equip:equipment",
        "pharm:pharmacy",
        "st:saint",
        "mt:mount",
        "ft:fort",
    ]
)
# Words of firms that are written as one or as two.
CUT_FIRM_WORDS = {
    tuple(pair.split("-")): pair.replace("-", "")
    for pair in [
        "day-care",
        "child-care",
        "pre-school",
        "super-market",
        "book-store",
        "book-shop",
        "drug-store",
        "car-wash",
        "health-care",
        "work-shop",
        "news-agent",
        "green-grocer",
        "fire-place",
        "ware-house",
        "guest-house",
        "steak-house",
        "ice-cream",
    ]
}
SITE_WORDS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "upper",
        "lower",
        "central",
        "downtown",
        "uptown",
        "airport",
        "annex",
        "branch",
        "holding",
        "holdings",
        "parent",
        "subsidiary",
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "شمال",
        "شمالی",
        "جنوب",
        "جنوبی",
        "شرق",
        "شرقی",
        "غرب",
        "غربی",
        "مرکزی",
        "شعبه",
        "یک",
        "دو",
        "سه",
        "چهار",
        "هلدینگ",
    ]
)

WORDS_FOR_FIRMS_AND_PEOPLE = frozenset(
    [
        "auto",
        "bank",
        "bar",
        "books",
        "can",
        "center",
        "centre",
        "church",
        "club",
        "college",
        "farm",
        "farms",
        "gas",
        "grill",
        "group",
        "hall",
        "holding",
        "inn",
        "kitchen",
        "market",
        "media",
        "motors",
        "nursery",
        "office",
        "oil",
        "press",
        "pub",
        "salon",
        "school",
        "service",
        "services",
        "shop",
        "spa",
        "steel",
        "store",
        "temple",
        "design",
        "electric",
        "energy",
        "sports",
        "tech",
        "bau",
        "studio",
    ]
)
"""Words for a firm that are people's last names as well, or stand for something behind a first name: Mary Church, Ali Shop."""

GROUP_WORDS = frozenset(["holding", "holdings", "parent", "subsidiary", "branch", "هلدینگ", "شعبه"])

STREET_WORDS = {
    "street": "st", "str": "st", "st": "st", "strasse": "st", "straße": "st", "avenue": "av", "ave": "av", "av": "av",
    "road": "rd", "rd": "rd", "lane": "ln", "ln": "ln", "drive": "dr", "dr": "dr", "drv": "dr", "boulevard": "bl", "blvd": "bl",
    "close": "cl", "cl": "cl", "court": "ct", "ct": "ct", "crt": "ct", "place": "pl", "pl": "pl", "square": "sq", "sq": "sq",
    "circuit": "ci", "cct": "ci", "circle": "ci", "cir": "ci", "crescent": "cr", "cres": "cr", "cr": "cr", "terrace": "te",
    "tce": "te", "ter": "te", "terr": "te", "parade": "pa", "pde": "pa", "parkway": "pk", "pkwy": "pk", "pky": "pk",
    "highway": "hw", "hwy": "hw", "way": "wy", "wy": "wy", "trail": "tr", "trl": "tr", "alley": "al", "aly": "al",
    "plaza": "pz", "plz": "pz", "freeway": "fw", "fwy": "fw", "expressway": "ex", "expy": "ex", "loop": "lp", "row": "ro", "walk": "wk",
    "grove": "gr", "gr": "gr", "gardens": "gd", "gdns": "gd", "rue": "st", "calle": "st", "via": "st", "rua": "st", "platz": "sq",
    "sokak": "st", "sok": "st", "sk": "st", "cadde": "av", "caddesi": "av", "cad": "av", "bulvari": "bl", "mahallesi": "", "mah": "",
    "خیابان": "", "خ": "", "خیا": "", "بلوار": "bl", "بلوارک": "bl", "بل": "bl", "کوچه": "", "ک": "", "میدان": "sq", "م": "sq",
    "بزرگراه": "hw", "اتوبان": "hw", "جاده": "rd", "شهرک": "", "محله": "", "بن": "", "بست": "", "کوی": "", "شارع": "", "شهید": "",
}  # fmt: skip

PLACE_WORDS = {
    "north": "n", "south": "s", "east": "e", "west": "w", "northeast": "ne", "northwest": "nw", "southeast": "se", "southwest": "sw",
    "saint": "st", "mount": "mt", "fort": "ft",
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8",
    "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12",
    "اول": "1", "یکم": "1", "دوم": "2", "سوم": "3", "چهارم": "4", "پنجم": "5", "ششم": "6", "هفتم": "7", "هشتم": "8", "نهم": "9", "دهم": "10",
}  # fmt: skip

UNIT_WORDS = frozenset(
    [
        "apt",
        "apartment",
        "flat",
        "unit",
        "suite",
        "ste",
        "room",
        "rm",
        "floor",
        "fl",
        "no.",
        "#",
        "واحد",
        "طبقه",
        "ط",
        "داخلی",
        "ساختمان",
        "بلوک",
        "daire",
        "kat",
        "wohnung",
    ]
)
NUMBER_WORDS = frozenset(["پلاک", "پ", "plaque", "no", "number", "num", "nr", "شماره", "ش", "numara"])

STRONG_LEGAL_FORMS = _folded(
    [
        "ooo",
        "oao",
        "zao",
        "pao",
        "ооо",
        "оао",
        "зао",
        "пао",
        "тоо",
        "αε",
        "επε",
        "شركة",
        "株式会社",
        "有限公司",
        "inc",
        "corp",
        "corporation",
        "company",
        "llc",
        "llp",
        "ltd",
        "limited",
        "plc",
        "gmbh",
        "sarl",
        "srl",
        "bv",
        "pty",
        "kft",
        "doo",
        "شرکت",
        "موسسه",
        "تعاونی",
        "هلدینگ",
        "gbr",
        "mbh",
        "kgaa",
        "eurl",
        "sasu",
        "ltda",
        "lda",
        "eirl",
        "ood",
        "eood",
        "uab",
        "oyj",
        "tbk",
        "sdn",
        "bhd",
        "тов",
        "оод",
        "еоод",
        "ικε",
        "المحدوده",
        "وشرکاه",
        "有限会社",
        "合同会社",
        "股份有限公司",
        "有限责任公司",
        "公司",
        "주식회사",
        "유한회사",
    ]
)

# What stands in a column of first names where nobody knew the name: what kind of person it was, or whose; and the words beside these.
UNNAMED = """
male female man men woman gentleman boy girl child kid infant adult teenager youngest oldest eldest
daughter dad mom mum mother father sister brother wife husband spouse grandson granddaughter grandchild grandmother grandfather
friend neighbour neighbor roommate relative person resident occupant tenant inmate visitor customer client caller stranger
unknown anonymous unnamed undisclosed refused noname nobody somebody of the house household known
hija hijo esposa esposo mujer hombre frau herr kind sohn tochter unbekannt monsieur madame fils fille inconnu
مشتری ناشناس نامشخص نامعلوم همسر فرزند پسر دختر مادر پدر
"""
OF_THE_HOUSE = "in a an f m his her their no name not dont know lady"
