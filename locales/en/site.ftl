# What pages say in English.
#
# A site replaces or adds messages in its own locales/en/site.ftl. A key that ends in -html is
# markup: its variables are escaped before they go in; every other message is plain text.
# DATE($date, style: "uk") writes a date, NUMBER($n) groups digits.

## Every page

page-title = { $page } | { $site }
skip-to-content = Skip to main content
menu = Menu
menu-of-section = Pages in this section
you-are-here = You are here
on-this-page = On this page
back-to-menu = Back to menu
back-to-top = Back to top
previous-page = Previous page
next-page = Next page
pager = Previous and next pages
submenu = Pages under “{ $title }”
menu-more = All pages in this section
all-pages = All pages
related = Related links
updated = Updated
published = Published

## Contact

contact = Contact
name = Name
phone = Phone
email = Email
address = Address
hours = Hours
website = Website

## News, feed and search

whats-new = What’s new
feed = News feed (Atom)
feed-title = What’s new – { $site }
search = Search
search-label = Search this site
search-results = Search results
search-none = No page matches “{ $query }”.
search-all-pages = All pages

## Labels of links
#
# They stand behind the text of a link, after label-gap, and inside the link.

label-gap = { " " }
external = (external site)
new-tab = (opens in a new tab)
file-label = ({ $type }, { $size })
file-label-untyped = (file, { $size })
other-language = (in { $language })

## Parts of a text

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
task-done = Done
task-open = Not done
footnotes = Footnotes
footnote-reference = Footnote { $number }
footnote-back = Back to footnote { $number } in the text
description = What the figure shows, in words
table-scroll = Table that scrolls sideways

## Languages

language-switch = Change language
language-name =
    { $tag ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [zh-Hans] Chinese (simplified)
        [zh-Hant] Chinese (traditional)
        [ko] Korean
        [pt] Portuguese
        [pt-BR] Portuguese
        [es] Spanish
        [vi] Vietnamese
        [tl] Filipino
        [fil] Filipino
        [th] Thai
        [id] Indonesian
        [ne] Nepali
        [fr] French
        [de] German
        [uk] Ukrainian
       *[other] { $name }
    }
chooser-title = Choose a language
chooser-text = Please choose the language you want to read.
chooser-continue = Continue in English

## Notices

fallback-notice = This page is available only in { $language }. There is no English version yet.
behind-notice = The { $language } version of this page has been updated. The information here may be out of date.
behind-notice-dated = The { $language } version of this page was updated on { DATE($date) }. The information here may be out of date.
behind-link = Read the { $language } version
notices = Notices
emergency = Emergency
draft-mark = Draft
draft-notice = This page is a draft. It has not been published yet.
scheduled-notice = This page will be published on { DATE($date) }.
expired-notice = This page was withdrawn on { DATE($date) }.

## Pages that the generator makes

not-found-title = Page not found
not-found-text = The page may have been moved or deleted. Please check the address, or start from the home page.
not-found-home = Go to the home page
redirect-title = Page moved
redirect-text = This page has moved.
redirect-link = Open the new page

## File sizes and types

file-size-kb = { $amount } KB
file-size-mb = { $amount } MB
file-type =
    { $extension ->
        [docx] Word
        [doc] Word
        [xlsx] Excel
        [xls] Excel
        [pptx] PowerPoint
        [ppt] PowerPoint
        [txt] text
        [jpg] JPEG
       *[other] { $name }
    }

## Money

money-jpy = { $amount } yen
money-usd = US${ $amount }
money-eur = €{ $amount }
money-other = { $code } { $amount }

## Lengths of time
#
# The messages that begin with about- are for lengths that are only about right; up to ten they
# have the number as a word.

number-word =
    { $count ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
       *[other] { NUMBER($count) }
    }
duration-years =
    { $count ->
        [one] { NUMBER($count) } year
       *[other] { NUMBER($count) } years
    }
duration-months =
    { $count ->
        [one] { NUMBER($count) } month
       *[other] { NUMBER($count) } months
    }
duration-weeks =
    { $count ->
        [one] { NUMBER($count) } week
       *[other] { NUMBER($count) } weeks
    }
duration-days =
    { $count ->
        [one] { NUMBER($count) } day
       *[other] { NUMBER($count) } days
    }
duration-hours =
    { $count ->
        [one] { NUMBER($count) } hour
       *[other] { NUMBER($count) } hours
    }
duration-minutes =
    { $count ->
        [one] { NUMBER($count) } minute
       *[other] { NUMBER($count) } minutes
    }
duration-seconds =
    { $count ->
        [one] { NUMBER($count) } second
       *[other] { NUMBER($count) } seconds
    }
duration-joined = { $longer } { $shorter }
about-years =
    about { $count ->
        [one] { number-word } year
       *[other] { number-word } years
    }
about-months =
    about { $count ->
        [one] { number-word } month
       *[other] { number-word } months
    }
about-weeks =
    about { $count ->
        [one] { number-word } week
       *[other] { number-word } weeks
    }
about-days =
    about { $count ->
        [one] { number-word } day
       *[other] { number-word } days
    }
about-hours =
    about { $count ->
        [one] { number-word } hour
       *[other] { number-word } hours
    }
about-minutes =
    about { $count ->
        [one] { number-word } minute
       *[other] { number-word } minutes
    }
about-seconds =
    about { $count ->
        [one] { number-word } second
       *[other] { number-word } seconds
    }
about-joined = about { $duration }

## Opening hours

hours-always = 24 hours a day, 365 days a year
hours-period = { $days }, { $times }
days-range = { $first } to { $last }
times-range = { $from } to { $to }
list-next = { $list }, { $item }
list-last = { $list } and { $item }
periods-joined = { $list }; { $item }
clock-hour =
    { $hour ->
        [0] 12
        [13] 1
        [14] 2
        [15] 3
        [16] 4
        [17] 5
        [18] 6
        [19] 7
        [20] 8
        [21] 9
        [22] 10
        [23] 11
       *[other] { $hour }
    }
clock-half =
    { $hour ->
        [0] a.m.
        [1] a.m.
        [2] a.m.
        [3] a.m.
        [4] a.m.
        [5] a.m.
        [6] a.m.
        [7] a.m.
        [8] a.m.
        [9] a.m.
        [10] a.m.
        [11] a.m.
       *[other] p.m.
    }
clock-minute =
    { $minute ->
        [0] 00
        [1] 01
        [2] 02
        [3] 03
        [4] 04
        [5] 05
        [6] 06
        [7] 07
        [8] 08
        [9] 09
       *[other] { $minute }
    }
clock-time =
    { $minute ->
        [0]
            { $hour ->
                [0] midnight
                [12] noon
                [24] midnight
               *[other] { clock-hour } { clock-half }
            }
       *[other] { clock-hour }:{ clock-minute } { clock-half }
    }
