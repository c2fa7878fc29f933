"""What stands before and behind a name: titles, generations, ranks, degrees, particles."""

from __future__ import annotations

from smbcrm.core.naming.tables import folded

TITLES = folded(
    """
    mr mrs ms miss mister missus mx dr doctor prof professor sir madam madame dame lady lord rev reverend fr father sister capt captain col
    colonel maj major sgt hon herr frau mme mlle monsieur signor signora senor senora sra don dona bay bayan bey hanim agha aghaye khanom
    khanoom khanum mohandes haj haji hajj sheikh seyed seyyed sayed sayyed sayyid seyedeh seyyedeh eng engr ing آقا آقای اقای اقا خانم خانوم
    بانو جناب سرکار حضرت دکتر دکترای مهندس استاد پروفسور سید سیده حاج حاجی حاجیه کربلایی مشهدی شیخ ملا سرهنگ سرگرد مرحوم مرحومه دوشیزه السید
    السیده الدکتور الاستاذ المهندس
    """
)

GENERATIONS = {
    "jr": 1, "junior": 1, "jnr": 1, "sr": 2, "senior": 2, "snr": 2, "ii": 3, "iii": 4, "iv": 5,
}  # fmt: skip

# Titles that tell whether a man or a woman is meant; those of doctors and pilgrims do not.
HIS_TITLES = folded(
    """
    mr mister sir lord herr monsieur signor senor bay bey agha aghaye آقا آقای اقای اقا جناب مرحوم السید
    """
)
HER_TITLES = folded(
    """
    mrs ms miss missus madam madame mme mlle dame lady frau signora senora sra dona bayan hanim khanom khanoom khanum seyedeh seyyedeh خانم
    خانوم بانو سرکار سیده حاجیه مرحومه دوشیزه السیده
    """
)

RANKS = folded(
    """
    baronet baronetess bart bt baron baroness viscount viscountess marquess marquis duke duchess count countess earl knight
    """
)
"""What may stand behind a name of the nobility; some are names as well."""

DEGREES = folded(
    """
    md phd esq esquire cpa dds dvm mba bsc msc ma ba llb obe cbe rn pe
    """
)

PARTICLES = folded(
    """
    de da do dos das del della di du la le les van von der den ter ten zu zum al el bin ibn ben bint abu mac mc st saint san santa ال بن ابن آل
    """
)
