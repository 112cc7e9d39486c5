"""How a Vietnamese syllable can be written: every onset with every rhyme."""

from __future__ import annotations

from functools import lru_cache

from knowledge.language.fold import fold, split_tone

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
ONSETS = ["", *_ONSETS.split()]
_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep
    et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt
    yêu ynh ych o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi
    om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un
    ung uôc uôi uôm uôn uông uôp uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ưm ưn ươc ươi
    ươm ươn ương ươp ươt ươu ưt ưu
"""
RHYMES = _RHYMES.split()
STOPS = ("c", "ch", "p", "t")
SYLLABLES = frozenset(onset + rhyme for onset in ONSETS for rhyme in RHYMES) | frozenset(
    [*(f"g{rhyme}" for rhyme in RHYMES if rhyme.startswith("i")), "xoong"]
)
PLAIN_SYLLABLES = frozenset(fold(syllable) for syllable in SYLLABLES)


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Say whether *word* is written as a Vietnamese syllable can be, with its marks or without any."""
    lowered = word.lower()
    bare, tone = split_tone(lowered)
    if fold(lowered) == lowered:
        return lowered in PLAIN_SYLLABLES
    return bare in SYLLABLES and (tone in ("", "s", "j") or not bare.endswith(STOPS))
