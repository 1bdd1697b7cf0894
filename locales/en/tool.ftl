# What the program says in English: the command line and the findings.
#
# One message a key; the keys are the same in every language. Sections begin with ##, one for each
# part of the program; add a message at the end of its section.

## Words: Fluent files

words-syntax = This cannot be read as Fluent: { $detail }
words-missing = The message “{ $key }” is missing in { $lang }.

## Links

link-missing = There is no page or file “{ $target }”.
