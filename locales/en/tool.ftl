# What the program says in English: the command line and the findings.
#
# One message a key; the keys are the same in every language. Sections begin with ##, one for each
# part of the program; add a message at the end of its section.

## Words: Fluent files

words-syntax = This cannot be read as Fluent: { $detail }
words-missing = The message “{ $key }” is missing in { $lang }.

## Links

link-missing = There is no page or file “{ $target }”.

## Markdown

fact-braces = Double braces hold something that is not a fact.
fact-braces-help = Write a fact as {"{{ facts.KEY }}"}. For braces that readers shall see, write {"\\{{"}.
fact-in-address = A fact in double braces cannot be the address of a link.
fact-in-address-help = Write “fact:{ $key }” as the address.
fact-in-html = Facts are not filled in inside raw HTML.
fact-in-html-help = Write this part in Markdown, or write the value itself.
footnote-unused = Nothing refers to the footnote “{ $label }”, so readers do not see it.
html-script = Raw HTML contains { $part }, which browsers will not run or apply on this site.
html-script-help = The pages’ Content-Security-Policy forbids script and style inside pages. Use a class and the theme’s files instead.
limit-headings = The page has more than { NUMBER($limit) } headings.
limit-nesting = The page nests lists, quotes or emphasis more than { NUMBER($limit) } levels deep.
part-misplaced = “{"{."}{ $name }{"}"}” does not belong to the block that follows it.
part-misplaced-help = Known forms: {"{.steps}"} before a numbered list, {"{.cards}"} before a list of links, {"{.faq}"} before a definition list.
rule-link-footnote = A footnote that nothing refers to. Readers never see it. Refer to it with [^label], or remove it.
rule-link-scheme = A link to an address that runs code or reads files, such as javascript:. It is taken out of the page. Use https:, mailto: or tel:.
rule-html-part = A line such as {"{.steps}"} that no fitting block follows, so that it has no effect.
