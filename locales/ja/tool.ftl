# What the program says in Japanese: the command line and the findings.
#
# One message a key; the keys are the same in every language. Sections begin with ##, one for each
# part of the program; add a message at the end of its section.

## Words: Fluent files

words-syntax = Fluentとして読み取れません：{ $detail }
words-missing = { $lang }に文言「{ $key }」がありません。

## Links

link-missing = 「{ $target }」というページやファイルはありません。

## Findings

finding-error = エラー
finding-warning = 警告
finding-hint = ヒント
finding-help = 対処
finding-errors = エラー{ $count }件
finding-warnings = 警告{ $count }件
finding-hints = ヒント{ $count }件
finding-none = 指摘はありません
# Stands between the items of a list within a sentence.
list-separator = 、
