# What the program says in English: the command line and the findings.
#
# One message a key; the keys are the same in every language. Sections begin with ##, one for each
# part of the program; add a message at the end of its section.

## Words: Fluent files

words-syntax = This cannot be read as Fluent: { $detail }
words-missing = The message “{ $key }” is missing in { $lang }.

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
