"""First names in Latin letters, their pet forms, and the ways one name is spelled."""

from __future__ import annotations

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
benjamin ben benny benji benj
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
charles charlie chuck chas chaz chs
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
daniel dan danny dani danl
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
edward ed eddie ted teddy ned edw
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
george georgie geo
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
james jim jimmy jamie jem jas
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
joseph joe joey jo jos
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
richard rick dick rich ricky richie dickie richd
robert bob rob bobby robbie bert robin robt
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
samuel sam sammy saml
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
thomas tom tommy thos
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
william bill will billy willy liam willie wm willm
winifred winnie freda
winston win
yvonne vonnie
zachary zach zac zack
zoe zo
aleksandr sasha alex
aleksandra sasha
alejandro alex
antonio tony toni tonio
francisco paco pancho fco curro kiko
guillermo memo
ignacio nacho
jose pepe pepito
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
mehmet memo memet memis
ibrahim ibo
mustafa musti
suleyman sulo
huseyin huso
fatma fatos
zeynep zeyno
dolores lola loli
jesus chus chuy suso
concepcion concha conchita
rosario charo
mercedes merche
pilar pili
enrique quique kike
antonia toni
rafael rafa
santiago santi
consuelo chelo
isabel isa chabela
guadalupe lupe lupita
eduardo edu lalo
maria mª ma
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
volker vyacheslav wael wafa waltraud wieslaw wissam wojciech ximena yana yaroslav yavuz yeliz yesim yigit yves zbigniew zdzislaw zeliha zinaida
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
imran irfan rizwan adnan kamran zeeshan faisal bilal usman hamza waseem nadeem naeem saleem shahid tariq zahid asif arif aslam akram junaid farhan
sajid khurram shoaib waqas danish fahad salman sultan parveen nasreen shabana rukhsana farzana shazia nadia saima sadia ayesha khadija naila
amit amita anand anil anita anjali anju anup aparna archana arjun arun aruna ashok asha atul bharat bhavna chandra deepa deepak devendra dinesh
divya ganesh gaurav geeta girish gita gopal govind harish hemant hemlata indira jagdish jaya jayant jayesh jyoti kailash kalpana kamal kamala kamla
kanchan karan kavita kiran kishore kumari lakshmi lalita lata laxmi leela madhu madhuri mahendra mahesh mamta manish manisha manju manoj maya
mohan mohit mukesh naresh neeta neha nisha nitin padma pankaj poonam prabha pradip prakash pramod prashant pratibha preeti priti priya pushpa
rachna raj rajesh rajeev rajni rakesh ram ramesh rani ravi ravindra rekha renuka rita ritu rohit sachin sandeep sangeeta sanjay sanjeev sarla
satish savitri seema shalu shanti sharda shashikala sheela shilpa shiv shobha shyam siddhi sita sneha sudhir sujit suman sumit sunil sunita suresh
surinder sushil sushma swati tara uma umesh usha vandana veena venkatesh vijay vikram vimla vinod vipul vishnu yash
gurpreet gurdeep harpreet hardeep jaspreet jasbir kuldeep manpreet mandeep sukhdev balwinder paramjit
zoltan istvan laszlo jozsef gabor attila tamas ferenc gyorgy balazs zsolt janos imre bela joao joana tiago thiago lia noa mae roza elle
fei gang peng bo chao bin kai lin rui shuang song yi yu ze xuan yuan zheng zhong zijun haoran yichen zihan mengyao jiahao yutong
aage aake abidin afra agah agapito agata ahsen ahu aitor akif akshay alaattin alattin aldona aleksy alev algan alihan alime almudena alpay alper
alperen altan alwin amadeo amador ambrosio ameya amruta anabel anais anant anchal angelique aniceto aniela anirudh ankur anselmo ansgar antolin anuj
anupam anuradha anurag anusha apolline apolonia araceli aranzazu aravind arcadio arda ariadna arife arkadiusz armagan armelle arne arpita arti arvid
arvind asbjorn asena asger ashwini asiye assunta asuman asuncion atakan atalay atilla attilio aude augusta aurore avni axelle aybars ayberk ayca aycan
aydan ayfer aygul aykut ayla ayperi aysegul aysen aysin aysun aytac aytekin ayten azize azra azucena bahadir bahri bahtiyar balaji balaram balbina
balbino baltasar banu bartolome bartolomeo bartu basak basilio basri batu baturalp bedia bedri bedriye begona behcet behic belgin belma benedicte
bengi bengu benigno bensu berat beren berenice berfin berhan beril berit berivan berkan berkay berke bermal berna bernabe bernardino bernardo berrak
berrin bertold bertrand besim beste beyhan bhanu bharati bhaskar bhavana bhavesh bhuvan bilge bilgehan bilgin bina binnur birger birgul birsen birte
blandine blazej bogna bogumil bogumila boguslaw boguslawa boleslaw bonifacio bonifacy bora borja borje brice brigida brijesh britt bronislaw
bronislawa brunella bugra bulent burcin burcu burhan buse cagatay cagla caglar cagri cahide cahit cana canan canberk candan candela candido caner
cansel cansin capucine carlota carmelo casandra casimiro cavit cayetano cecile cecylia celal celestin celestino celil celina cemalettin cemil cemre
cenk cevat cevdet cevriye ceyda ceyhan ceyhun cezary chandrika chetana chirag chitra cigdem cihan cihat cipriano ciro claudette claudine clemence
clotilde consolacion constancio constanze corentin costanza crisanto cristiano cuma cuneyt cyprien cyrille czeslaw czeslawa dagny damaso damiano
damini darshan deepali deepti delfina delphin desiderio devika dhananjay dhanush dharmendra dhiraj dietmar dilan dilara dilaver dilber dilip dilsad
dimple dionisio dipika divakar dobrochna dobromir dogukan dominika dorotea durga duygu ebubekir ecem ecevit edanur edelmiro edgardo edip ediz edmond
edmundo efecan efrain ege egemen egil einar eino eira eivind ejvind ekin ekkehard eknath ekrem eladio elba elda elettra eleuterio eligio eligiusz elio
eliseo ellinor elof eloisa eloy elvan elvin elwira emel emeric emeterio emiliano emir emirhan emmanuelle emrah emrullah encarna ender enes ensar enza
epifania erdal erdinc erhan erhard erkin erkki erland erling ernestina erol ersan ersin ertan ertugrul erwan eryk esat esen esengul esila esin eskil
esko estefania estela estrella etelvina eufemia eugenie eugeniusz eulalia eusebio eustaquio evangelina evaristo evelyne evert evren evrim ewelina
eylem eylul eyvind ezequiel ezgi fabiola faik fanny fausta faustine faustino fazil fehmi feliciano felicidad felicie felicja feliks felisa ferda ferdi
feride ferit fermin fernand feryal feyza feyzullah fiammetta fidan fidel figen fikret fikri fikriye filiz fiorenzo firat flavie flavien florencio
florent florentino floriane florinda francine franciszek franciszka franck frode froydis fryderyk fulvia fulya gael gaelle gaetan gaetana gajendra
garance gargi gaspar gautam gayatri geetanjali gema genoveva genowefa georgette gerd gernot gertraud gertrudis gervasio ghislain giacinto giada
giancarlo gianfranco gianluigi giannino gigliola gines ginette gino gioacchino gioia giordana gisbert gisele gisella gitte giuditta giuliana giuliano
giulio giusi giustino giusy gniewko godofredo gokay gokce gokmen gonca gonul gopi gorkem graciela gracjan greger gregorio griselda gualtiero guglielmo
gulbahar gulben gulcan gulcin gulden gulfem gulhan gulizar gullan gulnur gulsah gulsen gulseren gulshan gumersindo gunhild gunn gunvor gurcan gurkan
gursel gustaw gwenael gwenaelle habibe hakki hakon haldun halis halit halszka haluk halvard hamdi hamit handan hande hanka hanno hansjorg harinder
haripriya harshad harun hasibe haydar haydee hayrettin hayri hazal hedda hedvig heikki heiko helge heliodoro helle hemalata henriette henryka
heriberto hermelinda herminia hernan hidayet hieronim hifzi higinio hikmet hilal hilma hilmi hiltrud hippolyte hiral hitesh hjalmar honorata honorio
horacio hortense hortensia huguette huma humberto hurriyet husamettin husnu idil idoia ignacy ignazio ilayda ildefonso ilhami ilka ilkay ilke ilker
ilknur imelda immacolata inci indalecio indrajit ingegerd ingemar ingmar ingvar ingvild inigo innocenzo iole ipek ireneusz irmina isabelino iside
isidoro isidro isil iskra ismet itziar ivana ivar ivo iza izabela izaskun izydor izzet jacek jacinta jacinto jacky jacobo jagoda jaideep jaione jannik
jannike jarl jaromir jaswinder javiera jayanti jeannine jenaro jeremi jeremie jeronimo jignesh jimena joakim joaquina jocelyne joelle jordi jordina
jorgen jorn jorunn josefina josep josiane jouni jovita jozef jozefa juha juhani jukka juliusz jussi justa justino justyn jyotsna kaarina kader kaija
kaisa kaja kajetan kalina kalle kalyan kamini kamuran karianne karine karoliina kartika katri kaushik kayhan kenan keriman keshav khushboo kinga
kirsti kivanc kjersti klaudia klemens koray kord korhan kornel kornelia kripa kristiina krystian ksawery kubilay kudret kunegunda kursat kusum kutay
kyosti laia lakhan lale lasse latha lavinia laxman leire leocadia leokadia leoncio leonor leopoldo liana liberto librada licia liisa liliane linnea
lisbet lisbeth loic lokesh lorenza lotta louisette lourdes lovisa lucette lucio lucjan lucrecia lucyna ludivine ludwik ludwika lutfi lutfiye luzia
lydie macarena macario macit madan madhavi mael maelle maelys mafalda magali magne mahir maija maite makbule maksymilian malati malini malte malwina
mamata manav manjula manlio mansi marcelina marcelino marcelle maren mari mariangela maribel maricarmen marielle mariette marilena marilyne marinella
mariola marit marja marjolaine markku marlena martyna maruja maryla maryse maryvonne marzena matilde mats mattea matti maurane mauricette mauricio
mauro maximino mayur mazhar mederic medine meenakshi meghana mehtap melahat melania melchor melda melih meliha melike melis melisa melitta meltem
menderes meral mercede merten mervan mery mesude mete metehan mevlude micaela michalina michela micheline mickael mieczyslaw mieczyslawa miguelina
mikolaj milena milosz minal minerva minna mira miray mirco mireia mithat mithun mohini moises montse morgane mridula mucahit muge muhammet muharrem
muhittin mukaddes mukund munevver munire murali musab muzaffer muzeyyen myriam naciye nadege nadide nafiz nagaraj nagesh nagihan nail naime nalini
namik namita nanna narciso natalio natasza navin nazan nazaret nazife nazim nazire nazmi nazmiye nebahat necdet necip necla necmettin necmi nedim nele
nelida nello nemesio nerea nerina nese nesibe neslihan nestor nevin nevzat nezahat nezihe nicanor nicasio nida nieves nihan niharika nihat nikodem nil
nilay nilgun nilufer nimisha nino ninon niranjan nirmal nishi nita nitesh nitya nives niyazi noemie norberto nunzia nunzio nuray nurdan nurgul nurhan
nuriye nursel nursen nurten obdulia octavio oddny odile odon ofelia oguz oguzhan okan oktawia oktay ola olalla olcay ole olegario olgierd olimpia
oliviero olof omur onder onofre onofrio ophelie orazio orcun orietta oriol orsola ortrud oskari otmar ottavia otylia ove ovidio oya ozan paavo padmini
paivi palle paresh paride parul parvati pascaline pascuala patricio patrik patryk paulino pavan pawan pekka pelagia pelin peri perihan pernilla
perpetua perrine pervin petek petri petronila petter philippine piedad pier piera pierangelo pierrette pio pirjo placido plinio policarpo poul prachi
praful prajakta pranita prasanna pratap pratima pravin preben prema prithvi prudencio puja punam puneet purificacion quintino quirino rabia rachana
rachele radoslaw radoslawa raghu ragna ragnar ragnhild rahime rahmi raif raija raimondo raimunda rajan rajeshwari rajkumar ramakrishna ramis ramya
raniero ranjan ranjana raoul raphaelle rasim ratan ratna rauno raveena raynald rebeca recai refik rehber reidar reimund reinaldo rejane remedios
remigiusz remo remzi rengin renzo resat reshma resul revathi reyhan reynald riddhi rifat rigoberto riitta rino risto ritesh roald roar roch rodolfo
rodolphe rohini roksana rolande romana romane romualdo roopa roque rosalinda rosana rosaria rosaura rosella roselyne roser rosetta roshan rossella
roxane rozalia rubin rubina rufino ruken rukiye rukmini runar rune rupa rupali ruperto rustu ruut ruya saadet sabahat sabina sabino sabri sabriye
sadettin sadhana sadik sadiye safak safiye sakari saliha salvatrice samet samuli sanchita sancho sangita sanjiv sanket sanna santina sarala sare sari
sarika saroj saturnino satya savino sebahat sebastiana sebnem secil seetha sefa seher selahattin selami selcan selcuk selda selman semih semiha semra
senay senem sengul senol seppo serafin serafino serap sercan serdar serhan serhat serpil servet settimio sevcan severine sevgul sevil sevilay sevinc
sevket sevtap seweryn seyda seyfettin seyfi seyhan seyit sezai sezen sezer sezgin sezin shailaja shailesh shakti sharmila sheetal shekhar shilpi
shivani shraddha shravan shridhar shrikant sibylle sidonie siegbert sieglinde siegmar signe sila silje silvano silverio silvestre silvestro simeon
simge sindhu sirin siro sitki siv sivert slawomira smriti socorro soham soledad solene sonsoles sravani srinivas stanislawa steffi steinar stelvio
stina sture suat sude sudhakar sujay sukanya sukran sukriye sukru sule sumeyye sumitra suna sunanda sundar sune supriya surabhi suraj surbhi surekha
sureyya sushant suvarna suzan suzette svein svend svetla swapna swathi sybille sylvain sylvette sylviane synnove szczepan tadeo tahsin tanguy tanmay
tansel tansu tanu tanuja tapan tapio tarja tarkan tayfun taylan tayyip tazio teemu tejas tekla telesforo telmo teodor teodora teofilo teoman terhi
terje teuvo tevfik tezcan theres thibault thibaut thora thorbjorn thorleif thorvald tiberio tiburcio tiina tijen tillmann timoteo tiphaine tirso tito
tolgahan tomira tommasina tommi torben tord torgeir torill torkel torstein tosca tove trond trudi trupti tugce tugrul tuija tulay tullia tulsi tuna
tunahan tuomas turgay turid turkan tuula tuulikki tymon tymoteusz ugurcan ulas uli ulku ulrika ulysse umberta umit umran unni uras urbain urho urpo
urvashi utku vahap vaino vaishali vaishnavi valentine valeriano vasant vasanthi vasco vasudev vedant vedat veikko veit veli venancio vesa veysel
vibeke vicenta victoire victorine vidar vigdis vihaan vildan viljo vilma vimala vincenza vineeta vinita vinzenz violeta violette viraj virginio
viridiana visitacion viviane vladimiro volkmar vuslat waclaw waldemar walenty wenceslao wendelin wiera wieslawa wiktor wilfrid wilhelmine wincenty
wioleta wioletta witold wladyslaw wladyslawa wlodzimierz xaviere yagiz yagmur yago yakup yann yannick yaprak yaren yashoda yashwant yasmina yesica
yeter yngve yogita yolande yonca yrjo yurdagul zacarias zacharias zafer zahide zaira zdzislawa zekeriya zeki zeno zenon zerrin zoraida zuhal zulema
zulfiye zumrut zygmunt zyta
achille agostino allana augusto bastiaan benedetto berend bethan breno calebe carys casper costantino dang diogo
emanuelly ennio fenna floris gabrielly giampaolo giampiero gianpaolo gianpietro gioele girolamo heitor heloisa
henrique hidde isabelly isaque jasmijn jelte jente joaquim jordy jurre kaique laurens lieke liesbeth luc maartje
marijn maurits maxence melle merel merijn milou mirthe murilo nienke noortje pepijn quinten raffaele renan rhian
sterre thales tijmen wessel
"""

# One given name as it is spelled in one language or another, or by one clerk or another.
SPELLINGS = """
dina deena
mona muna
salma selma
rania ranya raniya
amal amel
karim kareem
walid waleed
khadija khadijah
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
agata agatha
aleksy aleksey alexei
amadeo amedeo
anabel annabel annabelle
bertold berthold
birte birthe
carlota carlotta
casandra cassandra
cecylia cecilia cecelia
constanze constance costanza constanza
cristiano cristian christian kristian krystian
damiano damian damien
dorotea dorothea
edmond edmund
ejvind eivind eyvind
elwira elvira
eryk erik eric
eugenie eugenia
evelyne evelyn
felicja felicia felicie
flavie flavia
franck frank
gaspar gaspard
gema gemma
giuliana juliana
greger gregor
gustaw gustav
hedvig hedwig
henriette henrietta
haakon hakon hakan
ingemar ingmar
isidoro isidro
jacobo jacopo jacob
jeremi jeremy jeremie
jocelyne jocelyn
josefina josefine josephine
josep josef joseph jozef jozsef jose
jozefa josefa
justyn justin
kaarina karina
karoliina karolina
katrin kathrin
kristiina kristina
leocadia leokadia
leopoldo leopold
liisa lisa
liliane liliana lilian lillian
lisbet lisbeth
lotta lotte
lucjan lucian
ludwik ludwig
lydie lydia
marilyne marilyn
martyna martina
marcelle marcella
matilde mathilde matilda
mauricio maurizio
melania melanie
melisa melissa
micaela michaela michela
moises moses
muhammet muhammed mohammed mohamed
myriam miriam
natasza natasha
noemie noemi
nilufer nilufar niloufar
norberto norbert
octavio ottavio
olof olaf olav
oskari oskar oscar
otmar ottmar
patrik patrick patryk
patricio patrizio
pernilla pernille
pervin parvin
petter peter
poul paul
rachele rachel
raimondo raimundo
raoul raul
rebeca rebecca
roksana roxana roxane roxanne
rosana rosanna rossana
rozalia rosalia
sabahat sebahat
savino sabino
silvestre silvestro silvester
siegmar sigmar
sirin shirin
suzan susan
teodor theodor todor teodoro theodore
teodora theodora
theres theresa therese teresa
thibault thibaut
thorbjorn torbjorn
tiina tina
torstein torsten thorsten
tuomas tomas thomas
ulysse ulisse
ulrika ulrike
violeta violetta wioleta wioletta
vilma wilma
viviane viviana vivian
vladimiro vladimir
wilfrid wilfried wilfred
wilhelmine wilhelmina
yolande yolanda
zacarias zacharias
alwin alvin
aurore aurora
jorn joern
jorgen joergen
johan johann
mickael mikael michael
alaattin alaaddin aladdin
praveen pravin
deepak dipak
deepika dipika
deepa dipa
aarti arti
geeta gita geetha
lakshmi laxmi
pooja puja
preeti priti preethi
sheetal shital
swathi swati
sangeeta sangita
neeta nita
meena mina
rajiv rajeev
sanjiv sanjeev
akash aakash
navin naveen
niraj neeraj
nilesh neelesh
shrikant srikant srikanth
vineet vinit
vineeta vinita
sumit sumeet
sita seeta seetha
veena vina
leela lila
reena rina
roopa rupa
sujata sujatha
kavita kavitha
lata latha
anita anitha
sunita sunitha
savita savitha
sarita saritha
smita smitha
mamta mamata
jyoti jyothi
sandeep sandip
kuldeep kuldip
pradeep pradip
dilip dileep
satish sathish
karthik kartik
prashant prasanth prashanth
vasant vasanth
hemant hemanth
jayant jayanth
anant ananth
vikas vikash
subhash subash
vijay bijay
vinod binod
shweta sweta
shiva siva
shankar sankar
roshni roshani
sudhir sudheer
sunil suneel
kirti keerthi
arvind aravind
gayatri gayathri
meenakshi minakshi
"""

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
# The same in a column of last names, written in one word: no relatives, who are somebody else, and none that people are called by (Child).
NO_LAST_NAME = """
unknown unnamed anonymous anon undisclosed undetermined refused declined noname nobody unavailable respondent resident occupant tenant inmate male female doe noname nolastname nosurname dontknow notknown notgiven notprovided notavailable ofthehouse ladyofthehouse manofthehouse unbekannt inconnu inconnue desconocido desconocida sconosciuto sconosciuta onbekend okänd nieznany nieznane
неизвестно неизвестный неизвестная bilinmiyor bilinmeyen belirsiz ناشناس ناشناخته نامشخص نامعلوم ندارد مجهول
"""
