"""First names of China and Korea in Latin letters: two syllables, each of which stands in many other names."""

from __future__ import annotations

import re
from functools import lru_cache

# Letters: fewer make names of other countries, too.
_SHORTEST_OF_KOREA, _SHORTEST_OF_CHINA = 5, 6

_OF_KOREA = """
ah bae beom bin bok bum byung chan cheol chul da deok do dong duk eul eun ga gang geun gi gil goo gu guk gun gwang gyeong gyu ha hae han hee ho hong
hoon hun hwa hwan hye hyeok hyeon hyuk hyun hyung il in jae je jeong ji jin jong joo joon ju jun jung kang keun ki kook kuk kwang kyeong kyu kyung mi
min moo moon mu mun myeong myung na nam ok ra rae ran ri rim rin rok ryeol sang seok seon seong seul seung si sik so soo sook soon su suk sun sung tae
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
_FAMILIES_OF_KOREA = frozenset(_KOREAN_FAMILIES.split())
_FAMILIES_OF_CHINA = frozenset(_CHINESE_FAMILIES.split())
FAMILIES_OF_THE_EAST = _FAMILIES_OF_KOREA | _FAMILIES_OF_CHINA
_BEGINNINGS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_ENDS = (
    "iang|iong|uang|ang|eng|ong|ing|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|a|o|e|i|u"
)
_SYLLABLES = "|".join(sorted(_OF_KOREA.split(), key=len, reverse=True))
_TWO_OF_KOREA = re.compile(f"(?:{_SYLLABLES}){{2}}")
_TWO_OF_CHINA = re.compile(f"(?:(?:{_BEGINNINGS})(?:{_ENDS})){{2}}")


@lru_cache(maxsize=100_000)
def is_given_name_of_the_east(word: str, family: str) -> bool:
    """Tell whether a word is made as first names are where this last name is from: another syllable makes another name, and no slip.

    >>> [is_given_name_of_the_east(word, "kim") for word in ("minjun", "minji", "hansen", "robert", "maria", "hasan")]
    [True, True, False, False, False, False]
    >>> [is_given_name_of_the_east(*names) for names in (("xiaoming", "wang"), ("xiaomig", "wang"), ("xiaoming", "smith"))]
    [True, False, False]
    """
    if not word.isascii():
        return False
    korean = (
        family in _FAMILIES_OF_KOREA and len(word) >= _SHORTEST_OF_KOREA and _TWO_OF_KOREA.fullmatch(word)
    )
    chinese = (
        family in _FAMILIES_OF_CHINA and len(word) >= _SHORTEST_OF_CHINA and _TWO_OF_CHINA.fullmatch(word)
    )
    return bool(korean or chinese)
