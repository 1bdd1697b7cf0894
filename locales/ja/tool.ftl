# What the program says in Japanese: the command line and the findings.
#
# One message a key; the keys are the same in every language. Sections begin with ##, one for each
# part of the program; add a message at the end of its section.

## Words: Fluent files

words-syntax = Fluentとして読み取れません：{ $detail }
words-missing = { $lang }に文言「{ $key }」がありません。

## Links

link-missing = 「{ $target }」というページやファイルはありません。
