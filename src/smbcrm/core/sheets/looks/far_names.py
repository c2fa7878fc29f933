"""Given names from further away beside those of core/naming, by which a column of names is known to hold people; no judgement on who is whom rests on them."""

from __future__ import annotations

FAR_GIVEN = """
chandra deepa kumar lalita pramod shiv bao chau cuong dung duong giang hoang lan long nguyen nhung quynh thi trinh tuyet van hao li chen
zhang wang liu huang wu zhou hayato yui aoi hina hyun sung eun jin park adebayo adeola adesola ayodele babatunde bola bukola chidi chidinma
chika chinedu chinwe chukwu damilola ebere emeka femi folake funmi ifeoma ikechukwu kehinde kemi ngozi nkechi nnamdi obinna olamide olu
oluwaseun sade segun seun taiwo temitope tunde uche yetunde abena akosua akua ama kofi kojo kwabena kwame kwasi yaa achieng juma kamau
kariuki mwangi njeri otieno wanjiku wambui zawadi lerato nomsa sipho thabo thandi thandiwe themba zanele abebe almaz bekele haile mulu
tadesse tesfaye agus bambang budi dewi eko indah joko putri sari siti slamet sri suharto wahyu yanti nurul aisyah hafiz somchai somsak
siriporn malee anong chai niran prasert wichai juan-carlos maricel rodel rowena jomar jacek kinga milosz jiri zdenek vaclav frantisek
jaroslav lubos radek pavla lenka ivana milos nenad slobodan snezana vesna gheorghe ion mihai radu vasile doina florin ioana istvan laszlo
zoltan gabor sandor ferenc attila zsolt eszter katalin
"""
