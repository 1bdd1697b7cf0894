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
