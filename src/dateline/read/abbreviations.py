"""Words whose full stop is no end of a sentence, and words that open one, as plain sets for any language in read."""

__all__ = ["ABBREVIATIONS", "NUMBERED", "OPENERS", "WEAK", "word_set"]


def word_set(listing: str) -> frozenset[str]:
    """Return the words of `listing`, which stands in code as lines of words to stay easy to read and to extend."""
    return frozenset(listing.split())


# Never at the end of a sentence: what they shorten stands before a name or in mid-phrase.
ABBREVIATIONS = word_set("""
    gen dr mr mrs ms lt col sgt maj capt cpl pvt brig adm cmdr cmdt prof sen rep gov pres hon rev st ste mt ft
    mme mmes mlle mlles mm me mgr amb min sec dep insp supt intl dept univ assn bros est vs cf viz al ca approx
    e.g i.e fig figs vol pp ch art op ed eds tel av bd env col.-gen lt.-gen maj.-gen brig.-gen
    ген полк подп ст пос обл ул им гл тыс млн млрд напр см ср св т.е т.н т.к р.п г.о
    د أ م ص ت
""")
# Before a number only ("No. 5", "Dec. 15", "p. 3"); elsewhere the same letters can be a word.
NUMBERED = word_set("""
    no nos nr art p pp jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc par sect ch vol res
""")
# May well end a sentence: it ends where the next word is one that opens sentences.
WEAK = word_set("""
    u.s u.n u.k u.a.e e.u d.c u.s.a a.m p.m etc inc co corp ltd jr sr ph.d m.d m n.b
    г гг в вв руб чел др пр т.д т.п км кг
""")
OPENERS = word_set("""
    the a an at in on for from to by with as after before since while when if but and or yet so he she it they we
    you i this that these those there here his her its their our my more over about nearly some several many most
    all both no however meanwhile earlier later also according one two three four five six seven eight nine ten
    eleven twelve fifteen twenty thirty forty fifty sixty scores dozens hundreds thousands
    although though despite during until under among what who why how which
    le la les l un une des du de d ce cet cette ces il elle ils elles on nous vous je en dans au aux à sur par pour
    avec selon mais et ou donc depuis après avant alors lors plus plusieurs son sa ses leur leurs
    в на по из от к с у за о об и а но он она они оно мы это этот эта эти как так также при после до если когда
""")
