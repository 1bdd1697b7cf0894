# What the program says in Japanese: the command line and the findings.
#
# One message a key; the keys are the same in every language. Sections begin with ##, one for each
# part of the program; add a message at the end of its section.

## Words: Fluent files

words-syntax = Fluentとして読み取れません：{ $detail }
words-missing = { $lang }に文言「{ $key }」がありません。

## Links

link-missing = 「{ $target }」というページやファイルはありません。

## Markdown

fact-braces = 二重の波かっこの中が、共通データの書き方になっていません。
fact-braces-help = 共通データは{"{{ facts.キー }}"}と書いてください。波かっこをそのまま表示したいときは{"\\{{"}と書いてください。
fact-in-address = リンク先に、二重の波かっこの共通データは書けません。
fact-in-address-help = リンク先には「fact:{ $key }」と書いてください。
fact-in-html = HTMLタグの中では、共通データは置き換えられません。
fact-in-html-help = この部分をMarkdownで書くか、値をそのまま書いてください。
footnote-unused = 脚注「{ $label }」はどこからも参照されていないため、ページに表示されません。
html-script = HTMLに{ $part }があります。このサイトでは、ブラウザーはこれを実行も適用もしません。
html-script-help = ページのContent-Security-Policyにより、ページ内のスクリプトとスタイルは使えません。クラスを付けて、テーマのファイルで指定してください。
limit-headings = 見出しが{ NUMBER($limit) }個を超えています。
limit-nesting = リスト・引用・強調の入れ子が{ NUMBER($limit) }段を超えています。
part-misplaced = 「{"{."}{ $name }{"}"}」を、次のブロックには使えません。
part-misplaced-help = 使える形は次のとおりです。番号付きリストの前に{"{.steps}"}、リンクのリストの前に{"{.cards}"}、定義リストの前に{"{.faq}"}。
rule-link-footnote = どこからも参照されていない脚注です。読者には表示されません。[^ラベル]で参照するか、削除してください。
rule-link-scheme = javascript:など、コードの実行やファイルの読み取りにつながるリンクです。ページからは取り除かれます。https:、mailto:、tel:を使ってください。
rule-html-part = {"{.steps}"}などの行の後に、対応するブロックがありません。この行は効果がありません。
