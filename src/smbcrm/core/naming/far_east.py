"""First names of China, Korea and Vietnam in Latin letters: a syllable or two, each of which stands in many other names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

# Letters: fewer make names of other countries, too.
_SHORTEST_OF_KOREA, _SHORTEST_OF_CHINA = 5, 6

_OF_KOREA = """
ah bae beom bin bok bum byung chan cheol chul da deok do dong duk eul eun ga gang geun gi gil goo gu guk gun gwang gyeong gyu ha hae han hee ho hong
hoon hun hwa hwan hye hyeok hyeon hyuk hyun hyung il in jae je jeong ji jin jong joo joon ju jun jung kang keun ki kook kuk kwang kyeong kyu kyung mi
min moo moon mu mun myeong myung na nam ok ra rae ran ri rim rin rok ryeol sang seo seok seon seong seul seung si sik so soo sook soon su suk sun sung tae
uk un won woo wook ye yeol yeon yeong yong yoo yoon young yu yul yun
"""
# Last names of one country only tell of first names from there: Kim and Lee are first names of Europe, too, and Hansen is as two Chinese syllables.
_KOREAN_FAMILIES = """
kim lee yi park choi jung jeong kang cho yoon yun jang lim han oh seo shin kwon hwang ahn song yoo ryu hong moon yang bae baek heo nam noh ha ma yu
jin
"""
_CHINESE_FAMILIES = """
li wang zhang liu chen huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng feng cao peng zeng xiao tian dong pan yuan cai
jiang yu du ye cheng wei su lu ding ren shen yao cui zhong tan fan jin liao xia qiu fang zou xiong bai meng qin song yang han
"""
_VIETNAMESE_FAMILIES = "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh"
_SYLLABLES_OF_VIETNAM = """
an anh bao bich binh chau chi cuong dat diem diep dung duc duy giang ha hai han hang hanh hao hien hieu hoa hoai hoan hong hue hung huong huy huyen
khai khanh khoa kien kieu kim lam lan lien linh loan loc loi long luan mai man manh minh my nam nga ngan nghia ngoc nguyet nhan nhat nhi nhu nhung
nien oanh phat phi phong phu phuc phung phuoc phuong quan quang quoc quy quyen quynh sang son sy tai tam tan thach thai thang thanh thi thao thien
thinh tho thoa thu thuan thuc thuy tien tin tinh toan trang tri trieu trinh truc trung truong tu tuan tung tuyen tuyet uyen van vi vien viet vinh vy
xuan yen
"""
_OF_VIETNAM = frozenset(_SYLLABLES_OF_VIETNAM.split())
_FAMILIES_OF_VIETNAM = frozenset(_VIETNAMESE_FAMILIES.split())
_FAMILIES_OF_KOREA = frozenset(_KOREAN_FAMILIES.split())
_FAMILIES_OF_CHINA = frozenset(_CHINESE_FAMILIES.split())
FAMILIES_OF_THE_EAST = _FAMILIES_OF_KOREA | _FAMILIES_OF_CHINA | _FAMILIES_OF_VIETNAM
_BEGINNINGS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_ENDS = (
    "iang|iong|uang|ang|eng|ong|ing|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|a|o|e|i|u"
)
_SYLLABLES = "|".join(sorted(_OF_KOREA.split(), key=len, reverse=True))
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
# As only names of Korea are written, with a small letter behind the hyphen: Min-jun.
_AS_IN_KOREA = re.compile(r"\b([A-Z][a-z]+)-([a-z]+)\b")
_TWO_OF_KOREA = f"(?:{_SYLLABLES}){{2}}"  # compiled where it is asked for: 5 ms
_ONE_OF_CHINA = re.compile(f"(?:{_BEGINNINGS})(?:{_ENDS})")
_TWO_OF_CHINA = re.compile(f"(?:(?:{_BEGINNINGS})(?:{_ENDS})){{2}}")


@lru_cache(maxsize=100_000)
def is_given_name_of_the_east(word: str, family: str) -> bool:
    """Tell whether a word is made as first names are where this last name is from: another syllable makes another name, and no slip.

    >>> [is_given_name_of_the_east(word, "kim") for word in ("minjun", "minji", "hansen", "robert", "maria", "hasan")]
    [True, True, False, False, False, False]
    >>> [is_given_name_of_the_east(*names) for names in (("xiaoming", "wang"), ("xiaomig", "wang"), ("xiaoming", "smith"), ("jia", "wang"))]
    [True, False, False, True]
    """
    if not word.isascii():
        return False
    korean = (
        family in _FAMILIES_OF_KOREA and len(word) >= _SHORTEST_OF_KOREA and re.fullmatch(_TWO_OF_KOREA, word)
    )
    chinese = family in _FAMILIES_OF_CHINA and (
        (len(word) >= _SHORTEST_OF_CHINA and _TWO_OF_CHINA.fullmatch(word))
        or (word not in FAMILIES_OF_THE_EAST and _ONE_OF_CHINA.fullmatch(word))
    )
    return bool(korean or chinese or (family in _FAMILIES_OF_VIETNAM and word in _OF_VIETNAM))


def vietnamese_name(words: Sequence[str]) -> tuple[str, str, str] | None:
    """Give first, last and middle name of three words and more that make a name of Vietnam, in either order; None of any other.

    >>> vietnamese_name(["nguyen", "van", "an"]), vietnamese_name(["van", "an", "nguyen"]), vietnamese_name(["jan", "van", "ho"])
    (('an', 'nguyen', 'van'), ('an', 'nguyen', 'van'), None)
    """
    for family, others in ((words[0], words[1:]), (words[-1], words[:-1])):
        if family in _FAMILIES_OF_VIETNAM and _OF_VIETNAM.issuperset(others):
            return others[-1], family, "".join(others[:-1])
    return None


def _joined_in_korea(found: re.Match[str]) -> str:
    whole = found[1] + found[2]
    long_enough = len(whole) >= _SHORTEST_OF_KOREA
    return whole if long_enough and re.fullmatch(_TWO_OF_KOREA, whole.lower()) else found[0]


def with_syllables(name: str, family: str = "") -> str:
    """Write the two syllables of a first name of the East as one word where a hyphen stands between them; its last name may stand beside.

    >>> with_syllables("Kim Min-jun"), with_syllables("Jean-Luc Kim"), with_syllables("Wang, Xiao-Ming")
    ('Kim Minjun', 'Jean-Luc Kim', 'Wang, XiaoMing')
    >>> with_syllables("Min-Jun", "Kim"), with_syllables("Min-Jun", "Petit"), with_syllables("Jang, Min-jun"), with_syllables("Anne-marie")
    ('MinJun', 'Min-Jun', 'Jang, Minjun', 'Anne-marie')
    """
    words = name.replace(",", " ").casefold().split()
    name = _AS_IN_KOREA.sub(_joined_in_korea, name)
    if families := FAMILIES_OF_THE_EAST.intersection([*words, *family.casefold().split()]):
        for word in words:
            one = word.replace("-", "")
            if one != word and any(is_given_name_of_the_east(one, family) for family in families):
                return _HYPHEN.sub("", name)
    return name
