"""Pairs of reports of one speaker's words, and whether they report one act of saying.

The words are made up, the ways of differing are those of news: cut by a headline, cleaned up,
translated twice, quoted in part; and of politics: the same phrase again, one frame filled anew.
"""

# of one day, in two articles
SAME_DAY_SAME = [
    ("The bridge will stand for a hundred years.", "The bridge will stand for a hundred years"),
    ("The bridge will stand for a hundred years.", "the bridge will stand"),
    ("We honour our defence pledges to every neighbour.",
     "We honor our defense pledges to every neighbor."),
    ("The harvest is safe. The ships will sail on Monday. Nobody will stop the grain trade.",
     "Nobody will stop the grain trade"),
    ("The harvest is safe, and the ships will sail.",
     "The harvest is safe and all the ships will sail."),
    ("Our soldiers hold the river line today, tomorrow and as long as necessary.",
     "Our soldiers hold the river line today, tomorrow, and for as long as it takes."),
    ("Otherwise it will be a grave mistake for our city, for its future.",
     "If not, it would be a grave and lasting mistake for the future of our city."),
    ("This winter will decide whether the coast survives.",
     "This winter is going to decide whether the coast survives."),
    ("The grain must leave the port before the frost. We have asked everyone for help.",
     "We have asked everyone for help. They have answered."),
    ("I came to Riga with hope, and I leave it with a promise.",
     "I came to Riga with hope and left with a promise."),
    ("There can be no lasting peace without justice for the islands.",
     "there can be no lasting peace without justice"),
    ("The Kharkov road is open again to every convoy.",
     "The Kharkiv road is again open to every convoy."),
    ("It is only a question of weeks before the island becomes a member",
     "only question of weeks"),
    ("The enemy fired 155 rockets at our power stations last night.",
     "The enemy fired 155 rockets on our power stations overnight."),
]  # fmt: skip

# of one day, in two articles
SAME_DAY_OTHER = [
    ("We will not send troops to the islands.", "We will send troops to the islands."),
    ("We need more tanks from our partners this spring.",
     "We need more doctors for our hospitals this spring."),
    ("Our allies gave us 20 tanks and a promise.", "Our allies gave us 31 tanks and a promise."),
    ("We stand with Ruritania as long as it takes.", "We stand with Syldavia as long as it takes."),
    ("The summit was historic.", "historic"),  # one word proves nothing across articles
    ("We stand by you today & for the long haul.",
     "Ruritania stands with you today, tomorrow, and for as long as it takes"),
    ("The island's future is in the League, all members agree on that.",
     "The island's rightful place is in the League, and in time we will make this possible."),
    ("Thank you. The talks went well.", "Thank you. I have no plans to resign."),
    ("It is time to decide.", "It is time to go home."),
    ("very clear", "very clear indeed"),
    ("We discussed strengthening the air defence of the harbour.",
     "In the face of such attacks on our harbour we need a strengthening of our air defence."),
    ("The harvest is safe.", "The ships will sail."),
]  # fmt: skip

# fragments and sentences of one article
ONE_ARTICLE_SAME = [
    ("The summit was historic for all of us.", "historic"),
    ("The main aim is to ensure that the island prevails.", "ensure that the island prevails"),
    ("Talks, as they should be between de facto allies.", "de facto"),
]
ONE_ARTICLE_OTHER = [
    ("We will fight for the harbour with everything we have.",
     "We will fight for the airport with everything we have."),
    ("overcome the reluctance", "high on the agenda"),
    ("The plan is feasible.", "achievable"),
    ("of the", "The aim of the talks is peace."),
]  # fmt: skip
