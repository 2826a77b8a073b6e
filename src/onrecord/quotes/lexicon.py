"""The closed sets of English grammar that the reading of quotes rests on, and the cue lists.

Every set holds lower-case words. `tag_of` sorts a word into one of the classes below; the classes
are coarse on purpose: they are what finding a subject and its verb in news prose needs.

    P pronoun that can speak   O other pronoun   R relative pronoun   D determiner
    V reporting verb           A auxiliary       v other verb         X adverb or negation
    I preposition              C conjunction     T "to"               w any other word
"""

from __future__ import annotations

from importlib.resources import files

from onrecord.models import CueClass

PRONOUNS = frozenset("i we you he she they it everyone everybody".split())
# pronouns written together with their auxiliary, be first
BE_CONTRACTIONS = frozenset(
    "i'm i’m he's he’s she's she’s it's it’s they're they’re we're we’re you're you’re".split()
)
CONTRACTIONS = BE_CONTRACTIONS | frozenset(
    "i've i’ve i'd i’d i'll i’ll he'd he’d he'll he’ll she'd she’d she'll she’ll they've they’ve"
    " they'd they’d they'll they’ll we've we’ve we'd we’d we'll we’ll you've you’ve it'd it’d"
    " it'll it’ll".split()
)
# determiners that can stand alone as a subject: "some say"
QUANTIFIERS = frozenset(
    "some many several most all both few another other others each those one two three any".split()
)
OTHER_PRONOUNS = frozenset(
    "me us him her them my our your his hers their its myself himself herself themselves"
    " itself mine ours theirs something anything nothing everything someone somebody anyone"
    " nobody".split()
)
RELATIVES = frozenset(["who", "which", "that", "whom", "whose"])
DETERMINERS = frozenset(
    "the a an this these those some many several most all both few another other others each"
    " every no any more one two three four five six seven eight nine ten dozens hundreds".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would can could"
    " may might must should shall cannot 's 're 've 'd 'll ’s ’re ’ve ’d ’ll ain't isn't"
    " aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't"
    " couldn't shouldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t"
    " didn’t won’t wouldn’t can’t couldn’t shouldn’t".split()
)
ADVERBS = frozenset(
    "not never also again even still just once now then only always often already long"
    " recently later first ever soon instead further so too however meanwhile earlier"
    " previously famously thus indeed perhaps maybe twice yesterday today tonight there here"
    " openly far".split()
)
PREPOSITIONS = frozenset(
    "of in on at for with from by about as during after before into against between through"
    " over under among without within since until toward towards upon via despite per than"
    " like near around amid across behind beyond because if when while where although though"
    " whether unless once".split()
)
CONJUNCTIONS = frozenset("and but or nor yet plus".split())
NOT_VERBS_IN_ING = frozenset(
    "meeting hearing morning evening building briefing thing spring king ring wing rating"
    " polling filing ruling gathering sibling".split()
)
NOT_ADVERBS = frozenset(
    "ally family rally reply supply assembly italy july monopoly anomaly likely early daily"
    " weekly monthly only elderly friendly unlikely deadly costly lonely".split()
)
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april"
    " june july august september october november december jan. feb. aug. sept. oct. nov. dec."
    " morning afternoon evening night week month year weekend a.m. p.m.".split()
)
NOT_VERBS_IN_ED = frozenset("united red bed seed speed need hundred sacred allied".split())

SPEAKING_NOUNS = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen official officials president"
    " senator governor secretary minister chief chairman chairwoman director leader leaders"
    " candidate candidates campaign aide aides adviser advisers advisor advisors analyst"
    " analysts expert experts diplomat diplomats ambassador general commander critic critics"
    " supporter supporters source sources strategist strategists manager lawyer lawyers"
    " attorney professor mayor congressman congresswoman lawmaker lawmakers republican"
    " republicans democrat democrats voter voters resident residents host author writer"
    " reporter reporters columnist journalist journalists editor anchor man woman men women"
    " mother father son daughter wife husband friend people person student students protester"
    " protesters activist activists executive founder head deputy member members"
    " representative representatives judge sheriff officer officers government ministry"
    " administration committee council group organization organisation company agency"
    " department alliance party union commission court bank team camp network newspaper"
    " magazine outlet paper site website nominee businessman billionaire mogul developer"
    " candidate's democrats' others observers researchers scientists economists pollster"
    " pundits opponents rival rivals ally allies prosecutor prosecutors investigators police"
    " authorities kremlin pope king queen prince chancellor premier secretary-general envoy"
    " vice-president commissioner negotiator negotiators".split()
)
DOCUMENT_NOUNS = frozenset(
    "statement memo letter email e-mail poll polls survey surveys report reports study"
    " document documents article story editorial post tweet ad advertisement commercial"
    " release video book message text sign signs banner transcript filing lawsuit complaint"
    " resolution communique communiqué declaration speech website page headline headlines"
    " caption note notice list numbers figures data results records review analysis op-ed"
    " column blog invitation petition rules law bill order constitution".split()
)

# what may stand before a name without being part of it
HE_WORDS = frozenset("mr mr. sir lord king prince pope spokesman chairman businessman".split())
SHE_WORDS = frozenset(
    "mrs mrs. ms ms. miss lady queen princess spokeswoman chairwoman congresswoman".split()
)
NAME_TITLES = frozenset(
    "president vice-president vice prime premier minister ministers secretary secretary-general"
    " general chancellor chief commander commander-in-chief director spokesperson sen"
    " rep reps gov dr gen lt col capt sgt adm prof rev hon senator representative congressman"
    " governor mayor judge justice ambassador envoy admiral colonel captain sergeant professor"
    " reverend speaker attorney officer analyst adviser advisor aide host candidate nominee"
    " head leader deputy foreign defence defense finance interior economy former then-president"
    " ex-president pollster strategist columnist chairman spokesman manager counsel"
    " lawmaker".split()
)
DEMONYM_ENDS = ("ian", "ish", "ese", "ean", "can", "german", "french", "dutch", "greek", "czech")

# small words inside names: Ann van Lee, Ursula von der Leyen
PARTICLES = frozenset(
    "van von der den de del della di da dos du la le al el bin ibn ter ten".split()
)
# nouns that report what their owner said, holds or means: "his claim that", "Lee's call for"
CUE_NOUNS: dict[str, CueClass] = {
    **dict.fromkeys(
        "accusation accusations admission advice allegation allegations announcement argument"
        " arguments assertion assertions attack attacks call calls charge charges claim claims"
        " comment comments complaint complaints criticism declaration demand demands denial"
        " denunciation description explanation insistence insults message praise prediction"
        " predictions promise promises proposal proposals question questions rebuke remark remarks"
        " request requests response statement statements suggestion suggestions testimony threat"
        " threats vow warning warnings contention".split(),
        "speech",
    ),
    **dict.fromkeys(
        "approval assessment belief beliefs concern concerns confidence conviction disdain distrust"
        " doubt doubts endorsement expectation expectations faith fear fears feeling hostility"
        " impression judgment opinion opposition position preference skepticism scepticism stance"
        " support sympathy view views worry worries".split(),
        "belief",
    ),
    **dict.fromkeys(
        "aim ambition ambitions attempt attempts bid commitment decision desire determination"
        " effort efforts goal hope hopes intent intention intentions offer plan plans pledge push"
        " readiness refusal willingness wish".split(),
        "intent",
    ),
}

_VOWELS = "aeiou"
# final consonants doubled before -ed and -ing although the word has two syllables
_DOUBLING = frozenset("admit commit quip refer prefer rebut submit".split())


def inflect(base: str) -> tuple[str, str, str, str]:
    """Return the regular forms of an English verb: third person, past, participle, -ing."""
    stem = base
    if base.endswith("e"):
        return base + "s", base + "d", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing"
    short = len(base) <= 4 and base[-1] not in "wxy" and base[-2] in _VOWELS
    if base in _DOUBLING or (
        short and base[-1] not in _VOWELS and (len(base) < 3 or base[-3] not in _VOWELS)
    ):
        stem = base + base[-1]
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return third, stem + "ed", stem + "ed", stem + "ing"


def _british(base: str) -> tuple[str, ...]:
    """Return the doubled forms that British spelling adds: signalled, labelling."""
    doubled = base.endswith(("al", "el")) and not base.endswith("eal")
    return (base + "led", base + "ling") if doubled else ()


def _lines(name: str) -> list[list[str]]:
    text = files("onrecord.quotes").joinpath(name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def _cue_tables() -> tuple[dict[str, str], dict[str, CueClass]]:
    forms: dict[str, str] = {}
    classes: dict[str, CueClass] = {}
    for base, cue_class, *irregular in _lines("cue_verbs.txt"):
        classes[base] = cue_class  # type: ignore[assignment]  # the file's own test holds the set
        for form in (base, *(irregular or inflect(base)), *_british(base)):
            forms.setdefault(form, base)
    return forms, classes


def _other_verbs() -> frozenset[str]:
    rows = _lines("other_verbs.txt")
    return frozenset(
        form for base, *irregular in rows for form in (base, *(irregular or inflect(base)))
    )


# lower-case single names that speak and are no person's: moscow, microsoft
NOT_SURNAMES = frozenset(name for name, *_ in _lines("not_surnames.txt"))

# every form of every reporting verb → its base form; base form → class
CUE_FORMS, CUE_CLASSES = _cue_tables()


def _tag_table() -> dict[str, str]:
    table: dict[str, str] = {}
    ordered = (
        ("V", CUE_FORMS),
        ("v", _other_verbs() - CUE_FORMS.keys() - NOT_VERBS_IN_ING - NOT_VERBS_IN_ED),
        ("D", DETERMINERS),
        ("I", PREPOSITIONS),
        ("X", ADVERBS),
        ("A", AUXILIARIES),
        ("C", CONJUNCTIONS),
        ("O", OTHER_PRONOUNS),
        ("P", PRONOUNS),
        ("P", CONTRACTIONS),
        ("R", RELATIVES),
        ("T", ("to",)),
    )
    for tag, words in ordered:
        table.update(dict.fromkeys(words, tag))
    return table


TAGS = _tag_table()


def tag_of(word: str) -> str:
    """Return the class of one lower-case word; see the module's list."""
    tag = TAGS.get(word)
    if tag is None:
        if word.endswith("ly") and word not in NOT_ADVERBS:
            tag = "X"
        elif (word.endswith("ing") and word not in NOT_VERBS_IN_ING) or (
            word.endswith("ed") and word not in NOT_VERBS_IN_ED
        ):
            tag = "v"
        else:
            tag = "w"
        if len(TAGS) < 200_000:  # a memo; the bound keeps hostile text from filling the memory
            TAGS[word] = tag
    return tag
