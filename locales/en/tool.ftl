# What the program says in English: the command line and the findings.
#
# One message a key; the keys and variables are the same in every language. Sections begin with ##,
# one for each part of the program. A new message goes to the end of the section of its part, or
# into a new section at the end of the file. Findings are sentences and end with a full stop; a
# message whose key ends in -help says what to do about the finding.

## Words: Fluent files

words-syntax-token = “{ $token }” is expected here.
words-syntax-name = Keys and names are written with plain letters ({ $range }).
words-syntax-value = No text follows “{ $key }”.
words-syntax-value-here = A text is expected here.
words-syntax-default = One of the variants must be the default, marked with “*”.
words-syntax-defaults = Only one variant can be the default, marked with “*”.
words-syntax-selector = Only a variable, a number or a string can choose between variants.
words-syntax-attribute = An attribute of a term cannot be used in a text.
words-syntax-string = The string has no closing quotation mark.
words-syntax-order = Arguments without a name must come before those with a name.
words-syntax-argument = The argument “{ $name }” appears twice.
words-syntax-escape = “\{ $sequence }” is not allowed in a string.
words-syntax-brace = This “{ "}" }” closes no “{ "{" }”.
words-syntax-expression = A variable, a key, a term or a function must follow “{ "{" }”.
words-syntax-literal = Only a string or a number can stand here.
words-syntax-callee = The name of a function is written in capital letters.
words-syntax-depth = “{ "{" }” is nested too deep.
words-syntax-number = The number { $literal } has too many digits.
words-syntax-no-value = “{ $key }” has attributes, but no text to show.
words-missing = The language { $lang } lacks the message “{ $key }”.
words-lacking =
    { $count ->
        [one] The language { $lang } lacks { NUMBER($count) } built-in message, so that of the main language is shown: { $keys }
       *[other] The language { $lang } lacks { NUMBER($count) } built-in messages, so those of the main language are shown: { $keys }
    }
words-variables-lacking = “{ $key }” does not use the same variables as in other languages. It lacks: { $names }
words-variables-unknown = “{ $key }” uses variables that are never given: { $names }
words-variables-both = “{ $key }” does not use the right variables. It lacks: { $lacking }. Never given: { $unknown }
words-function = There is no function “{ $name }”. There are DATE and NUMBER.
words-function-arguments = The function “{ $name }” takes one value.
words-function-option = The function “{ $function }” does not have the option “{ $option }” with this value.
words-function-selector = The result of “{ $name }” cannot choose between variants. Use the variable itself.
words-duplicate = The name “{ $key }” is already taken.
words-reference = There is no message or term “{ $key }” in this language.
words-cycle = “{ $key }” contains itself.
words-too-many-references = “{ $key }” leads to too many other messages and terms.
words-nested-term = The term “{ $key }” uses both variables and another term, and would lose the variables. Use only one of them.
words-unknown = There is no message with the key “{ $key }”.
words-variable-not-given = The message “{ $key }” needs a value for its variable “{ $variable }”.
words-function-value = The message “{ $key }” was given a value that cannot be used as a date or a number.
words-broken = The message “{ $key }” cannot be shown: { $detail }

## Links

link-missing = There is no page or file “{ $target }”.

## Findings

finding-error = error
finding-warning = warning
finding-hint = hint
finding-help = help
finding-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
finding-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
finding-hints = { $count ->
    [one] { $count } hint
   *[other] { $count } hints
}
finding-none = No findings
# Stands between the items of a list within a sentence.
list-separator = { ", " }

## Command line

cli-about = Builds information sites that say the same in two languages.
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-shared = Options of every command
cli-heading-operands = Arguments
cli-usage-program = taiyaku COMMAND [OPTIONS]
cli-usage-command = taiyaku { $command } [OPTIONS]
cli-usage-operand = taiyaku { $command } [{ $operand }]
cli-build = Check the site, then write it
cli-check = Check the site and write nothing
cli-serve = Show a preview that follows every change
cli-facts = List the facts that the pages share
cli-rules = List the rules with what they look for
cli-help = Show the help of a command
cli-operand-command = The command; without one, the help of all
cli-option-out = Write the site to this folder (default: public)
cli-option-drafts = Include drafts and pages outside their dates, marked as such
cli-option-adopt = Write to a folder that holds other files, and leave those alone
cli-option-port = The port of the preview (default: 4444, or the next that is free)
cli-option-host = The address that the preview answers on (default: 127.0.0.1, this computer only)
cli-option-open = Open the preview in the browser
cli-option-poll = Look at the files again and again, where the system does not tell of changes
cli-option-editor = The editor that links to sources open: a name such as vscode, or an address with {"{path}"} (default: TAIYAKU_EDITOR, or vscode)
cli-option-root = The folder of the site (default: this one, or the nearest above it with a site.yaml)
cli-option-lang = The language of messages (default: that of the environment)
cli-option-format = Form of the results, for people or for programs (default: human)
cli-option-deny = Treat warnings as errors
cli-option-today = Make the site for this day (default: today in the site’s time zone)
cli-option-quiet = Write findings and errors only
cli-option-color = When to use colors (default: auto)
cli-option-help = Show this help
cli-option-version = Show the version
cli-value-folder = FOLDER
cli-value-day = DATE
cli-value-port = NUMBER
cli-value-host = ADDRESS
cli-value-editor = EDITOR
cli-value-command = COMMAND
cli-expects-day = Write a day of the calendar such as 2026-11-23.
cli-expects-port = Write a number from 0 to 65535.
cli-expects-editor = Write one of { $names }, or an address such as myeditor://open?file=/{"{path}"}&line={"{line}"}&column={"{column}"}.
cli-expects-one-of = Write one of these: { $values }.
cli-did-you-mean = Did you mean “{ $name }”?
cli-unknown-command = There is no command “{ $command }”.
cli-unknown-option = There is no option “{ $option }” here.
cli-option-elsewhere = The option “{ $option }” belongs to “taiyaku { $command }”.
cli-too-many = “{ $argument }” is one argument too many.
cli-no-value = The option “{ $option }” takes no value, but was given “{ $value }”.
cli-missing-value = The option “{ $option }” needs a value.
cli-bad-value = The option “{ $option }” cannot take “{ $value }”.
cli-twice = The option “{ $option }” was given more than once.
cli-conflict = The options “{ $option }” and “{ $other }” exclude each other.
cli-not-unicode = An argument is not valid Unicode text.
cli-missing-command = Please name a command.
cli-wrong-arguments = The arguments could not be understood: { $detail }
cli-see-help = For more, run “{ $command } --help”.
cli-no-folder = The current folder no longer exists.
cli-no-site = There is no site in { $folder }: neither there nor above it is a site.yaml.
cli-no-site-at = There is no site in { $folder }: it has no site.yaml.
cli-no-site-help = Go to the folder of a site, or name it with --root.
cli-bad-epoch = SOURCE_DATE_EPOCH is “{ $value }”, which is not a number of seconds.
cli-bad-epoch-help = Set it to the seconds since 1970-01-01 in UTC, or unset it.
cli-bad-editor = TAIYAKU_EDITOR is “{ $value }”, which is no editor that is known.
cli-cannot-write = The output could not be written: { $cause }
cli-written = { $pages ->
    [one] Wrote { $pages } page
   *[other] Wrote { $pages } pages
} ({ $files ->
    [one] { $files } file
   *[other] { $files } files
} in all) to { $folder }.
cli-not-written = Nothing was written.
cli-column-rule = Rule
cli-column-level = Level
cli-column-documentation = What it looks for
cli-column-fact = Fact
cli-column-pages = Pages

## Markdown

fact-braces = Double braces hold something that is not a fact.
fact-braces-help = Write a fact as {"{{ facts.KEY }}"}, with half-width signs. For braces that readers shall see, write {"\\{{"}.
fact-in-address = A fact in double braces cannot be the address of a link.
fact-in-address-help = Write “fact:{ $key }” as the address.
fact-in-html = Facts are not filled in inside raw HTML.
fact-in-html-help = Write this part in Markdown, or write the value itself.
footnote-missing = There is no footnote “{ $label }”, so readers see the brackets.
footnote-missing-help = Write its text in a paragraph of its own, as in “[^1]: Text of the note.”, or remove the reference.
footnote-unused = Nothing refers to the footnote “{ $label }”, so readers do not see it.
html-script = The HTML holds { $part }, which browsers refuse on the pages of this site.
html-script-help = For safety, pages hold no scripts and styles. Set a class, and use the files of the theme.
html-unclosed = “<{ $tag }>” is not closed where it should be.
html-unclosed-help = Write “</{ $tag }>” where the element ends. Otherwise it reaches into the rest of the page.
html-stray = “</{ $tag }>” closes nothing that is open here.
html-stray-help = Remove it, or open the element before it. Otherwise it may close a part of the theme.
rule-html-unclosed = Raw HTML opens an element and does not close it, or closes one that is not open, so that the layout of the page breaks. Write both tags.
limit-headings = The page has more than { NUMBER($limit) } headings.
limit-nesting = The page nests lists, quotes or emphasis more than { NUMBER($limit) } levels deep.
emphasis-left-over = “{ $signs }” is no emphasis here and is shown as it is.
emphasis-left-over-help = Write it on both sides of the words, with no space inside. To show asterisks, put \ before each.
part-misplaced = “{"{."}{ $name }{"}"}” does not fit what follows it.
part-misplaced-help = Known forms: {"{.steps}"} before a numbered list, {"{.cards}"} before a list of links, {"{.faq}"} before a definition list, {"{.caption}"} before a paragraph with a table right after it, {"{.description}"} before a quote that describes a figure.
rule-link-footnote = A footnote that nothing refers to, which readers never see, or a reference to a footnote that is not there.
rule-link-scheme = A link to an address that runs code or reads files, such as javascript:. It is taken out of the page. Use https:, mailto: or tel:.
rule-html-part = A line such as {"{.steps}"} that no fitting block follows, so that it has no effect.

## Rules: what each looks for, why, and what to do

rule-config-syntax = The file site.yaml (or a theme’s theme.yaml) cannot be read as YAML, so nobody knows what it means. Correct the line that the finding points at.
rule-config-unknown-key = The settings hold a key that taiyaku does not know, which usually is a slip of the keyboard and would be ignored. Correct the key or remove it.
rule-config-value = A setting has a value that does not fit. Write it in the form that the finding shows.
rule-config-missing = A setting that every site needs is missing. Add it.
rule-front-matter-missing = A page does not begin with its front matter, or the front matter lacks its title. Without a title the page has no heading and no name in menus. Begin the file with a line ---, the title and a second line ---.
rule-front-matter-syntax = The front matter of a page cannot be read as YAML. Correct the line that the finding points at.
rule-front-matter-unknown-key = The front matter holds a key that taiyaku does not know, so it would have no effect. Correct the key, remove it, or put it below extra if the theme reads it.
rule-front-matter-value = A key of the front matter has a value that does not fit. Write it in the form that the finding shows.
rule-front-matter-allow = An entry of allow matches no finding any more, so it may hide a future one. Remove it.
rule-fact-syntax = The file content/facts.yaml cannot be read as YAML. Correct the line that the finding points at.
rule-fact-value = A fact is incomplete or its value does not fit its kind, so pages would show something wrong. Write it in the form that the finding shows.
rule-fact-unknown = A page uses a fact, or a part of a fact, that does not exist. Correct the name, or add the fact to content/facts.yaml.
rule-fact-place = A fact stands where it cannot be filled in, such as in the address of a link or in raw HTML. Use the form that the finding proposes.
rule-link-missing = A link leads to a page or file that does not exist, so readers would see an error. Correct the path; links name source files.
rule-link-anchor = A link leads to a heading id that its page does not have, so readers would land at the top. Correct the id, or give the heading that id.
rule-link-language = A link leads to a page that does not exist in the reader’s language. Translate that page, or link to another.
rule-link-external-http = A link leaves the site by http, which others can read and change on the way. Use https if that site offers it.
rule-asset-missing = A page shows or links a file that does not exist. Correct the path, or add the file below content/.
rule-asset-language = A file exists in other languages but not in the page’s own, so readers get one that they may not understand. Add the missing version.
rule-url-conflict = Two sources would be published at the same address, so that one would hide the other. Rename one of them.
rule-template-syntax = A template cannot be read as a Tera template. Correct the line that the finding points at.
rule-template-missing = A page or a template asks for a template that does not exist. Correct the name, or add the file to templates/.
rule-template-render = A template failed while it made a page, for example because a variable or word does not exist. Correct the line that the finding points at.
rule-words-syntax = A file of words cannot be read as Fluent. Correct the line that the finding points at.
rule-words-missing = A word exists in one language but not in another, so readers see the wrong language. Add the word.
rule-words-variables = A word uses other variables in one language than in another, or one that nobody fills in. Use the same variables in every language.
rule-words-function = A word calls a function that does not exist, or calls it in a wrong way. Correct the call; the functions are DATE and NUMBER.
rule-words-reference = A word refers to a word or term that does not exist. Correct the name.
rule-words-duplicate = A file of words defines the same word twice; only one would count. Remove one of them.
rule-translation-missing = A page does not exist in one of the site’s languages. Translate it, or list the languages in which it exists on purpose in its front matter.
rule-parity-structure = The headings of a page differ between its languages, so that readers of one language may miss a section. Give both texts the same outline.
rule-text-emphasis = A “**” in Japanese or Chinese text that is left over as asterisks. Emphasis needs it on both sides of the words, with no space inside. To show asterisks, write \*\*.
rule-text-era = A date by its Japanese era is not in the calendar (平成31年5月1日, 昭和64年1月8日, 昭和100年, 令和0年), or the western year in parentheses is another year. A hint says when one page has dates by era alone and western dates alone. Correct the date, or make it a date of content/facts.yaml, which is shown in the style that the site's “dates” sets. Addresses of links and code are not looked at.
rule-a11y-alt = An image has no text alternative, so people who cannot see it learn nothing. Describe in the brackets what the image tells.
rule-a11y-heading = A heading skips a level, or uses the level of the title. People who move from heading to heading lose their way. Use the next level.
rule-a11y-link-text = The text of a link does not say where it leads. People who hear only the links of a page cannot choose. Name the goal in the link.
rule-html-script = Raw HTML in a page holds a script, a style or an event handler, which browsers refuse under the site’s Content-Security-Policy, or an address such as javascript:, which is taken out. Move it to the theme.
rule-encoding-utf8 = A file is not UTF-8. taiyaku never guesses an encoding, because guesses are wrong on short texts. Convert the file with the command that the finding shows.
rule-encoding-control = A text holds a control character or a code point that is no character. It is invisible and breaks pages. Delete it.
rule-name-language = The name of a Markdown file does not say its language. Name it after the pattern NAME.LANGUAGE.md, with a language of site.yaml.
rule-name-invalid = The name of a file or folder does not work on every system or in every address, or two names differ only in case or form. Rename it.
rule-name-kind = Something in the site’s folders is neither a file nor a folder, or is a link out of the site. Replace it by a plain file.
rule-name-unreadable = A file or folder cannot be read. Check its permissions and whether another program moves it.
rule-name-normal-form = A name is written with decomposed characters, as macOS does. Addresses use the composed form. Rename the file to avoid surprises on other systems.
rule-name-skipped = A file is not used because of its name or place. Rename or move it, or delete it.
rule-limit-size = A file is larger than taiyaku accepts for its kind. Split it or make it smaller.
rule-limit-depth = Something is nested deeper than taiyaku accepts. Nobody writes such files by hand; look at how it came about.
rule-limit-count = There are more of something than taiyaku accepts. Split the site or the page.

## YAML

did-you-mean = Did you mean “{ $right }”?
yaml-too-large = The YAML text has { NUMBER($size) } bytes; at most { NUMBER($limit) } are read.
yaml-too-deep = Lists and maps are nested more than { NUMBER($limit) } levels deep.
yaml-indent-full-width = The line is indented with a full-width space.
yaml-indent-no-break = The line is indented with a no-break space.
yaml-indent-tab = The line is indented with a tab.
yaml-indent-other = The line is indented with { $code }, which is not a space.
yaml-indent-help = Indent with ordinary (half-width) spaces.
yaml-sign = The sign “{ $written }” does not work here.
yaml-sign-help = Write the half-width “{ $right }” instead.
yaml-no-space = A space is missing after the colon.
yaml-odd-space = The space after the colon is not an ordinary one.
yaml-space-help = Write a half-width colon and a half-width space between key and value, as in “title: Welcome”.
yaml-reference = “{ $sign }” begins an anchor, an alias or a tag, which are not used here.
yaml-start = A text cannot begin with “{ $sign }” unless it is in quotes.
yaml-colon = The value holds a colon and a space, which look like the start of another key.
yaml-after-quote = Something follows the closing quote.
yaml-quote-help = If it is text, put all of it in quotes: { $example }
yaml-unclosed = “{ $sign }” is opened here and never closed.
yaml-unclosed-help = Add the closing “{ $sign }”.
yaml-duplicate-key = The key “{ $key }” stands here a second time.
yaml-duplicate-key-help = Keep one of the two.
yaml-first-key = It stands here first.
yaml-complex-key = A list or a map cannot be a key.
yaml-second-document = A second YAML document begins here; a file holds one.
yaml-syntax = This cannot be read as YAML.
yaml-syntax-help = Check the indentation: keys of one map begin in the same column, and what belongs to a key is indented further. Put texts with special signs in quotes.
yaml-missing-key = The key “{ $key }” is missing.
yaml-unknown-key = There is no key “{ $key }” here.
yaml-known-keys = Known keys: { $keys }
yaml-wants-map = Keys with values are needed here.
yaml-wants-map-help = Write each on a line of its own, indented, as in “ja: …” and “en: …”.
yaml-wants-list = “{ $key }” needs a list.
yaml-write-help = Write it like this: { $example }
yaml-wants-text = “{ $key }” needs a text.
yaml-empty = “{ $key }” has no value.
yaml-wants-truth = “{ $key }” needs true or false.
yaml-wants-integer = “{ $key }” needs a whole number.
yaml-wants-date = Dates are written like 2026-11-23; “{ $written }” cannot be read.
yaml-no-such-day = “{ $written }” is not a day of the calendar.
yaml-wants-choice = “{ $written }” is not a value of “{ $key }”.
yaml-choices = Possible values: { $choices }

## Paths and names

path-empty = The path is empty, or has an empty part; paths on the site begin with one “/”.
path-dots = “{ $name }” would lead out of its folder.
path-too-long = “{ $name }” is longer than 255 bytes.
path-character = “{ $name }” holds “{ $sign }”, which names and addresses cannot hold.
path-control = “{ $name }” holds the control character { $code }.
path-device = Windows keeps the name “{ $name }” for a device.
path-trailing = “{ $name }” ends with a dot or a space, which Windows drops.
path-reserved = Names like “{ $name }” belong to taiyaku itself.

## Front matter

front-matter-absent = The page does not begin with its front matter, the lines that hold its title.
front-matter-absent-help = Begin the file with a line “---”, a line “title: { $title }” and another line “---”.
front-matter-late = Something stands before the front matter, if only an empty line, so it is not read.
front-matter-late-help = Make the opening line “---” the first line of the file.
front-matter-dashes = The front matter begins with a line of exactly three half-width hyphens.
front-matter-unclosed = The front matter that begins here has no closing line.
front-matter-unclosed-help = After its last key, write a line of exactly three hyphens: ---
front-matter-title-help = Every page needs a title. Write it on the line after “---”, as in “title: Welcome”.
front-matter-slug = A slug is one part of an address, without “/”.
front-matter-site-path-help = Write the path from “/”, as in “/old/page/”.
front-matter-language = “{ $tag }” is not a language of this site.
front-matter-languages = Languages of this site: { $tags }
front-matter-no-language = At least one language is needed.
front-matter-twice = “{ $name }” stands in the list twice.
front-matter-rule = There is no rule “{ $rule }”.
front-matter-rules-help = “taiyaku rules” lists all rules.
front-matter-allow-form = Each entry needs a rule and a reason.

## Settings

settings-base-url = “{ $written }” is not an absolute web address.
settings-base-url-extra = The address of the site cannot have a query, a “#” part or a user name.
settings-no-language = A site needs at least one language.
settings-languages = A site can have at most { NUMBER($limit) } languages.
settings-language = “{ $tag }” is not a language tag in its usual form.
settings-language-help = Use the tags of BCP 47, such as ja, en, zh-Hans or pt-BR.
settings-footer-help = Write the text at the foot of the pages once for each language.
settings-title-help = Write the title of the site once for each language.
settings-timezone = There is no time zone “{ $written }”.
settings-rule-fixed = The rule “{ $rule }” finds what keeps a site from being built; its level cannot be changed.
settings-redirect = A redirect leads to a path on this site or to an https address.
settings-redirect-help = Write a path from “/”, such as “/ja/apply/”, or an address that begins with “https://”.
settings-days = “{ $written }” is not a number of days, weeks, months or years.
settings-require-nothing = There is no topic “{ $name }”.
settings-require-help = Write a folder with a “/” at its end (safety/), a topic (apply/pickup), or / for the whole site.
settings-deploy = taiyaku cannot publish to “{ $url }”.
settings-phrase-bar = A “|” stands between two characters, where a line may end.
settings-phrase-short = “{ $word }” is too short to say where lines end in it.
settings-phrase-help = Write a word that is never cut as it is (電子証明書), and one that may be cut with a bar at that place ("マイナンバー|カード").

## Facts on pages

fact-unknown = There is no fact “{ $key }” in content/facts.yaml.
fact-unknown-help = Add it to content/facts.yaml, or correct the name. “taiyaku facts” lists all facts.
fact-no-part = The fact “{ $key }” has no part “{ $part }”.
fact-parts-help = Parts that it has: { $parts }
fact-without-address = The fact “{ $key }” cannot be an address: it is not a web address, a phone number or an email address.
fact-without-address-help = To show its value, write {"{{ facts."}{ $key }{" }}"} in the text.
fact-no-contact = The fact “{ $key }” is not a contact, so pages cannot show it as one.
fact-here = “{ $key }” is defined here.

## Checks of pages

allow-unused = Nothing on this page matches this “allow” entry for “{ $rule }”.
allow-unused-help = The finding that it allowed is gone. Remove the entry.
alt-missing = This image has no text alternative.
alt-missing-help = Between “![” and “]”, say what readers who cannot see the image need to know.
asset-language = This file is not there in { language-name }, so another language’s is used.
era-year-zero = There is no year “{ $date }”; the first year of an era is 元年.
era-no-such-day = “{ $date }” is not in the calendar.
era-other-year = The year of the era and the western year in “{ $date }” are different years.
era-outside = “{ $date }” lies outside its era.
era-mixed = This page has both dates by era and western dates.
era-mixed-help = Write all of them in one style, or use dates from content/facts.yaml.
era-other = The other style is first used here.
heading-top = The text has a level-1 heading (“#”). A page’s only level-1 heading is the title in its front matter.
heading-top-help = Begin the headings of the text with “##”.
heading-skip = A level-{ $level } heading follows level { $above }, so a level is skipped.
heading-skip-help = Use level { $level } here.
heading-empty = This heading has no text.
heading-empty-help = Write the heading’s text, or remove the heading.
id-twice = The id “{ $id }” is used twice on this page.
id-first = It is used here first.
ids-differ = The two languages give this heading different ids: “{ $ours }” here, “{ $theirs }” there.
ids-differ-help = Use one id in both languages, so that links and the language switch keep the section.
image-empty = This image names no image file.
image-foreign = Images come from this site only; this one is on another host.
image-foreign-help = Put the file beside the page and name it by its path.
limit-rendered = The page would be larger than { NUMBER($limit) } bytes. A template may be looping.
link-anchor = The page that this leads to has no id “#{ $fragment }”.
link-case = Write “{ $name }”: upper and lower case count.
link-empty = This link has no address.
link-hidden = The page exists, but it is a draft, not yet published, or expired, so the link would lead nowhere.
link-hidden-help = Remove the link for now, or publish both pages on the same day.
link-http = This link is not encrypted.
link-http-help = Use https:// if the site offers it.
link-language = The page that this leads to is not there in { language-name }.
link-outside = This path leads out of the content folder.
link-scheme = The address “{ $address }” is taken out of the page, since its kind is not safe.
link-scheme-help = Use an address that begins with https:, mailto: or tel:, or the path of a file.
link-text-empty = The link text “{ $text }” does not say where the link leads.
link-text-help = People who hear or scan only the links need a text that names the target.
link-text-missing = This link has no text.
redirect-loop = The redirect from “{ $path }” leads back to itself.
redirect-missing = The redirect leads to “{ $path }”, where there is nothing.
redirect-missing-help = Name a page or file of the built site by its path, such as /ja/apply/.
redirect-path = “{ $path }” cannot be the address of a page, because of “{ $segment }”.
structure-headings = The languages do not have the same number of headings: { $ours } here, { $theirs } in the other language.
structure-headings-help = From here on the headings differ. Give both languages headings of the same number and levels.
structure-other = In the other language it is here.
translation-missing = There is no { language-name } page.
translation-missing-help = Add { $file }: “taiyaku translate { $topic }” makes it. If the page is meant for some languages only, list those in its front matter under “languages:”, without “{ $tag }”.
url-same = Two things have the address { $path }.
url-case = The addresses { $path } and { $other } differ only in upper and lower case, or in a way that not every computer sees.
url-file-and-folder = { $path } would be a file where { $other } needs a folder, or the other way round.
url-first = This one came first.
url-conflict = Two files want the path { $path }: “{ $first }” and “{ $second }”.

## Templates

page-failed = The template engine gave up on this page. This is a fault of taiyaku; please report it.
template-missing = There is no template “{ $name }”.
template-error = The template cannot be used here: { $detail }
template-cycle = Templates include or extend each other in a circle: { $chain }
template-no-function = There is no function “{ $name }” for templates.
template-no-filter = There is no filter “{ $name }” for templates.
template-no-test = There is no test “{ $name }” for templates.
template-no-component = There is no component “{ $name }”.
template-undefined = “{ $name }” is not defined here.
template-undefined-value = What is to be shown here is not defined.
template-known = Names that are known here: { $names }
template-argument = The argument “{ $name }” is missing here.
template-date-style = There is no date style “{ $name }”.
template-asset = The theme has no file “{ $path }” in its static folder.
template-topic = There is no topic “{ $topic }” in this page’s language.
template-steps = The loops of a page take more than { NUMBER($limit) } steps.
template-no-block = The templates that this one extends have no block “{ $name }”.
template-no-block-help = If your site replaces one of them, give it the block “{ $name }”.
template-depth = The templates include or extend each other more than { NUMBER($limit) } levels deep.
template-end = The template ends before a tag or a block is closed.

## Fact file

fact-key = “{ $key }” cannot be the name of a fact.
fact-key-help = Use small Latin letters, digits and “_”, beginning with a letter.
fact-about = “about” belongs to a duration only.
fact-kind-help = Write exactly one of these keys in a fact: { $kinds }
fact-no-kind = The fact “{ $key }” has no value.
fact-two-kinds = The fact “{ $key }” has more than one value.
fact-value = This is not how the value of “{ $kind }” is written.

## Load

name-not-unicode = The name “{ $name }” is not Unicode text; \x marks the bytes that are not.
name-rename-help = Rename it. Letters, digits, hyphens and underscores work everywhere.
name-skipped = “{ $name }” is not used.
name-skipped-help = Names that begin with “_”, “-” or “~” are left out of the site. Rename it if it belongs to the site; let its name begin with a dot if it shall be ignored silently.
name-normal-form = The name “{ $name }” is written with decomposed characters.
name-normal-form-help = The address uses the composed form (NFC). Rename the file, for example by “convmv -f utf-8 -t utf-8 --nfc”.
name-link-outside = The link leads out of the site.
name-link-loop = The link leads to a folder that it lies in, or to itself.
name-link-dangling = The link leads to nothing.
name-special-file = This is neither a file nor a folder.
name-kind-help = Put a plain file or folder here.
name-twins = Some systems cannot tell “{ $name }” from “{ $other }”.
name-twin = The other name is here.
name-unreadable = This cannot be read: { $cause }
name-forbidden = This cannot be read; its permissions do not allow it.
name-vanished = This was there a moment ago and is gone.
name-no-language = The name “{ $name }” does not say the page’s language.
name-no-language-help = Write the language before “.md”, as in “{ $example }”.
name-unknown-language = “{ $tag }” in “{ $name }” is not a language of this site.
name-extension = The extension of “{ $name }” is not written in lower case.
load-too-many = The folder holds more than { NUMBER($limit) } files and folders; the rest was not read.
load-too-large = The file has { NUMBER($size) } bytes; at most { NUMBER($limit) } are read.
load-too-large-help = Split the file, or make it smaller.
encoding-other = The file is not UTF-8 but most likely { $encoding } (line { NUMBER($line) }, byte { NUMBER($offset) }).
encoding-help = Open the file in the program that made it, and save it as UTF-8. To convert it by a command, use “{ $shell }”, or in Windows PowerShell “{ $windows }”.
encoding-damaged = The byte { $byte } on line { NUMBER($line) } (byte { NUMBER($offset) } of the file) is not UTF-8; the text around it is.
encoding-damaged-help = Correct the text there and save the file as UTF-8.
encoding-unknown = The file is not UTF-8: byte { $byte } on line { NUMBER($line) } (byte { NUMBER($offset) } of the file).
encoding-unknown-help = Open the file in the program that wrote it and save it as UTF-8.
encoding-return = { $count ->
    [one] The text holds a carriage return without a line feed.
   *[other] The text holds { NUMBER($count) } carriage returns without a line feed; this is the first.
}
encoding-return-help = Save the file with LF or CRLF at the ends of lines.
encoding-control = { $count ->
    [one] The text holds the control character { $code }.
   *[other] The text holds { NUMBER($count) } control characters; the first is { $code }.
}
encoding-noncharacter = { $count ->
    [one] The text holds { $code }, which is not a character.
   *[other] The text holds { NUMBER($count) } code points that are not characters; the first is { $code }.
}
encoding-control-help = It is invisible. Type the characters around it anew.
theme-unknown = There is no theme “{ $name }”.
theme-cycle = The themes extend each other in a circle: { $names }
theme-words-help = A site and its themes can replace words in locales/LANGUAGE/site.ftl only.

## Writing

write-refused-root = The output folder { $path } is the root of the disk. Nothing was written. Choose another folder with --out.
write-refused-home = The output folder { $path } is your home folder, or contains it. Nothing was written. Choose another folder with --out.
write-refused-source-same = The output folder { $path } is a folder that the site is made from. Nothing was written. Choose another folder with --out.
write-refused-source-contains = The output folder { $path } contains { $source }, which the site is made from. Nothing was written. Choose another folder with --out.
write-refused-source-inside = The output folder { $path } is inside { $source }, which the site is made from. Nothing was written. Choose another folder with --out.
write-refused-not-a-folder = The site cannot be written to { $path }, because { $part } is not a folder. Nothing was written.
write-refused-not-empty = The folder { $path } has files in it that taiyaku did not write. Nothing was written. Choose another folder with --out, or use --adopt to add the site and keep those files.
write-refused-manifest-unreadable = The file .taiyaku-manifest.json in { $path } cannot be read, so taiyaku cannot tell which files are its own. Nothing was written. Empty the folder or choose another one with --out.
write-refused-manifest-corrupt = The file .taiyaku-manifest.json in { $path } is damaged, so taiyaku cannot tell which files are its own. Nothing was written. Empty the folder or choose another one with --out.
write-refused-manifest-version = The site in { $path } was written by a newer version of taiyaku (manifest version { $version }). Nothing was written. Update taiyaku or choose another folder with --out.
write-refused-in-the-way = { $count ->
    [one] A file or folder in { $path } that taiyaku did not write has a name that the site needs
   *[other] { $count } files or folders in { $path } that taiyaku did not write have names that the site needs
}: { $names }. Nothing was written. Move them away, or rename the pages.
write-locked = Another taiyaku is writing to { $path }. Wait until it has finished, and try again.
write-disk = { $path } could not be read or written: { $cause }. The site that was there before is unchanged.
write-disk-in-place = { $path } could not be read or written: { $cause }. Some files may already be those of the new site. Solve the problem and build again.
write-assets = { $count ->
    [one] A file could not be copied
   *[other] { $count } files could not be copied
}, so the site was not written.
write-asset-gone = { $path } was removed while the site was being written. The site that was there before is unchanged. Build again.
write-asset-size = { $path } changed while the site was being written: it had { $expected } bytes and now has { $found }. The site that was there before is unchanged. Build again.
write-asset-unreadable = { $path } could not be read while the site was being written: { $cause }. The site that was there before is unchanged.
write-edited = { $path } had been changed by hand and was replaced or removed. Edit the source instead.
write-kept = { $path } was not written by taiyaku and was kept.
write-in-place = { $path } cannot be swapped as a whole, so files were replaced one by one.
write-left = { $path } could not be cleared away. Look into it, and delete it if you do not need what it holds.

## Steps of a run

step-load = Reading the site
step-parse = Understanding the pages
step-check = Checking
step-render = Making the pages
step-write = Writing the files
load-no-day = The date of this run cannot be used. Check the computer’s clock, SOURCE_DATE_EPOCH and “timezone:” in site.yaml.
load-unreadable = { $path } could not be read: { $cause }

## Notes after a run

note-draft = { $page } ({ $language }) is a draft and is left out.
note-until = { $page } ({ $language }) is left out until { DATE($date) }.
note-since = { $page } ({ $language }) has been left out since { DATE($date) }.
note-shown-as-draft = { $page } ({ $language }) is shown for approval only.
note-next-change = The site changes by itself on { DATE($date) }. Build it again on that day.

## Help for pages

link-missing-help = Link to a page or file by the path of its source, seen from this file, such as “../apply/index.md”. Begin links to other sites with “https://”.
link-anchor-help = To give a heading an id, write “## Heading {"{#id}"}”.
asset-missing-help = Put the file below content/, and write its path as seen from this file.
id-twice-help = Change one of the two ids.
structure-level = This heading has another level than in the other language: { $ours } here, { $theirs } there.
notice-never = The last day of the notice (until) is before its first day (from), so it is never shown.
notice-missing = The notice has no { language-name } text. Its readers see it in another language.
front-matter-never = The day on which the page goes (expires) is not after the day on which it appears (published), so it is never there.
url-conflict-help = Change the file name or the slug of one of them, or remove one.
url-twins = The page “{ $page }” has two files.
url-twins-help = NAME.LANGUAGE.md and NAME/index.LANGUAGE.md are the same page. Remove or rename one of them.
# The name of a language within a sentence; $language is its own name for itself.
language-name =
    { $tag ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [zh-Hans] Chinese (simplified)
        [zh-Hant] Chinese (traditional)
        [ko] Korean
        [pt] Portuguese
        [vi] Vietnamese
       *[other] { $language }
    }
## Preview

# One line a build. $summary is such as "2 errors, 1 warning" or "No findings".
preview-shown = Built { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
} in { NUMBER($time) } ms. { $summary }.
preview-updated = Updated after { $changed }: { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
} in { NUMBER($time) } ms. { $summary }.
preview-unchanged = Nothing to update after { $changed } ({ NUMBER($time) } ms). { $summary }.
preview-kept = Not updated after { $changed } ({ NUMBER($time) } ms). { $summary }. The last good pages stay until the errors are gone.
preview-waiting = The site cannot be shown yet ({ NUMBER($time) } ms). { $summary }. It appears as soon as the errors are gone.
preview-judged = All pages have been looked at. { $summary }.
preview-new-day = A new day has begun: the site is that of { $date }.
preview-changed-more = { $first } and { NUMBER($count) } more
preview-changed-many = many changes
preview-at = The preview has begun (Ctrl-C ends it): { $url }
preview-other-port = Port { $port } is in use, so port { $taken } was taken.
preview-exposed = Warning: everyone on this network can see the preview.
preview-exposed-at = Warning: everyone on this network can see the preview: { $url }
preview-no-browser = No browser could be opened. Please open this address yourself: { $url }
preview-polled = The system does not tell of changes ({ $cause }), so the files are looked at every second.
preview-remote = This folder lies on a network or on a shared drive, where the system does not tell of changes, so the files are looked at every second.
preview-watch-limit = The system cannot watch so many files (fs.inotify.max_user_watches), so they are looked at every second.
preview-watch-lost = A folder cannot be watched any more, so changes in it are noticed a little later: { $cause }
preview-failed = The preview could not be started: { $cause }
preview-port-busy = Port { $port } is in use.
preview-ports-busy = All ports from { $first } to { $last } are in use.
preview-port-help = Choose another port with --port, or end the program that uses this one. Port 0 takes any that is free.
preview-port-denied-help = The system keeps low ports to itself. Choose one from 1024 on with --port.
preview-host-unknown = “{ $host }” is no address of this computer: { $cause }
preview-host-help = Give --host an address of this computer, such as 127.0.0.1, or 0.0.0.0 for all of them.
preview-address-refused = The preview cannot answer at { $address }: { $cause }
# What the browser shows when there is no page of the site to show.
preview-waiting-title = The site has errors
preview-waiting-text = { $summary }. This page gives way to the site as soon as they are gone.
preview-not-found = There is nothing at this address.
preview-malformed = This is not the address of a page.
preview-method = The preview can only be read.
preview-no-host = The request does not say which host it is for.
preview-foreign-host = The preview does not answer as “{ $host }”. To let it, start it with --host { $host }.
preview-foreign-page = The preview does not answer to pages of other sites.
preview-elsewhere = Texts can only be confirmed on the computer that runs the preview.

## Text: the wording of pages

text-space = There is a space inside a word: “{ $written }”.
text-space-help = Write “{ $right }”. The space between letters belongs into the theme’s CSS.
text-write-help = Write “{ $right }”.
text-half-width-kana = There are half-width katakana: “{ $written }”.
text-full-width = Latin letters or digits are full-width: “{ $written }”.
text-decomposed-kana = A mark in “{ $written }” stands apart from its letter.
text-decomposed-kana-help = It looks the same, but search may not find it. Type the letter again.
text-invisible =
    { $count ->
        [one] There is a character here that nobody sees ({ $code }).
       *[other] There are { NUMBER($count) } characters here that nobody sees ({ $code }).
    }
text-invisible-help = Search may not find the word because of it. Delete it.
text-compatibility = This looks like another character: “{ $written }” ({ $code }).
text-compatibility-help = Write “{ $right }” with ordinary characters. If a name needs this one, give the reason in “allow” of the front matter.
text-machine-dependent = Some devices cannot show or read this sign: “{ $written }”.
text-bracket = The bracket “{ $bracket }” has no partner.
text-bracket-help = Write “{ $partner }” in the same paragraph, or delete this bracket.
text-style-plain = This sentence is plain (である). Most sentences of the page are polite (です・ます).
text-style-polite = This sentence is polite (です・ます). Most sentences of the page are plain (である).
text-style-polite-here = A polite sentence is here, for example.
text-style-plain-here = A plain sentence is here, for example.
text-style-help = End all sentences in one style.
text-sentence-characters = This sentence has { NUMBER($count) } characters. It may have { NUMBER($limit) }.
text-sentence-words = This sentence has { NUMBER($count) } words. Up to { NUMBER($limit) } are easy to read.
text-sentence-help = Divide the sentence, or make it a list.
text-punctuation = “{ $sign }” and “{ $usual }” are mixed.
text-punctuation-help = Use “{ $usual }”, of which this page has more.
text-punctuation-here = A “{ $usual }” is here, for example.
text-ascii-punctuation = A Japanese sentence has the ASCII sign “{ $sign }”.
text-full-width-sign = English text has the full-width sign “{ $sign }”.
text-full-width-space = English text has a full-width space.
text-repeated = “{ $word }” stands here twice in a row.
text-repeated-help = Delete one of the two.
text-prh = This differs from the terms in prh.yml: “{ $written }”, expected “{ $right }”.
text-prh-note-help = Write “{ $right }”. { $note }
prh-version = Of the formats of prh.yml, only version 1 can be read.
prh-pattern = This pattern cannot be used: { $cause }
prh-pattern-help = Write a word as it is, or a regular expression of JavaScript between slashes. The flags g, i, m, s, u and y are known. Until then the rule is not used.
prh-flags = These flags cannot be used.
prh-group = The pattern has no such group. Write the number of a group that it has, as in “$1”.
prh-spec = “{ $from }” should become “{ $to }”, but becomes “{ $right }”.
prh-import = The dictionary “{ $path }” cannot be read.
prh-import-help = Write the path of a dictionary in the site’s folder, as seen from this file. Packages of npm are not loaded.
rule-text-space = A word has spaces between its letters, as in 日　程. Voices read its letters one by one and search does not find it (F32 of WCAG 2.2). Delete the spaces.
rule-text-half-width-kana = A text has half-width katakana, which are hard to read and may be read out wrongly. Write them full-width.
rule-text-full-width = Latin letters or digits are full-width. Search may not find them, and voices may spell them out. Write them half-width.
rule-text-decomposed-kana = One kana is written as two characters, a letter and a mark. This comes with copied file names, and search does not find the word. Type it again.
rule-text-invisible = A text has characters that nobody sees, such as zero-width spaces or marks that turn the direction of text. They come with copied text and hide words from search. Delete them.
rule-text-compatibility = A text has radicals or compatibility characters in place of kanji. They come with text copied from PDF files and are other characters, alike as they look. Write ordinary kanji.
rule-text-machine-dependent = A text has signs such as ①, ㈱ or ㍻, which voices may skip and old devices do not show. Spell them out.
rule-text-bracket = One of a pair of brackets is missing, so that readers cannot tell where a quote or a note ends. Make pairs within the paragraph.
rule-text-style = A page mixes polite sentences (です・ます) and plain ones (である), which is uneasy to read. Choose one style.
rule-text-sentence-length = A sentence is too long: over 100 characters in Japanese, over 35 words in English. Readers forget how it began. Divide it, or make it a list.
rule-text-punctuation = A page mixes 、 with ，, or 。 with ．. Choose one of each.
rule-text-ascii-punctuation = A Japanese sentence has the comma or the full stop of ASCII. Use 、 and 。.
rule-text-full-width-sign = English text has full-width signs or spaces, which tear holes into it and break its lines. Use those of English.
rule-text-repeated = A particle or a word stands twice in a row, as in をを or “the the”. Editing left it behind. Delete one.
rule-text-prh = A word differs from the terms in the site’s prh.yml. With one word for one thing, readers know that it is the same. Write it as the finding shows.
rule-text-prh-file = A part of prh.yml, or of a dictionary that it imports, cannot be used. The rest is used without it. Correct the line that the finding points at.

## Fixes: check --fix

cli-option-fix = Correct in the source files what can be corrected safely
fix-done = { $place }: “{ $before }” → “{ $after }” ({ $rule })
fix-removed = { $place }: deleted { $before } ({ $rule })
fix-count =
    { $count ->
        [one] Corrected 1 place
       *[other] Corrected { NUMBER($count) } places
    }
fix-none = Nothing can be corrected automatically
fix-changed = { $file } was changed by someone else during the run and is not corrected. Please run the command again.
fix-failed = { $file } cannot be written: { $cause }
fix-failed-help = Check the permissions of the file and the space on the disk. The file is as it was.
## Parity

# $first and $second are quoted from the two texts; a form is "none" or the value in a form without language, such as 2020-05-25.
parity-conflict =
    { $first-lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $first-lang }
    } says { $first }{ $first-form ->
        [none] {""}
       *[other] {" "}({ $first-form })
    }, { $second-lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $second-lang }
    } says { $second }{ $second-form ->
        [none] {""}
       *[other] {" "}({ $second-form })
    }. Check which is right.
parity-conflict-link =
    The links differ: { $first-lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $first-lang }
    } leads to “{ $first }”, { $second-lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $second-lang }
    } to “{ $second }”. Check which is right.
parity-conflict-image =
    The images differ: { $first-lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $first-lang }
    } shows “{ $first }”, { $second-lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $second-lang }
    } “{ $second }”. Check which is right.
parity-missing =
    “{ $value }”{ $form ->
        [none] {""}
       *[other] {" "}({ $form })
    } is only in { $lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $lang }
    }, not in { $other ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $other }
    }. Check whether one of them says too much or too little.
parity-missing-link =
    Only { $lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $lang }
    } has the link to “{ $value }”, { $other ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $other }
    } has not.
parity-missing-image =
    Only { $lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $lang }
    } has the image “{ $value }”, { $other ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $other }
    } has not.
parity-other = The text in the other language is here.
parity-untranslated =
    The page in { $lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $lang }
    } has text that is not translated.
parity-untranslated-help = Translate it. If it is meant so, give the reason under “allow” in the front matter.
structure-blocks = The two languages hardly match: { $ours } blocks here and { $theirs } there have no counterpart.
structure-blocks-help = Give both texts the same paragraphs, list items and table rows in the same order. Until then only some differences of facts can be found.
term-missing = “{ $right }”, the translation of “{ $term }”, is nowhere on the page in { $lang ->
        [ja] Japanese
        [en] English
        [zh] Chinese
        [ko] Korean
       *[other] { $lang }
    }.
term-missing-help = Use the term of the glossary (content/glossary.yaml), or add another form to it.
term-forbidden = The glossary (content/glossary.yaml) says not to use “{ $term }”.
term-forbidden-help = Write “{ $right }”.
rule-parity-date = A date, a fiscal year or a day of the week differs between the languages, so that some readers are told a wrong day. Check the source and correct the error. Japanese eras and years of the common era are compared as one.
rule-parity-number = A number, a length of time, a share or a code differs between the languages. Spellings such as 9,500万 and 95 million count as equal. Check the source and correct the error.
rule-parity-money = An amount of money differs between the languages, so that some readers bring the wrong sum. Check the source and correct the error.
rule-parity-time = A time of day differs between the languages, so that some readers come when it is closed. Check the source and correct the error.
rule-parity-phone = A telephone number differs between the languages, so that some readers call somebody else. Correct it, or, if it is meant so, give the fact a number for each language.
rule-parity-email = An e-mail address differs between the languages, so that mail of some readers gets lost. Correct it.
rule-parity-link = A link leads elsewhere in the other language, or only one language has it, so that some readers miss a page. Give both languages the same links.
rule-parity-image = An image differs between the languages, or only one language has it. Show the same image, or give the reason under “allow” in the front matter.
rule-parity-untranslated = Text was left in another language, which some readers cannot read. Translate it.
rule-parity-term = A term of the glossary (content/glossary.yaml) is not translated as agreed, or a form is used that the glossary forbids, so that readers may take it for something else. Use the agreed form.
## Translations

rule-translation-behind = A page is behind: its other language has changed since somebody confirmed that both say the same. Run taiyaku diff with the topic, bring the page up to date, then run taiyaku confirm.
rule-translation-ahead = A page has changed since both languages were confirmed, and the other language has not followed yet. The page itself may well be right.
rule-translation-answered = Both languages have changed in the same places, so this probably is a change and its translation. Read both, then run taiyaku confirm with the topic.
rule-translation-diverged = Both languages have changed, each in places of its own, so neither says what the other does. Run taiyaku diff with the topic and bring both up to date.
rule-translation-unconfirmed = Nobody has confirmed yet that the languages of a topic say the same, so later changes cannot be noticed. Read both, then run taiyaku confirm. taiyaku asks this as soon as a first topic is confirmed.
rule-translation-orphan = The page in the main language, or the whole topic, is gone, but a translation or its confirmed text is still there. Move or delete it.
rule-translation-required = The languages of a topic must say the same, since “require” in site.yaml asks for it, and they do not, or nobody has confirmed it. Bring both up to date, then run taiyaku confirm.
translation-required-here = site.yaml requires here that both languages say the same.
translation-moved-to = Several parts that are gone are now here, in the topic “{ $topic }”.
translation-behind = { $count ->
    [one] The { language-name } page has one change that this page does not have yet.
   *[other] The { language-name } page has { NUMBER($count) } changes that this page does not have yet; this is the first place.
}
translation-ahead = { $count ->
    [one] This change is not in the { language-name } page yet.
   *[other] This is the first of { NUMBER($count) } changes that are not in the { language-name } page yet.
}
translation-answered = { $count ->
    [one] Both languages have changed here. Nobody has confirmed yet that they say the same.
   *[other] Both languages have changed in { NUMBER($count) } places, of which this is the first. Nobody has confirmed yet that they say the same.
}
translation-diverged = This page and the { language-name } page have both changed, in { NUMBER($count) } places that the other does not have.
translation-unconfirmed = Nobody has confirmed yet that this page says the same as the { language-name } page.
translation-orphan = The { language-name } page of this topic is gone.
translation-orphan-help = Delete this page too, or list the languages of the topic under “languages:” in its front matter.
translation-leftover = The topic “{ $topic }” is gone, but its confirmed texts are still there.
translation-leftover-help = Delete { $file } and the file beside it.
translation-moved-help = The topic “{ $new }” has the same text. To rename it with its confirmed texts, run “taiyaku move { $old } { $new }”.
translation-conflict = Two versions of this confirmed text could not be merged.
translation-half = The text that was confirmed together with this one is missing.
translation-changed-here = The text has changed here.
translation-confirm-help = Read both languages. When they say the same, run “taiyaku confirm { $topic }”.
translation-diff-help = “taiyaku diff { $topic }” shows every change. When both languages say the same again, run “taiyaku confirm { $topic }”.
state-agreed = agreed
state-behind = behind
state-ahead = ahead
state-answered = answered
state-diverged = diverged
state-unconfirmed = unconfirmed
state-missing = missing
state-single = single
state-orphan = orphan
change-link = target changed
change-edited = changed
change-moved-and-edited = moved and changed
change-deleted = removed
change-inserted = new
cli-status = Show how the languages of each topic stand to each other
cli-diff = Show what changed in a topic since it was confirmed
cli-confirm = Confirm that the languages of topics say the same
cli-value-topic = TOPIC
cli-value-topics = TOPIC|LANGUAGE
cli-operand-topic = The topic, such as apply/lost-form
cli-operand-topics = Topics such as apply/lost-form, and languages if not all
cli-option-all = Confirm every topic that is not agreed, after a question
cli-option-alike = Confirm topics in which both languages changed a value or target alike
cli-option-yes = Do not ask
cli-option-despite-parity = Confirm topics whose texts differ in facts, too
cli-usage-required = taiyaku { $command } { $operand } [OPTIONS]
cli-missing-operand = Please name { $operand }.
cli-column-topic = Topic
cli-column-open = Open
cli-unknown-topic = There is no topic “{ $topic }”.
cli-unknown-topic-help = “taiyaku status” lists all topics.
status-count = { $state } { NUMBER($count) }
status-topics = { $count ->
    [one] { $count } topic
   *[other] { NUMBER($count) } topics
}: { $states }
status-share = { $percent }% of the blocks are in step ({ NUMBER($agreed) } of { NUMBER($total) }).
status-nothing = Nothing to do: both languages say the same everywhere.
status-next-diff = Next, see what changed and bring it into the other language: taiyaku diff { $topic }
status-next-confirm = Next, read both languages and confirm that they say the same: taiyaku confirm { $topic }
status-next-orphan = Next, decide what becomes of the page without a page in the main language: { $topic }
diff-heading = { $topic }: { $states }
diff-nothing = Nothing has changed since both languages were confirmed.
diff-unconfirmed = Nobody has confirmed yet that both languages say the same, so there is nothing to compare with.
diff-missing = There is no page to compare with.
diff-both = changed in both languages
diff-one = changed in one language only
diff-partner = In the other language this is:
diff-after = In the other language its place is after:
diff-start = In the other language its place is at the beginning.
confirm-done = Confirmed: { $topic } ({ $languages })
confirm-same = Confirmed before, unchanged: { $topic } ({ $languages })
confirm-open = { $count ->
    [one] One change was in one language only and now counts as agreed.
   *[other] { NUMBER($count) } changes were in one language only and now count as agreed.
}
confirm-nothing = There is nothing to confirm.
confirm-list = To be confirmed as saying the same in both languages:
confirm-question = Confirm all of them? [y/N]
confirm-cancelled = Nothing was confirmed.
confirm-refused-errors = “{ $topic }” was not confirmed, because it has errors. “taiyaku check” shows them.
confirm-refused-parity = “{ $topic }” was not confirmed, because the facts in its texts differ. “taiyaku check” shows where. If that is right, use --despite-parity.
confirm-refused-conflict = “{ $topic }” was not confirmed: { $file } has a line “<<<<<<<” or “>>>>>>>” of a merge that nobody finished.
confirm-refused-missing = “{ $topic }” was not confirmed, because it has no page in { language-name }.
confirm-disk = { $path } could not be written: { $cause }. Topics that are not listed above were not confirmed.

## Preview in the browser

panel-title = Findings
panel-close = Close
panel-page = This page
panel-site = Other pages and the site
panel-kept = These errors keep the site from being updated. The page below is the last good one.
panel-more = { $count ->
    [one] { NUMBER($count) } more is on the dashboard.
   *[other] { NUMBER($count) } more are on the dashboard.
}
board-title = Dashboard
board-nav = Preview
board-site = To the site
board-topics = Topics
board-findings = Findings
board-facts = Facts
board-dates = Drafts and dates
board-links = Links that leave the site
board-nothing = There are none.
board-more = { $count ->
    [one] Show { NUMBER($count) } more
   *[other] Show { NUMBER($count) } more
}
board-compare = Compare
board-day = Day
board-event = What happens
board-language = Language
board-date = { DATE($date) }
board-draft = Draft
board-published = Will be published
board-expired = Has expired
board-expires = Will expire
compare-title = Compare the languages
compare-of = Comparison of { $topic }
compare-pairs = Languages
compare-only = Show only what needs a look
compare-show = Show the page
compare-edit = Open the file
compare-line = Line { $line }
compare-agreed = Both texts are as somebody has confirmed them.
compare-hint = Read both texts. When they say the same, confirm them: from then on, changes are shown against these texts.
compare-confirm = Confirm
compare-cancel = Cancel
compare-question = Do { $first } and { $second } say the same?
compare-question-text = Both texts of “{ $topic }” are stored as they are now.
compare-refused-parity = The texts cannot be confirmed here while their facts differ. The places are marked below. If they are right as they are, run “taiyaku confirm { $topic } --despite-parity”.
compare-refused-errors = The texts cannot be confirmed while they have errors.
compare-changed = The texts have changed in the meantime. Nothing was confirmed. Please read them again.
compare-behind = { $newer } has changed since the texts were confirmed, { $late } has not followed.
compare-removed = This was removed from { $newer }; { $late } still says it.
compare-both = Both languages have changed here since the texts were confirmed.
compare-missing = { $language } has nothing that belongs here.
compare-kind-title = Title
compare-kind-nav-title = Title in menus
compare-kind-summary = Summary
compare-kind-alt = Text alternative
compare-kind-image = Image
compare-kind-directive = Display
compare-kind-html = HTML
## Schemas

cli-schema = Print the JSON Schema of a file, for editors’ programs
cli-value-schema = site|front-matter|facts
cli-operand-schema = The settings, the front matter of pages, or content/facts.yaml
schema-unknown = There is no schema “{ $name }”.
schema-site = Settings of a taiyaku site (site.yaml)
schema-front-matter = Front matter of a page of a taiyaku site
schema-facts = Facts of a taiyaku site (content/facts.yaml)

## Keys: what each does. Code stands in backticks.

key-site-base-url = The address at which the site will be published. If it has a path, as in `https://www.example.jp/card/`, every link begins with it.
key-site-languages = The languages of the site as language tags. The first is the main language.
key-site-title = The name of the site, in each language or one for all.
key-site-footer = What stands at the foot of every page, such as who runs the site, in each language or one for all.
key-site-theme = The name of the theme: a folder below `themes/`, or `default`.
key-site-prefix = With `all`, every language has a folder such as `/ja/` and `/en/`, and `/` offers the choice. With `others`, the main language lives at `/` and the others have a folder.
key-site-missing-translation = What becomes of a page that a language lacks. `notice`: it is shown in another language, marked as such and hidden from search engines. `omit`: that language has no such page. `error`: the site is not written.
key-site-external-links = Whether links that leave the site open in the same tab or in a new one. A new tab is announced in the link.
key-site-dates = How dates are written in each language. Japanese: `era` (`令和2年5月25日`), `era-both` (`令和2（2020）年5月25日`), `western` (`2020年5月25日`) or `iso`. English: `long` (`May 25, 2020`), `uk` (`25 May 2020`) or `iso`. Other languages: `long` or `iso`.
key-site-timezone = The time zone in which `published` and `expires` of a page take effect.
key-site-rules = The level of rules: `error`, `warning`, `hint` or `off`, by the id of a rule or for a group, as in `text-*`. The id wins over its group.
key-site-search = Whether the site shall have a search page. There is no search yet, so this has no effect.
key-site-raw-html = Whether raw HTML in Markdown passes or is shown as text.
key-site-phrases = Japanese words that the end of a line in a heading must not cut.
key-site-contact = The contact that every page shows: the name of a `contact` fact. Sections and pages may name another.
key-site-redirects = Former addresses and where they lead. Both are paths from `/`, without the path of `base_url`; the new one may also be an `https` address.
key-site-deploy = Where the site can be published, by name. taiyaku checks these entries, but cannot publish yet.
key-site-require = Folders such as `safety/` and topics whose languages must be confirmed as saying the same: `agreed`. `/` is the whole site. What is not confirmed is then an error.
key-site-warn-after = How long a page may be behind before that is a warning and no longer a hint, counted from the `updated` day of the newer text, as in `P14D`.
key-site-deploy-url = The address of the target: `s3://`, `gs://`, `az://`, `file:` or `git:`.

key-page-title = The title: the heading of the page, its name in menus and in search results.
key-page-nav-title = A shorter title for menus and the path above the text.
key-page-summary = One or two sentences for lists, search engines and feeds.
key-page-order = The place in menus: smaller numbers come first. Pages without a number follow, by file name.
key-page-nav = Whether menus show the page.
key-page-slug = The last part of the page’s address. On the own page of a section, it renames the section in all addresses below. Links keep to file names.
key-page-updated = The day of the last change that matters to readers. It is shown on the page and never guessed.
key-page-published = The day on which the page appears. Before that day it is left out.
key-page-expires = The day on which the page is gone again.
key-page-draft = Whether the page is left out until it is ready. `--drafts` shows it.
key-page-redirect-from = Former addresses of the page, as paths from `/`.
key-page-template = The template that makes the page, without `.html`.
key-page-toc = Whether the page begins with a table of contents. Without the key, pages with three or more second-level headings do.
key-page-menu-link = Whether each section of the text ends with a link back to the menu. Without the key, pages with a table of contents have it.
key-page-related = Links under the text: files, and facts as `fact:NAME`.
key-page-contact = The contact of this page, or of a section and all pages below it: the name of a `contact` fact.
key-page-list = With `published`, the section lists its pages by their day, newest first.
key-page-languages = The languages in which the page exists on purpose. It then counts as complete.
key-page-allow = Findings that are right as they are, each with its reason.
key-page-allow-rule = The id of the rule.
key-page-allow-reason = Why the finding is right as it is.
key-page-allow-text = The text that the finding points at. Without it, every finding of the rule on this page is allowed.
key-page-extra = Anything that the theme wants to know. Templates see it as `page.extra`.

key-fact-phone = A telephone number, shown as a link that calls it.
key-fact-date = A day, written as 2020-05-25 and shown in the style that `dates` sets.
key-fact-duration = A length of time in the form of ISO 8601: `P1M` is one month, `P2W` two weeks, `PT30M` thirty minutes.
key-fact-url = A web address, shown as a link with the label as its text.
key-fact-money = An amount and the code of its currency: `1500 JPY`.
key-fact-number = A number, in digits without separators.
key-fact-text = Any text, such as a name.
key-fact-email = An e-mail address, shown as a link.
key-fact-address = A postal address.
key-fact-contact = A block of name, telephone number, hours and so on. Pages show it where `contact` names it.
key-fact-hours = Opening hours in the form of schema.org, as in `Mo-Fr 09:00-17:00`, or `always` for 24 hours a day, 365 days a year.
key-fact-label = What the value is called, in each language or one for all.
key-fact-about = Whether a `duration` is only about right: “about one month”.
key-contact-name = The name of the office.
key-contact-phone = The telephone number, or the name of a `phone` fact.
key-contact-email = The e-mail address, or the name of an `email` fact.
key-contact-address = The postal address, or the name of an `address` fact.
key-contact-hours = The opening hours, or the name of an `hours` fact.
key-contact-url = The web address, or the name of a `url` fact.
key-contact-text = Anything else that people should know, or the name of a `text` fact.
## Forms to hand on: tables and pages

cli-column-language = Language
cli-column-state = State
cli-column-main-state = State of the main language
cli-column-main-file = File in the main language
cli-column-file = File
cli-column-blocks = Blocks
cli-column-in-step = In step
cli-column-characters = Characters to translate
diff-page-title = Changes in { $topic }
diff-page-state = { $language }: { $state }
diff-page-removed = removed text
diff-page-added = new text
diff-page-number = No.
diff-page-follow = To be brought into step:
diff-page-after = To be added after:
diff-page-start = To be added at the beginning.

## Making and moving pages: new, translate, move

cli-new = Make a new page in every language
cli-translate = Make the page that a language lacks, ready to be translated
cli-move = Give a topic or section another name, with its files and all links to it
cli-value-language = LANGUAGE
cli-value-old = OLD
cli-value-new = NEW
cli-operand-new = The new topic, such as apply/lost-form; with “/” at its end, a section
cli-operand-old = The topic or section so far
cli-option-to = The language to translate to (default: every language that is missing)
name-begin-help = Names that begin with “.”, “_”, “-” or “~” are left out of the site. Begin with a letter or digit.
name-ends-with-language = “{ $name }” ends with “.{ $tag }”, which would be read as its language.
new-exists = The topic “{ $topic }” is there already: { $file }
new-exists-help = For a language that it lacks, run “taiyaku translate { $topic }”.
new-below-file = There is a file where a folder is needed: { $file }
new-next = { $count ->
    [one] Made one page.
   *[other] Made { NUMBER($count) } pages.
} Write what it says in each language, then remove “draft: true” from its front matter.
new-lead = Say here in one or two sentences what readers learn on this page.
new-heading = Heading
new-text = Write the text of this section here.
translate-no-source = There is no finished page of “{ $topic }” to translate from.
translate-unreadable = The front matter of { $file } cannot be read. “taiyaku check” shows why.
translate-exists = The page is there already: { $file }
translate-nothing = “{ $topic }” has a page in every language.
translate-single = “{ $topic }” is meant for some languages only: it says so under “languages:”.
translate-single-help = Add the language to “languages:” in its front matter, or remove that line.
translate-next = { $count ->
    [one] One text is to be translated.
   *[other] { NUMBER($count) } texts are to be translated.
} Each has “<!-- untranslated -->” before it, or behind it where a list of terms needs that. Remove the mark when the text is translated; the page counts as missing until all are gone.
translation-unfinished = { $count ->
    [one] One text of this page is not translated to { language-name } yet.
   *[other] { NUMBER($count) } texts of this page are not translated to { language-name } yet.
}
translation-unfinished-help = Translate each text that is marked with “{ $mark }” and remove the mark. Until then the page counts as missing.
status-next-translate = Next, make the missing page: taiyaku translate { $topic }
status-next-finish = Next, translate the texts that are still marked: { $file }
move-home = The front page stays where it is.
move-same = “{ $topic }” is there already, under this name.
move-inside = “{ $topic }” cannot be moved into itself.
move-unreadable = Nothing was moved, because { $file } cannot be understood: which links it has, or which lead to it, is not known.
move-unreadable-help = “taiyaku check” shows what is wrong. Correct it and try again.
move-address = Nothing was moved, because the address { $address } belongs to { $file }.
move-address-help = Choose another name, or remove what has the address.
move-text = { $place } cannot be changed by itself. Change it by hand, then move the topic.
move-file = moved: { $from } → { $to }
move-links = { $count ->
    [one] one link changed: { $file }
   *[other] { NUMBER($count) } links changed: { $file }
}
move-redirect = redirect: { $address } → { $file }
move-asset = The file { $file } is at { $to } from now on. A file leaves no redirect page behind: links to it from other sites lead nowhere unless your server redirects them.
move-next = Links, files and confirmed texts have moved. Former addresses lead to the new pages. “taiyaku check” shows the site as it is now.
files-exists = There is something at { $path } already.
files-changed = { $path } was changed while this command ran.
files-link = { $path } is a link. Move what it leads to by hand.
files-disk = { $path } could not be written: { $cause }
files-nothing-done = Nothing was changed.
files-stuck = { $path } could not be brought back to what it was; beside it lies its former content, in a file whose name begins with a dot.

## Addresses of the last build

rule-url-lost = A page or file of the last build has no successor at its address. Links from other sites and bookmarks lead nowhere.
url-lost = The last build had { $url }, and this one has nothing there.
url-lost-moved-help = If it has moved, add “redirect_from: [{ $from }]” to the front matter of { $file }. If it is gone for good, name where readers should go under “redirects:” in site.yaml.
url-lost-help = Name where readers should go under “redirects:” in site.yaml: “{ $from }: { $to }”.
url-lost-file-help = Put the file back, or let your server redirect its address.
