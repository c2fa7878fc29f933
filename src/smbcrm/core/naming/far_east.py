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
FAMILIES_OF_THE_EAST = frozenset(
    [
        "kim",
        "lee",
        "yi",
        "park",
        "choi",
        "jung",
        "jeong",
        "kang",
        "cho",
        "yoon",
        "yun",
        "jang",
        "lim",
        "han",
        "oh",
        "seo",
        "shin",
        "kwon",
        "hwang",
        "ahn",
        "song",
        "yoo",
        "ryu",
        "hong",
        "moon",
        "yang",
        "bae",
        "baek",
        "heo",
        "nam",
        "noh",
        "ha",
        "li",
        "wang",
        "zhang",
        "liu",
        "chen",
        "huang",
        "zhao",
        "wu",
        "zhou",
        "xu",
        "sun",
        "ma",
        "zhu",
        "hu",
        "guo",
        "he",
        "lin",
        "gao",
        "luo",
        "zheng",
        "liang",
        "xie",
        "tang",
        "deng",
        "feng",
        "cao",
        "peng",
        "zeng",
        "xiao",
        "tian",
        "dong",
        "pan",
        "yuan",
        "cai",
        "jiang",
        "yu",
        "du",
        "ye",
        "cheng",
        "wei",
        "su",
        "lu",
        "ding",
        "ren",
        "shen",
        "yao",
        "cui",
        "zhong",
        "tan",
        "fan",
        "jin",
        "liao",
        "xia",
        "qiu",
        "fang",
        "zou",
        "xiong",
        "bai",
        "meng",
        "qin",
    ]
)
_BEGINNINGS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_ENDS = (
    "iang|iong|uang|ang|eng|ong|ing|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|a|o|e|i|u"
)
_SYLLABLES = "|".join(sorted(_OF_KOREA.split(), key=len, reverse=True))
_TWO_OF_KOREA = re.compile(f"(?:{_SYLLABLES}){{2}}")
_TWO_OF_CHINA = re.compile(f"(?:(?:{_BEGINNINGS})(?:{_ENDS})){{2}}")


@lru_cache(maxsize=100_000)
def is_of_two_syllables(word: str) -> bool:
    """Tell whether a word is a first name as those of Korea and China are made: another syllable makes another name, and no slip.

    >>> [is_of_two_syllables(word) for word in ("minjun", "minji", "xiaoming", "xiaomig", "robert", "maria", "hasan")]
    [True, True, True, False, False, False, False]
    """
    if len(word) < _SHORTEST_OF_KOREA or not word.isascii():
        return False
    return bool(_TWO_OF_KOREA.fullmatch(word)) or (
        len(word) >= _SHORTEST_OF_CHINA and bool(_TWO_OF_CHINA.fullmatch(word))
    )
