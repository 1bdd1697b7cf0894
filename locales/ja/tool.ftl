# What the program says in Japanese: the command line and the findings.
#
# One message a key; the keys and variables are the same in every language. Sections begin with ##,
# one for each part of the program. A new message goes to the end of the section of its part, or
# into a new section at the end of the file. Findings are sentences and end with 。; a message
# whose key ends in -help says what to do about the finding.

## Words: Fluent files

words-syntax-token = ここには半角の「{ $token }」が必要です。
words-syntax-name = 文言のキーや名前は半角の英字（{ $range }）で書きます。
words-syntax-value = 「{ $key }」の後に文言がありません。
words-syntax-value-here = ここに文言が必要です。
words-syntax-default = 選択肢には「*」を付けた既定のものが1つ必要です。
words-syntax-defaults = 「*」を付けた既定の選択肢は1つだけにしてください。
words-syntax-selector = ここで選択の基準にできるのは変数、数値、文字列だけです。
words-syntax-attribute = 用語の属性は文言の中では使えません。
words-syntax-string = 文字列を閉じる「"」がありません。
words-syntax-order = 名前のない引数は、名前のある引数より前に書いてください。
words-syntax-argument = 引数「{ $name }」が2回あります。
words-syntax-escape = 文字列の中の「\{ $sequence }」は使えません。
words-syntax-brace = 対応する「{ "{" }」のない「{ "}" }」があります。
words-syntax-expression = 「{ "{" }」の後には変数、文言のキー、用語、関数のいずれかを書いてください。
words-syntax-literal = ここには文字列か数値だけを書けます。
words-syntax-callee = 関数の名前は半角の大文字で書きます。
words-syntax-depth = 「{ "{" }」の入れ子が深すぎます。
words-syntax-number = 数値「{ $literal }」の桁が多すぎます。
words-syntax-no-value = 「{ $key }」には属性だけがあり、表示する文言がありません。
words-missing = 文言「{ $key }」が、言語{ $lang }にありません。
words-lacking =
    言語{ $lang }に、組み込みの文言のうち{ NUMBER($count) }件がありません。主となる言語の文言を表示します：{ $keys }
words-variables-lacking = 「{ $key }」の変数が、ほかの言語と違います。次の変数がありません：{ $names }
words-variables-unknown = 「{ $key }」に、値の渡されない変数があります：{ $names }
words-variables-both = 「{ $key }」の変数が違います。ない変数：{ $lacking }。値の渡されない変数：{ $unknown }
words-function = 関数「{ $name }」はありません。使えるのはDATEとNUMBERです。
words-function-arguments = 関数「{ $name }」に渡す値は1つにしてください。
words-function-option = 関数「{ $function }」のオプション「{ $option }」か、その値が正しくありません。
words-function-selector = 関数「{ $name }」の結果は選択の基準にできません。変数をそのまま使ってください。
words-duplicate = 「{ $key }」という名前は、すでに使われています。
words-reference = 「{ $key }」という文言や用語は、この言語にありません。
words-cycle = 「{ $key }」が自分自身を含んでいます。
words-too-many-references = 「{ $key }」から参照される文言や用語が多すぎます。
words-nested-term = 用語「{ $key }」は、変数と別の用語の両方を使っています。変数の値が失われるため、どちらかにしてください。
words-unknown = 「{ $key }」というキーの文言はありません。
words-variable-not-given = 文言「{ $key }」に、変数「{ $variable }」の値を渡してください。
words-function-value = 文言「{ $key }」に渡された値は、日付や数値として使えません。
words-broken = 文言「{ $key }」を表示できません：{ $detail }

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
