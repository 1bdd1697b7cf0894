# What pages say in Japanese.

## Every page

skip-to-content = 本文へ移動
updated = 更新日

alert-note = 補足
alert-tip = ヒント
alert-important = 重要
alert-warning = 注意
alert-caution = 警告
table-region = 表
task-done = 完了
task-open = 未完了
footnotes = 脚注
footnote-back = 脚注{ NUMBER($number) }の参照元へ戻る
