"""What other programs export: real headings, made-up people."""

from __future__ import annotations

import csv

from tests.readers.awkward_words import csv_text


def _headings(text: str) -> list[str]:
    return text.split(",")


_GOOGLE_OLD = _headings(
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,"
    "Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,"
    "Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,"
    "Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,"
    "Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,"
    "Organization 1 - Department,Organization 1 - Symbol,Organization 1 - Location,"
    "Organization 1 - Job Description,Website 1 - Type,Website 1 - Value"
)
_GOOGLE_2024 = _headings(
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,"
    "Address 1 - Formatted,Address 1 - Street,Address 1 - City"
)
_OUTLOOK = _headings(
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,"
    "Anniversary,Location,Language,Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,"
    "E-mail 3 Address,Primary Phone,Home Phone,Home Phone 2,Mobile Phone,Pager,Home Fax,"
    "Home Address,Home Street,Home Street 2,Home Street 3,Home Address PO Box,Home City,Home State,"
    "Home Postal Code,Home Country,Spouse,Children,Manager's Name,Assistant's Name,Referred By,"
    "Company Main Phone,Business Phone,Business Phone 2,Business Fax,Assistant's Phone,Company,"
    "Job Title,Department,Office Location,Organizational ID Number,Profession,Account,"
    "Business Address,Business Street,Business City,Business State,Business Postal Code,"
    "Business Country,Other Phone,Categories"
)


def _records(headings: list[str], records: list[dict[str, str]]) -> str:
    return csv_text([headings, *([record.get(heading, "") for heading in headings] for record in records)])


def files() -> dict[str, bytes | str]:
    """Give the files by name; text is meant as UTF-8."""
    return {
        "exp_customer_club.csv": b"\xef\xbb\xbf"
        + csv_text(
            [
                [
                    "کد اشتراک",
                    "نام و نام خانوادگی",
                    "شماره همراه",
                    "سطح وفاداری",
                    "امتیاز",
                    "کیف پول",
                    "تعداد سفارش",
                    "مجموع خرید",
                    "سگمنت RFM",
                ],
                ["1001", "سارا احمدی", "09123456789", "طلایی", "1250", "0", "12", "12,500,000", "Champions"],
                ["1002", "رضا کریمی", "09351112233", "نقره‌ای", "80", "50000", "1", "800000", "At Risk"],
            ],
            quoting=csv.QUOTE_ALL,
        ).encode(),
        "exp_google_contacts_old.csv": _records(
            _GOOGLE_OLD,
            [
                {
                    "Name": "سارا احمدی",
                    "Given Name": "سارا",
                    "Family Name": "احمدی",
                    "Birthday": "--05-17",
                    "Group Membership": "* myContacts ::: مشتری",
                    "E-mail 1 - Type": "* ",
                    "E-mail 1 - Value": "sara@example.com ::: s.ahmadi@example.org",
                    "Phone 1 - Type": "Mobile",
                    "Phone 1 - Value": "+98 912 345 6789 ::: 021 8877 6655",
                    "Address 1 - Formatted": "ولیعصر\nتهران",
                    "Organization 1 - Name": "پارس",
                },
                {
                    "Name": "Anna Müller",
                    "Given Name": "Anna",
                    "Family Name": "Müller",
                    "Phone 1 - Type": "Home",
                    "Phone 1 - Value": "030 1234567",
                },
            ],
        ),
        "exp_google_contacts_2024.csv": _records(
            _GOOGLE_2024,
            [
                {
                    "First Name": "رضا",
                    "Last Name": "کریمی",
                    "Labels": "* myContacts",
                    "Phone 1 - Label": "Mobile",
                    "Phone 1 - Value": "0935 111 2233",
                    "Phone 2 - Label": "Work",
                    "Phone 2 - Value": "+98 21 2233 4455",
                }
            ],
        ),
        "exp_outlook.csv": _records(
            _OUTLOOK,
            [
                {
                    "First Name": "Jörg",
                    "Last Name": "Schäfer",
                    "Title": "Dr.",
                    "Birthday": "0/0/00",
                    "E-mail Address": "joerg@example.com",
                    "Mobile Phone": "+49 171 2345678",
                    "Business Street": "Hauptstr. 1\r\n2. Stock",
                    "Business City": "Köln",
                    "Referred By": "Anna Müller",
                    "Categories": "Kunde;VIP",
                }
            ],
        ).encode("cp1252"),
        "exp_outlook_de.csv": csv_text(
            [
                [
                    "Anrede",
                    "Vorname",
                    "Nachname",
                    "Firma",
                    "Position",
                    "Straße geschäftlich",
                    "Ort geschäftlich",
                    "Postleitzahl geschäftlich",
                    "Telefon geschäftlich",
                    "Mobiltelefon",
                    "E-Mail-Adresse",
                    "Geburtstag",
                    "Notizen",
                ],
                [
                    "Herr",
                    "Jörg",
                    "Schäfer",
                    "Schäfer GmbH",
                    "Inhaber",
                    "Hauptstr. 1",
                    "Köln",
                    "01067",
                    "0221/123456",
                    "0171-2345678",
                    "joerg@example.com",
                    "01.02.1980",
                    "",
                ],
            ],
            ";",
        ).encode("cp1252"),
        "exp_shopify_customers.csv": csv_text(
            [
                [
                    "Customer ID",
                    "First Name",
                    "Last Name",
                    "Email",
                    "Accepts Email Marketing",
                    "Default Address Company",
                    "Default Address Address1",
                    "Default Address City",
                    "Default Address Province Code",
                    "Default Address Country Code",
                    "Default Address Zip",
                    "Default Address Phone",
                    "Phone",
                    "Accepts SMS Marketing",
                    "Total Spent",
                    "Total Orders",
                    "Note",
                    "Tax Exempt",
                    "Tags",
                ],
                [
                    "'7712345678901",
                    "Sara",
                    "Ahmadi",
                    "sara@example.com",
                    "yes",
                    "",
                    "1 Main St",
                    "Boston",
                    "MA",
                    "US",
                    "'02127",
                    "",
                    "'+16175550123",
                    "no",
                    "1250.50",
                    "12",
                    "",
                    "no",
                    "vip, wholesale",
                ],
            ]
        ),
        "merge_a.csv": csv_text(
            [
                ["Name", "Mobile", "Email", "City"],
                ["Sara Ahmadi", "09123456789", "sara@example.com", "Tehran"],
                ["Reza Karimi", "09351112233", "", "Shiraz"],
                ["Ali Rezaei", "", "ali@example.com", ""],
            ]
        ),
        "merge_b.csv": csv_text(
            [
                ["نام و نام خانوادگی", "شماره همراه", "ایمیل", "شهر"],
                ["سارا احمدی", "+989123456789", "SARA@example.com", "کرج"],
                ["Reza Karimi", "", "reza@example.org", "Shiraz"],
                ["ali rezaei", "09120001122", "ali@example.com", "Qom"],
                ["Reza Karimi", "09170001122", "", "Mashhad"],
            ]
        ),
    }
