"""What the five founding reports hold between quotation marks, as a person reads them.

For each article every quote in reading order: part, kind, speaker, words. Nothing else in marks is
anybody's words. A post's line breaks are kept.
"""

from __future__ import annotations

# fmt: off
FOUNDING: dict[str, list[tuple[str, str, str, str]]] = {
    "the-moscow-times-2023-07-11-ukraine-will-make-nato-stronger": [
        ("headline", "direct", "volodymyr-zelenskyy",
         "Ukraine Will Make NATO Stronger,"),
        ("body", "direct", "volodymyr-zelenskyy",
         "NATO will give Ukraine security, Ukraine will make NATO stronger,"),
        ("body", "direct", "volodymyr-zelenskyy",
         "Bakhmut is one of the most decisive battles for freedom in Europe, and that is "
         "how our children and grandchildren will remember it,"),
        ("body", "direct", "volodymyr-zelenskyy",
         "Today I set off here with faith... in a NATO that does not hesitate, does not "
         "waste time,"),
        ("body", "direct", "volodymyr-zelenskyy",
         "I would like this faith to become confidence — confidence in the solutions that "
         "we deserve,"),
    ],
    "the-moscow-times-2023-04-20-zelensky-presses-nato-on-membership": [
        ("body", "direct", "volodymyr-zelenskyy",
         "It is time to make the appropriate decision,"),
        ("body", "mixed", "volodymyr-zelenskyy",
         "overcome the reluctance"),
        ("body", "mixed", "jens-stoltenberg",
         "ensure that Ukraine prevails"),
        ("body", "direct", "jens-stoltenberg",
         "Ukraine's future is in NATO, all allies agree on that. At the same time, the "
         "main focus of the alliance, or allies now, is to ensure that Ukraine prevails,"),
        ("body", "mixed", "jens-stoltenberg",
         "high on the agenda"),
        ("body", "direct", "jens-stoltenberg",
         "NATO stands with you today, tomorrow, and for as long as it takes,"),
        ("body", "direct", "kremlin",
         "Otherwise, it will pose a serious danger to our country, to its security,"),
    ],
    "voi-2023-04-20-zelensky-urges-nato-membership": [
        ("body", "mixed", "kremlin",
         "special military operations"),
        ("body", "mixed", "volodymyr-zelenskyy",
         "historic"),
        ("body", "direct", "volodymyr-zelenskyy",
         "I am grateful for the invitation to visit the summit, but it is also important "
         "for Ukraine to accept appropriate invitations,"),
        ("body", "direct", "jens-stoltenberg",
         "Mr President, I am here today with a simple message: NATO supports Ukraine. NATO"
         " supports you today, tomorrow and as long as necessary,"),
        ("body", "direct", "dmitry-peskov",
         "...if not, it will pose a serious and significant danger to the security of our "
         "country,"),
        ("post", "direct", "jens-stoltenberg",
         "An honour to be back in Kyiv & meet with President @ZelenskyyUa. #Ukraine's "
         "rightful place is in #NATO, and over time our support will help to make this "
         "possible. We stand by you today & for the long haul."),
    ],
    "francas46-2024-12-22-nato-membership-feasible": [
        ("headline", "mixed", "volodymyr-zelenskyy",
         "feasible"),
        ("body", "mixed", "volodymyr-zelenskyy",
         "achievable"),
        ("body", "direct", "volodymyr-zelenskyy",
         "We all understand that inviting Ukraine to NATO and joining the alliance can "
         "only be a political decision,"),
        ("body", "direct", "volodymyr-zelenskyy",
         "The alliance for Ukraine is feasible, but it is only feasible if we fight for "
         "this decision at all necessary levels."),
        ("body", "mixed", "volodymyr-zelenskyy",
         "hot phase"),
    ],
    "the-independent-2023-09-28-only-matter-of-time": [
        ("headline", "mixed", "volodymyr-zelenskyy",
         "only matter of time"),
        ("body", "mixed", "volodymyr-zelenskyy",
         "matter of time"),
        ("body", "direct", "volodymyr-zelenskyy",
         "We discussed strengthening Ukraine's air defence further in order to protect "
         "people from Russian terror,"),
        ("body", "mixed", "volodymyr-zelenskyy",
         "de facto"),
        ("body", "direct", "volodymyr-zelenskyy",
         "In the face of such intense attacks against Ukrainians, against our cities, our "
         "ports, which are crucial for global food security, we need a corresponding "
         "intensity of pressure on Russia and a strengthening of our air defence,"),
        ("post", "direct", "volodymyr-zelenskyy",
         "I met with @JensStoltenberg in Kyiv."),
        ("post", "direct", "volodymyr-zelenskyy",
         "Substantial talks, as they should be between de facto allies. It is only a "
         "matter of time before Ukraine becomes a de jure one as well.\nWe discussed "
         "strengthening Ukraine's air defense further in order to protect people from "
         "Russian terror."),
        ("body", "direct", "jens-stoltenberg",
         "The stronger Ukraine becomes, the closer we come to ending Russia’s aggression."),
        ("body", "direct", "jens-stoltenberg",
         "Russia could lay down arms and end its war today. Ukraine doesn’t have that "
         "option. Ukraine’s surrender would not mean peace. It would mean brutal Russian "
         "occupation. Peace at any price would be no peace at all."),
    ],
}
# fmt: on
