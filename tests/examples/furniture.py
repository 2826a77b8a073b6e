"""Lines of page furniture with the reason they are cut for.

All written for the purpose. A line of `ANYWHERE` is cut between two paragraphs, and so is one of
`ABOVE` between headline and body.
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
consent    | We use essential cookies to make the site work, and others to learn how you use it.
consent    | Manage my choices
consent    | Reject non-essential cookies
consent    | By clicking “Accept”, you allow 214 partners to store data on your device.
consent    | To show you this video, we need your permission to load content from YouTube.
consent    | This content is hosted by a third party; by showing it you accept its terms.
consent    | We care about your privacy
consent    | Do not sell or share my personal information
consent    | Your privacy choices
consent    | Learn more in our Cookie Notice.
consent    | I consent to the processing of my data
consent    | Strictly necessary cookies are always active.
appeal     | Ad-free reading starts at three crowns a month.
appeal     | You are reading this page without ads because readers pay for it.
appeal     | Go ad-free with Harbour Plus
paywall    | We don't have a paywall. We have you.
appeal     | Independent reporting costs money. Please help us keep going.
appeal     | Every contribution, big or small, keeps this newsroom running.
appeal     | Make a tax-deductible gift today.
appeal     | Our newsroom is a non-profit, and your gift counts twice until Friday.
appeal     | Stand with independent media
appeal     | Donate
appeal     | Give now
appeal     | Contribute from 5 crowns a month
appeal     | One-time
appeal     | Did you like this story? Buy its author a coffee.
appeal     | They have called our paper undesirable; with your help we go on.
newsletter | Sign up to Harbour Today, our free briefing.
newsletter | Get Harbour Today in your mailbox every morning at six
paywall    | Subscribe to Harbour Weekly
newsletter | Want more stories like this one? Sign up below.
share      | Follow our channel on WhatsApp for the latest
newsletter | Join 40,000 readers who start the day with the Harbour Post.
share      | The Harbour Post is on Telegram. Subscribe!
newsletter | Receive push notifications about breaking news
newsletter | Download the Harbour Post app for Android and iOS
newsletter | Please check your email to confirm your subscription.
newsletter | Something went wrong. Please try again later.
newsletter | Tune in to our podcast every Friday
paywall    | This story is only for subscribers.
paywall    | Subscribers only
paywall    | You have 2 free articles remaining.
paywall    | Unlimited access from 1 crown for the first month
paywall    | To read this story in full, log in or subscribe.
paywall    | Get full digital access
paywall    | Enjoy unlimited digital access
heading    | Premium
paywall    | Not a subscriber? Join today
link       | Continue reading your article with a Harbour subscription
paywall    | Create your free account to keep reading
comments   | 3 Comments
comments   | View 17 comments
comments   | Comments are moderated.
comments   | What's your take? Let us know in the comments.
paywall    | Login to leave a comment
comments   | Sort by: newest
comments   | Reply
comments   | Report abuse
comments   | Send us your views by email
comments   | Have a correction? Write to us.
share      | Share on Facebook Share on X Share on WhatsApp
share      | Facebook Twitter Telegram Email Print
share      | Share this article with your friends
share      | Tweet this
share      | Facebook | X | LinkedIn | Copy link
share      | Email to a friend
share      | 128 shares
share      | Share full article
share      | Save for later
share      | Print this page
share      | Follow the Harbour Post on X
share      | Follow @harbourpost
link       | READ ALSO: Ferry tolls rise again
link       | READ MORE:
link       | Also on the Harbour Post: tolls rise again
link       | Related: Ferry tolls rise again
heading    | In pictures: the quay in the rain
heading    | Explainer: how the tolls work
link       | See more on this topic
link       | Recommended reading
link       | Sponsored links
link       | Suggested for you
heading    | More stories from North
link       | Next up
heading    | >> Ferry tolls rise again
heading    | → Ferry tolls rise again
link       | Top news
link       | From our partners
link       | Editor's choice
heading    | Watch: the ferry leaves the quay for the last time
credit     | VIDEO: the ferry leaves the quay for the last time
heading    | Listen: the last ferry
credit     | (AP Photo/Ann Lee)
credit     | Photo credit: Harbour Agency via Getty Images
credit     | REUTERS/Ann Lee
credit     | Ann Lee/Harbour Agency
credit     | Image: Bo Roe/Quaypress
credit     | Courtesy of the Town of Rivers
credit     | PHOTO: HARBOUR AGENCY
credit     | [Ann Lee/Quaypress]
credit     | With AFP inputs
credit     | (With inputs from Quaypress)
credit     | (With agency inputs)
credit     | —With reporting by Quaypress and Harbour Agency
credit     | Source: Quaypress
credit     | Edited by: Bo Roe
credit     | (Reporting by Ann Lee in Oslo; Editing by Bo Roe)
copyright  | This story has been published from a wire agency feed without changes.
copyright  | (Except for the headline, this story has not been edited by our staff.)
credit     | © 2024 AFP
credit     | ANI
credit     | af/bo (AFP, Quaypress)
caption    | The ferry at the quay of the left bank, seen on May 3, 2024. (AP Photo/Ann Lee)
caption    | Ann Lee, left, greets Bo Roe on the quay, Friday. Photograph: Ida Holm/Quaypress
credit     | The minister, on the bridge in the rain (Image: Getty)
copyright  | Copyright 2024 The Harbour Post. All rights reserved.
credit     | © 2024 The Harbour Post
copyright  | Republication of this text needs the written consent of the paper.
copyright  | The views expressed in this article are the author's own.
date       | Updated: May 3, 2024 10:15 IST
date       | Published May 3, 2024 at 9:12 a.m. EDT
date       | 3 May 2024, 10:15
date       | 10:15 GMT, 3 May 2024
date       | Fri, 3 May 2024
date       | May 3rd, 2024
date       | 2 hours ago
date       | Reading time: 4 minutes
date       | 5-minute read
label      | ADVERTISEMENT - CONTINUE READING BELOW
label      | Ad
label      | Story continues below advertisement
label      | Promoted content
label      | Tap to unmute
label      | This video can not be played
label      | Your browser does not support the video tag.
label      | Loading...
label      | Image 1 of 4
label      | 1/12
label      | Hide caption
label      | toggle caption
label      | Text size A A A
label      | Notifications
label      | Was this article helpful?
label      | Topics: ferries, tolls, North
label      | Tags: ferry | toll | quay
label      | Filed under: ferries
label      | ***
label      | * * *
label      | END
label      | Scroll to continue
caption    | Ida Holm says she saw nothing Credit: Harbour Pictures
caption    | Bo Roe says he never got the lettersCredit: PA
comments   | Comments (12)
comments   | Do you know more about the ferries? Email news@harbourpost.example
copyright  | This article appears in the print edition of May 6, with the headline “Crossings.”
date       | Published: 09:12, 3 May 2024 | Updated: 11:40, 3 May 2024
date       | Editor: Ida | 03 May 2024, 21:12
link       | People are also reading…
newsletter | Was this forwarded to you? Sign up here.
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

# Furniture that is taken for body, since only its meaning gives it away.
KNOWN_KEPT = [
    "We will continue, no matter what, as long as you stand by us.",
]
