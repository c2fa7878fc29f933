"""Encodings: marks and strict UTF-8 are certain, old code pages are told from the letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.errors import UnreadableError, UsageError
from smbcrm.readers.text.encoding import decode

# Made-up customers of a shop in each country, and the page that its old programs write.
LISTS = {
    ("fa", "cp1256"): "سارا احمدي,رضا كريمي,پرويز گلپايگاني,ژاله چنگيزي,تهران",
    ("ar", "cp1256"): "محمد العلي,فاطمة الزهراء,القاهرة,أحمد",
    ("ar of DOS", "cp720"): "محمد العلي,فاطمة الزهراء,القاهرة,أحمد",
    ("ar of Unix", "iso8859-6"): "محمد العلي,فاطمة الزهراء,القاهرة,أحمد",
    ("he", "cp1255"): "דוד כהן,שרה לוי,חיפה,ירושלים",
    ("he of DOS", "cp862"): "דוד כהן,שרה לוי,חיפה,ירושלים",
    ("ru", "cp1251"): "Иван Петров,Мария Сидорова,Москва,Пётр Жуков",
    ("ru in capitals", "cp1251"): "ИВАН ПЕТРОВ,МАРИЯ СИДОРОВА,МОСКВА,ПЕТР ЖУКОВ",
    ("ru of Unix", "koi8-u"): "Иван Петров,Мария Сидорова,Москва,Пётр Жуков",
    ("ru of DOS", "cp866"): "Иван Петров,Мария Сидорова,Москва,Пётр Жуков",
    ("ru of ISO", "iso8859-5"): "Иван Петров,Мария Сидорова,Москва,Пётр Жуков",
    ("ru on an old Mac", "mac-cyrillic"): "Иван Петров,Мария Сидорова,Москва,Пётр Жуков",
    ("el of DOS", "cp737"): "Γιώργος Παπαδόπουλος,Μαρία,Αθήνα,Ελένη Νικολάου",
    ("en with apostrophes", "cp1252"): "O’Brien,D’Angelo,Joe’s Diner,Price £5,“Best” Shop",
    ("pl of ISO", "iso8859-2"): "Łukasz Wójcik,Małgorzata Dąbrowska,Żaneta Śliwińska,Kraków,Łódź",
    ("el", "cp1253"): "Γιώργος Παπαδόπουλος,Μαρία,Αθήνα,Ελένη Νικολάου",
    ("tr", "cp1254"): "Ayşe Yılmaz,Gökhan Çelik,Şükrü Öztürk,İbrahim Güneş,Uğur Şahin",
    ("de", "cp1252"): "Jörg Müller,Anna Schäfer,Käthe Weiß,Köln,München",
    ("fr", "cp1252"): "René Lefèvre,François Béranger,Hélène Côté,Zoé Maître,Besançon",
    ("es", "cp1252"): "José Núñez,María García,Peña Ibáñez,Ángel Martínez",
    ("pt", "cp1252"): "João Gonçalves,Conceição Araújo,São Paulo,Antônio",
    ("sv", "cp1252"): "Åsa Öberg,Björn Åkesson,Malmö,Göteborg",
    ("pl", "cp1250"): "Łukasz Wójcik,Małgorzata Dąbrowska,Żaneta Śliwińska,Kraków,Łódź",
    ("cs", "cp1250"): "Jiří Dvořák,Tomáš Novák,Lukáš Černý,Zdeněk Růžička,Plzeň",
    ("hu", "cp1250"): "Kovács Ödön,Szűcs Győző,Győr,Pécs,Szőlő",
    ("de on an old Mac", "mac-roman"): "Jörg Müller,Anna Schäfer,Käthe Weiß,Köln",
    ("de on DOS", "cp850"): "Jörg Müller,Anna Schäfer,Käthe Weiß,Köln",
    ("tr on DOS", "cp857"): "Ayşe Yılmaz,Gökhan Çelik,Şükrü Öztürk,İbrahim Güneş,Uğur Şahin",
    ("pl on DOS", "cp852"): "Łukasz Wójcik,Małgorzata Dąbrowska,Żaneta Śliwińska,Kraków,Łódź",
}
ASKED = ("mac-roman", "cp850", "cp857", "cp852")


@pytest.mark.parametrize(("language", "page"), LISTS)
def test_an_old_code_page_is_told_from_the_letters(language: str, page: str) -> None:
    text = "Name,Phone\r\n" + "".join(f"{name},0912\r\n" for name in LISTS[language, page].split(","))
    decoded = decode(text.encode(page), name="list.csv")
    assert (decoded.text, decoded.encoding, decoded.sure) == (text, page, False)


FAR_LISTS = {
    "gb18030": "客户姓名,王小明,李娜,广州贸易有限公司,陈静怡,赵国强,深圳市南山区",
    "big5": "客戶姓名,王小明,陳美玲,林志豪,台灣貿易股份有限公司,高雄市三民區",
    "cp932": "顧客氏名,山田太郎,サトウハナコ,株式会社さくら,東京都千代田区",
    "euc_jp": "顧客氏名,山田太郎,サトウハナコ,株式会社さくら,東京都千代田区",
    "cp949": "고객이름,김철수,이영희,박지민,서울특별시,부산광역시",
}


@pytest.mark.parametrize("page", FAR_LISTS)
def test_a_list_of_the_far_east_is_told_from_its_letters(page: str) -> None:
    text = "Name,Phone\r\n" + "".join(f"{name},0912\r\n" for name in FAR_LISTS[page].split(","))
    decoded = decode(text.encode(page), name="list.csv")
    assert (decoded.text, decoded.encoding, decoded.doubt) == (text, page, None)


def test_capitals_of_another_script_are_not_taken_for_letters_of_two_bytes() -> None:
    text = "ИВАН,АННА,ОЛЕГ,МОСКВА\r\n"
    assert decode(text.encode("cp1251"), name="list.csv").text == text


def test_old_japanese_mail_is_known_by_how_it_goes_over_to_its_letters() -> None:
    decoded = decode("名前,電話\n佐藤 花子,0312345678\n".encode("iso2022_jp"), name="list.csv")
    assert (decoded.text.splitlines()[1], decoded.encoding) == ("佐藤 花子,0312345678", "iso2022_jp")


def test_utf8_with_a_foreign_line_is_not_taken_for_letters_of_two_bytes() -> None:
    lines = [f"Müller {n},Köln".encode() for n in range(50)] + ["Jörg Weiß".encode("cp1252")]
    decoded = decode(b"\n".join(lines), name="list.csv")
    assert (decoded.encoding, decoded.text.split("\n")[-1]) == ("utf-8", "Jörg Weiß")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0")))
def test_utf8_is_read_as_it_was_written(text: str) -> None:
    assert decode(text.encode(), name="list.csv").text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0")))
def test_a_mark_at_the_start_settles_the_encoding_and_is_no_part_of_the_text(
    encoding: str, text: str
) -> None:
    decoded = decode(text.encode(encoding), name="list.csv")
    assert (decoded.text, decoded.sure) == (text, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Name,Phone\r\nSara,0912\r\n", "نام,موبایل\r\nسارا احمدی,۰۹۱۲۳۴۵۶۷۸۹\r\n"])
def test_utf16_is_known_without_a_mark(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding), name="list.csv")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(("language", "page"), [key for key in LISTS if key[1] not in ASKED])
def test_a_list_in_a_page_of_one_script_or_of_windows_leaves_no_doubt(language: str, page: str) -> None:
    assert decode(LISTS[language, page].replace(",", "\n").encode(page), name="list.csv").doubt is None


@pytest.mark.parametrize("text", ["Merci à toi", "Città è vicina, à"])
def test_one_accented_letter_alone_is_no_word_of_another_script(text: str) -> None:
    decoded = decode(f"Name\n{text}\n".encode("cp1252"), name="list.csv")
    assert decoded.text.splitlines()[1] == text


@pytest.mark.parametrize(
    ("text", "page", "read_as"),
    [
        ("Müller", "mac-roman", "mac-roman"),  # Mac and DOS had a page for every region, all alike
        ("Müller", "cp850", "cp850"),
        ("Győr", "cp1250", "cp1252"),  # Gyõr: too few letters for either
        ("สมชาย ใจดี", "cp874", "mac-roman"),  # a page that is not known here
        ("José", "cp850", "cp850"),  # Jos‚: one letter, and a quote where none opens
    ],
)
def test_a_list_that_several_pages_could_have_written_is_doubtful(text: str, page: str, read_as: str) -> None:
    doubt = decode(f"Name\n{text}\n".encode(page), name="list.csv").doubt
    assert doubt
    assert (str(doubt.what), str(doubt.hint)) == (
        f"only its letters tell in which encoding the file is; it was read as {read_as}",
        f"if the names look right, give --encoding {read_as}; if not, the encoding they were saved in",
    )
    assert decode(f"Name\n{text}\n".encode(page), name="list.csv", encoding=page).doubt is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_doubtful_unless_its_letters_are_latin(encoding: str) -> None:
    texts = ("Name,Müller\n", "نام,سارا احمدی\n", "Имя,Иван Петров\n", "Όνομα,Γιώργος\n")
    read = [decode(text.encode(encoding), name="list.csv") for text in texts]
    assert [decoded.text for decoded in read] == list(texts)
    assert [bool(decoded.doubt) for decoded in read] == [False, True, True, True]
    assert decode(texts[1].encode(encoding), name="list.csv", encoding=encoding).doubt is None
    assert decode(b"\xff\xfe" + texts[1].encode("utf-16-le"), name="list.csv").doubt is None


def test_some_lines_in_a_page_that_only_letters_tell_are_doubtful() -> None:
    data = "نام\nسارا احمدی\n".encode() + "Müller\n".encode("mac-roman")
    doubt = decode(data, name="list.csv").doubt
    assert doubt
    assert (str(doubt.what), str(doubt.hint)) == (
        "only its letters tell in which encoding a part of the file is; 1 line was read as mac-roman",
        "save the whole list anew as UTF-8",
    )


def test_one_foreign_line_does_not_garble_the_others() -> None:
    data = "نام\nسارا احمدی\n".encode() + "كريمي\n".encode("cp1256") + "مریم\n".encode()
    decoded = decode(data, name="list.csv")
    assert decoded.text == "نام\nسارا احمدی\nكريمي\nمریم\n"
    assert [(problem.row, str(problem.what)) for problem in decoded.problems] == [
        (3, "1 line is in another encoding than the rest and was read as cp1256")
    ]


def test_one_foreign_byte_garbles_only_itself() -> None:
    data = "نام و نام خانوادگی,سارا احمدی".encode() + b",Caf\xe9\n"
    assert decode(data, name="list.csv").text == "نام و نام خانوادگی,سارا احمدی,Café\n"


def test_a_file_cut_inside_a_character_loses_only_that_one() -> None:
    decoded = decode("نام\nسارا".encode()[:-1], name="list.csv")
    assert decoded.text == "نام\nسار"
    assert [(problem.row, str(problem.what)) for problem in decoded.problems] == [
        (2, "the file ends in the middle of a character; it may be cut off")
    ]


def test_the_encoding_that_is_told_is_obeyed() -> None:
    data = "Müller".encode("cp1252")
    assert decode(data, name="list.csv", encoding="cp1250").text == "Müller"
    assert decode(b"\xef\xbb\xbfName", name="list.csv", encoding="utf-8").text == "Name"


def test_an_encoding_that_is_told_wrong_is_refused_with_the_line() -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(b"Name\nM\xfcller", name="list.csv", encoding="utf8")
    assert str(caught.value.what) == "list.csv is not in the encoding utf8: see line 2"
    for nonsense in ("klingon", "rot13"):
        with pytest.raises(UsageError) as nobody:
            decode(b"Name", name="list.csv", encoding=nonsense)
        assert str(nobody.value.what) == f"there is no encoding called {nonsense}"
