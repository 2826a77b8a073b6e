"""A few people and bodies, with the names that make finding them hard."""

from __future__ import annotations

from onrecord.models import NameForm, Person, Position

ZELENSKYY = Person(
    "volodymyr-zelenskyy",
    "Volodymyr Zelenskyy",
    names=(
        NameForm("Володимир Зеленський", "uk", "Cyrl"),
        NameForm("Vladimir Zelensky"),
        NameForm("Zelensky"),
    ),
)
STOLTENBERG = Person("jens-stoltenberg", "Jens Stoltenberg", names=(NameForm("Stoltenberg"),))
BIDEN = Person("joe-biden", "Joe Biden", names=(NameForm("Joseph R. Biden Jr."), NameForm("Biden")))
SCHOLZ = Person("olaf-scholz", "Olaf Scholz", names=(NameForm("Scholz"),))
VON_DER_LEYEN = Person("ursula-von-der-leyen", "Ursula von der Leyen")
BORIS = Person("boris-johnson", "Boris Johnson", positions=(Position("Prime minister"),))
MIKE = Person("mike-johnson", "Mike Johnson", positions=(Position("Speaker of the House"),))
PRESIDENCY = Person("presidency-ru", "President of Russia", kind="organisation")
KREMLIN = Person("kremlin", "Kremlin", kind="organisation", stands_for="presidency-ru")
MOSCOW = Person("moscow", "Moscow", kind="organisation", stands_for="government-ru")
PESKOV = Person(
    "dmitry-peskov",
    "Dmitry Peskov",
    positions=(
        Position("Press secretary of the prime minister", "government-ru", "2008-04-25", "2012-05"),
        Position("Press secretary of the president", "presidency-ru", "2012-05-22"),
    ),
)
WHITE_HOUSE = Person("white-house", "White House", kind="organisation")

EVERYONE = (
    *(ZELENSKYY, STOLTENBERG, BIDEN, SCHOLZ, VON_DER_LEYEN, BORIS, MIKE, PESKOV),
    *(PRESIDENCY, KREMLIN, MOSCOW, WHITE_HOUSE),
)
