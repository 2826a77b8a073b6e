"""Lines of page furniture with the reason they are cut for, and body text that resembles them.

All written for the purpose. A line of `ANYWHERE` is cut between two paragraphs, and so is one of
`ABOVE` between headline and body; a line of `BODY` is a paragraph wherever it stands.
"""

from __future__ import annotations

ANYWHERE = """\
appeal     | Your donation pays for the next trip to the harbour.
appeal     | Please support us with the price of a cup of tea.
appeal     | Dear readers, a word before you go on
appeal     | Enjoying ad-free pages?
appeal     | Help us keep the lights on in the newsroom.
appeal     | Since you’re here, we have something to ask.
appeal     | We rely on readers for every line that we print.
appeal     | Your support, however small, goes a long way.
appeal     | SUPPORT US
appeal     | If you value our work, chip in today.
appeal     | Will you help us to reach the end of the year?
appeal     | Support our journalism from just two crowns a week.
appeal     | Become a supporter of the Harbour Post
appeal     | Not ready to support the paper?
appeal     | Remind me later
comments   | Comments
comments   | 24 comments
comments   | Join the conversation below and be kind.
comments   | Be the first to comment on this story.
comments   | Leave a reply
comments   | Your email address will not be published.
comments   | Log in to comment
consent    | Accept all
consent    | We and our partners store data on your device.
consent    | This website uses cookies to work as it should.
consent    | By continuing to use the site you agree to its terms.
consent    | You can change your cookie settings at any time.
consent    | Subscribers agree to the terms below
consent    | Privacy policy
copyright  | All rights reserved.
copyright  | This page may not be reproduced without a licence.
copyright  | All content of the Harbour Post is licensed under a Creative Commons licence.
appeal     | If you buy through links on this page, the paper may earn a commission.
copyright  | This post originally appeared on Quay.
credit     | Photo: Ann Lee
credit     | © Ann Lee, 2024
credit     | Getty Images
credit     | Ferries wait at the quay (file photo)
credit     | Quay Press / Harbour Agency
credit     | Photo by Ann Lee
credit     | With inputs from agencies
credit     | With agency reports
credit     | Additional reporting by Bo Roe in Oslo
credit     | Reporting by Ann Lee; editing by Bo Roe.
credit     | (Reuters)
credit     | AFP
caption    | Ferries wait in the rain at the quay of the old town on Monday (photo by A. Lee)
byline     | By Ann Lee and Bo Roe in Oslo
date       | 20 April 2023
date       | Thursday, April 20, 2023, 10:15 GMT
date       | Published: 2023-04-20
date       | Last updated at noon
date       | 4 min read
heading    | What the tolls will pay for
heading    | A “quiet” harbour?
heading    | Winter on the quay
heading    | Key points:
label      | ×
label      | • • •
label      | Advertisement
label      | Close
label      | Skip to main content
label      | Back to top
label      | Article continues below
label      | Listen to this article
link       | Read more: Ferry tolls rise again
link       | Read more
link       | Learn more
link       | SEE ALSO:
link       | Also read: Winter timetable of the ferries
link       | Related stories
link       | You may also like
link       | Most read
link       | More from the harbour desk
link       | Click here for the timetable.
link       | Ferry Company Raises Tolls Again as Winter Nears and Fuel Prices Climb Across North
newsletter | Sign up for our morning letter
newsletter | Sign up here for the weekend edition.
newsletter | Get the latest from the quay on your phone.
newsletter | The best of the week, straight to your inbox.
newsletter | You can unsubscribe at any time.
newsletter | Enter your email
newsletter | Subscribe to our channel for films of the harbour.
newsletter | Join our Telegram for news from the quay.
newsletter | Never miss a ferry again with our app.
newsletter | Stay up to date with the harbour desk
paywall    | Already a subscriber? Log in here.
paywall    | Subscribe to read the whole report.
paywall    | To continue reading, choose a plan.
paywall    | You have reached your limit of three articles.
paywall    | This article is for members of the Harbour Club.
paywall    | Start your free trial now.
paywall    | Cancel anytime.
share      | Share this
share      | Facebook
share      | WhatsApp
share      | Copy link
share      | Follow us on Telegram and Instagram
"""

ABOVE = """\
appeal     | Support our paper!
byline     | By Ann Lee
caption    | Ann Lee opens the quay in the rain. Bo Roe for the Harbour Post
credit     | The old quay, before the flood. harbour.example.org
credit     | Town Of Rivers / flickr
credit     | © Harbour Agency
date       | Updated on Friday
date       | 20.04.2023
deck       | Town hopes for a quieter winter as tolls fall on both banks
deck       | Ferries, tolls and a long winter
label      | —
link       | Watch live
newsletter | Get our app and never wait for a ferry
share      | Share on Twitter
"""

# Each resembles a line of furniture; the reason why it is none stands beside the odd ones.
BODY = [
    "Support US troops can count on is thin in the north.",
    "Norway will make a contribution to the bridge, no matter how small.",
    "Both towns agree to the terms of the treaty.",
    "They may come by boat/ferry.",
    "Sign up for the army, he said.",
    "“Sign up for our newsletter,” the band's singer called from the stage.",
    "Subscribe to the treaty or leave the room, the minister told both sides.",
    "“Your support keeps the bridge alive,” the mayor said.",
    '"We need your help," read the banner on the bridge.',
    "The paper is funded by readers like you, its editor said.",
    "Donate blood now, the hospital urged people of the town.",
    "He asked readers to donate to our army, as he called it.",
    "Join the alliance and the border moves, Moscow warned.",
    "Join the European Union first, then talk about the rest, the minister suggested.",
    "Follow the money and you will find the bridge, a prosecutor said.",
    "Share prices fell on the news.",
    "Share of the vote: the mayor had 51 percent.",
    "Comments by the minister drew anger in the capital.",
    "Close to the harbour, two warehouses burned.",
    "Monthly payments of 500 crowns go to each family.",
    "Support for the bridge has grown since the flood.",
    "Support us or leave us alone, the strikers wrote.",
    "Become a member of the alliance: that is the aim, he said.",
    "Privacy is a right, the court ruled.",
    "The company changed its privacy policy after the ruling.",
    "Cookies and tea were served while the delegations waited.",
    "The rules on cookies will be looser from May.",
    "Copyright law was the third point of the talks.",
    "Photographs of the bridge went round the world.",
    "Reporting by the commission shows that the tolls were never paid in.",
    "By Monday the bridge had been closed for a week.",
    "By supporting the bill, the party broke with its own past.",
    "20 April 2023 was the last day of the old tolls.",
    "On 20 April 2023 the mayor resigned.",
    "Published on Friday, the list of bridges that need repair is longer than in the year before.",
    "With the agencies of three states at the table, the talks went on all night.",
    "With input from both sides the text was closed at dawn.",
    "Read the treaty, he told them.",
    "Read more carefully, the text says nothing of the kind.",
    "More from the north than from the south crossed the bridge.",
    "Most read the letter as a threat.",
    "See also means to look elsewhere, the judge explained.",
    "Learn more languages, the ambassador urged her guests.",
    "Continue, he said, and sat down.",
    "Once the bridge was built, the ferries were sold.",
    "Home is where the bridge ends, the poet wrote.",
    "Related charges were dropped in May.",
    "Trending downwards for a year, the tolls have lost half of their worth.",
    "Registered voters on the left bank number four thousand.",
    "Listen to the river, the ferryman used to say.",
    "Watch the bridge, not the river, he replied.",
    "Skip to the last page, the minister joked.",
    "Save the bridge, said the banner.",
    "Email and paper ballots are counted on Sunday.",
    "Telegram was blocked in the region for two hours.",
    "Facebook took the film down on Monday.",
    "Agencies of the state will move to the left bank.",
    "Getty and two other museums lent the pictures.",
    "The paywall fell on the day of the flood, and the paper has not put it back.",
    "What do they think of it on the left bank, nobody has asked.",
    "“We value your privacy,” the letter began.",
    "‘Thank you for standing by this town,’ the president told the volunteers.",
    "We, the undersigned, ask for a bridge.",
    "You could hear the ferries from the hill.",
    "Our correspondent saw three ferries on the river.",
    "He continued:",
    "The mayor added:",
    "“Not one step back”",
    "- two ferries for the left bank",
    "Slava Ukraini!",
    "The ferry company earns a commission from every sale on board.",
    "The river may not be reproduced in colour, the court ruled.",
    "It rained.",
    "“Why?” she asked.",
    "And what of the ferries, the towers, the gates and the guards that were promised?",
    "Ferry tolls: 4 crowns on weekdays, 2 on Sundays, nothing for children;",
    "All rights that the river people had reserved for themselves were lost in the treaty.",
    "Enjoying the sun, the delegations walked along the quay.",
    "Please, the mother begged, let the ferry wait.",
    "Your Excellency, he began, the bridge is yours.",
    "Register of bridges in hand, the inspector went from door to door.",
    "Video of the flood was shown in court.",
    "The video, (photo and all) was shown in court.",
    "The ferry sails / sailed at six, the log says, and nobody has mended the entry since then.",
    "This article of the treaty is for the weak, he said.",
    "Article 5 is for members of the alliance.",
]
