"""Given names from further away, by which a column of names is known to hold people; no judgement on who is whom rests on them."""

from __future__ import annotations

FAR_GIVEN = """
aarav aditi aditya ajay akash amit amrita anand anil anita anjali ankit arjun aruna arun asha ashok bharat chandra deepa deepak devi
dinesh divya ganesh gaurav geeta gopal govind harish hemant indira ishaan jaya jyoti kamal kavita kiran krishna kumar lakshmi lalita
mahesh manish manoj meena meera mohan mukesh nandini naresh neha nikhil nisha pankaj pooja prakash pramod pranav prasad preeti priya
priyanka radha rahul raj rajesh rajiv rakesh ramesh rani ravi rekha rohan rohit sachin sandeep sangeeta sanjay santosh sarita seema
shanti shilpa shiv shreya sita sneha sonia sudha suman sunil sunita suresh swati tarun uma usha varun vijay vikram vinod vivek yash
bao chau cuong dung duong giang hanh hieu hoang hung huong khanh lan linh long minh ngoc nguyen nhung phuong quang quynh thanh thao
thi thuy trang trinh tuan tuyet van vinh
wei ming jing hui xiaoming xiaohong mei yan hong fang jie tao lei xin yu zhen zhi hao jun li ying yi chen zhang wang liu huang wu zhou
haruto yuto sota yuki hayato haruki riku yui aoi hina sakura akira hiroshi kenji takeshi yoko keiko naoko
minjun seoyeon jiwoo jihoon hyun sung eun jin kim park
adebayo adeola adesola ayodele babatunde bola bukola chidi chidinma chika chinedu chinwe chukwu damilola ebere emeka femi folake funmi
ibrahim ifeoma ikechukwu kehinde kemi ngozi nkechi nnamdi obinna olamide olu oluwaseun sade segun seun taiwo temitope tunde uche yetunde
abena akosua akua ama kofi kojo kwabena kwame kwasi yaa achieng amina juma kamau kariuki mwangi njeri otieno wanjiku wambui zawadi
lerato nomsa sipho thabo thandi thandiwe themba zanele abebe almaz bekele haile mulu tadesse tesfaye
agus bambang budi dewi eko indah joko putri rina sari siti slamet sri suharto wahyu yanti nur nurul aisyah farah hafiz
somchai somsak siriporn malee anong chai niran prasert wichai juan-carlos maricel rodel rowena jomar
aleksandr alexei andrei anatoly boris dmitri dmitry evgeny galina grigory igor irina katya kirill ksenia lev lyudmila maksim mikhail
natalia nikita oksana oleg pavel roman sergei stanislav svetlana tatiana vadim valentina vasily viktor vladimir yana yaroslav yuri
bogdan dariusz grzegorz jacek jerzy kacper katarzyna krzysztof lukasz maciej magdalena malgorzata mariusz marcin pawel piotr rafal
slawomir stanislaw tomasz wojciech zbigniew agnieszka andrzej ewa jadwiga kinga milosz zofia
jiri petr zdenek vaclav frantisek jaroslav milan lubos radek pavla hana lenka
dragan goran ivana jovan marko milica milos nenad nikola slobodan snezana stefan vesna zoran
gheorghe ion mihai radu vasile doina elena florin ioana istvan laszlo zoltan gabor sandor ferenc attila zsolt eszter katalin
александр алексей андрей анна антон борис вера виктор владимир галина дмитрий евгений екатерина елена иван игорь ирина кирилл
константин людмила максим мария марина михаил надежда наталья николай олег ольга павел роман светлана сергей татьяна юлия юрий
αλέξανδρος βασίλης γιάννης γιώργος δημήτρης ελένη κατερίνα κώστας μαρία νίκος σοφία
"""
