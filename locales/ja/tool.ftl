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
words-syntax-default = 選択肢には「*」を付けた既定のものが一つ必要です。
words-syntax-defaults = 「*」を付けた既定の選択肢は一つだけにしてください。
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
words-function-arguments = 関数「{ $name }」に渡す値は一つにしてください。
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

## Command line

cli-about = 二つの言語で同じことを伝える情報サイトを作ります。
cli-heading-usage = 使い方
cli-heading-commands = コマンド
cli-heading-options = オプション
cli-heading-shared = 共通のオプション
cli-heading-operands = 引数
cli-usage-program = taiyaku コマンド [オプション]
cli-usage-command = taiyaku { $command } [オプション]
cli-usage-operand = taiyaku { $command } [{ $operand }]
cli-build = サイトを確認して書き出します
cli-check = サイトを確認します（書き出しません）
cli-serve = 変更がすぐに反映されるプレビューを表示します
cli-facts = ページが共有する共通データを一覧にします
cli-rules = 規則とその説明を一覧にします
cli-help = コマンドの使い方を表示します
cli-operand-command = コマンドの名前（省略すると全体の使い方）
cli-option-out = サイトを書き出すフォルダー（省略時：public）
cli-option-drafts = 下書きと公開期間外のページも、その旨を示して含めます
cli-option-adopt = ほかのファイルがあるフォルダーにも書き出し、それらのファイルは残します
cli-option-port = プレビューのポート番号（省略時：4444、使用中なら次の空いている番号）
cli-option-host = プレビューが応答するアドレス（省略時：127.0.0.1、このコンピューターのみ）
cli-option-open = プレビューをブラウザーで開きます
cli-option-poll = 変更の通知が届かない場所のために、ファイルを繰り返し確かめます
cli-option-editor = ソースへのリンクで開くエディター。vscodeなどの名前か、{"{path}"}を含むアドレス（省略時：TAIYAKU_EDITORの値、なければvscode）
cli-option-root = サイトのフォルダー（省略時：現在のフォルダー、またはその上でsite.yamlがある最も近いフォルダー）
cli-option-lang = メッセージの言語（省略時：環境の言語）
cli-option-format = 結果を出す形式。人が読む形式か、プログラム用の形式か（省略時：human）
cli-option-deny = 警告をエラーとして扱います
cli-option-today = この日付のサイトとして作ります（省略時：サイトのタイムゾーンでの今日）
cli-option-quiet = 指摘とエラーだけを表示します
cli-option-color = 色を付けるかどうか（省略時：auto）
cli-option-help = この説明を表示します
cli-option-version = バージョンを表示します
cli-value-folder = フォルダー
cli-value-day = 日付
cli-value-port = 番号
cli-value-host = アドレス
cli-value-editor = エディター
cli-value-command = コマンド
cli-expects-day = 2026-11-23のように、暦にある日付を書いてください。
cli-expects-port = 0から65535までの数を書いてください。
cli-expects-editor = { $names }のいずれかか、「myeditor://open?file=/{"{path}"}&line={"{line}"}&column={"{column}"}」のようなアドレスを指定してください。
cli-expects-one-of = { $values }のいずれかを書いてください。
cli-did-you-mean = 「{ $name }」ではありませんか。
cli-unknown-command = 「{ $command }」というコマンドはありません。
cli-unknown-option = ここで使えるオプションに「{ $option }」はありません。
cli-option-elsewhere = オプション「{ $option }」は「taiyaku { $command }」で使います。
cli-too-many = 引数「{ $argument }」が余分です。
cli-no-value = オプション「{ $option }」は値を取りませんが、「{ $value }」が指定されています。
cli-missing-value = オプション「{ $option }」には値が必要です。
cli-bad-value = オプション「{ $option }」に「{ $value }」は指定できません。
cli-twice = オプション「{ $option }」が2回以上指定されています。
cli-conflict = オプション「{ $option }」と「{ $other }」は同時に指定できません。
cli-not-unicode = 引数に、Unicodeとして正しくない文字があります。
cli-missing-command = コマンドを指定してください。
cli-wrong-arguments = 引数を解釈できません：{ $detail }
cli-see-help = 詳しくは「{ $command } --help」を実行してください。
cli-no-folder = 現在のフォルダーがなくなっています。
cli-no-site = { $folder }にサイトがありません。このフォルダーにもその上のフォルダーにも、site.yamlがありません。
cli-no-site-at = { $folder }にサイトがありません。site.yamlがありません。
cli-no-site-help = サイトのフォルダーに移動するか、--rootでサイトのフォルダーを指定してください。
cli-bad-epoch = SOURCE_DATE_EPOCHの値「{ $value }」は秒数ではありません。
cli-bad-epoch-help = 1970-01-01（UTC）からの秒数を指定するか、設定を外してください。
cli-bad-editor = TAIYAKU_EDITORの値「{ $value }」は、エディターの名前でもアドレスでもありません。
cli-cannot-write = 出力を書き込めません：{ $cause }
cli-written = { $pages }ページ（全{ $files }ファイル）を{ $folder }に書き出しました。
cli-not-written = 何も書き出していません。
cli-column-rule = 規則
cli-column-level = レベル
cli-column-documentation = 内容
cli-column-fact = 共通データ
cli-column-pages = ページ

## Markdown

fact-braces = 二重の波かっこの中が、共通データの書き方になっていません。
fact-braces-help = 共通データは、半角で{"{{ facts.キー }}"}と書いてください。波かっこをそのまま表示したいときは{"\\{{"}と書いてください。
fact-in-address = リンク先に、二重の波かっこの共通データは書けません。
fact-in-address-help = リンク先には「fact:{ $key }」と書いてください。
fact-in-html = HTMLタグの中では、共通データは置き換えられません。
fact-in-html-help = この部分をMarkdownで書くか、値をそのまま書いてください。
footnote-missing = 脚注「{ $label }」がないため、かっこがそのまま表示されます。
footnote-missing-help = 「[^1]: 注の本文」のように、脚注の本文を独立した段落に書いてください。不要であれば参照を削除してください。
footnote-unused = 脚注「{ $label }」はどこからも参照されていないため、ページに表示されません。
html-script = HTMLに{ $part }が書かれていますが、このサイトのページではブラウザーが受け付けません。
html-script-help = 安全のため、スクリプトとスタイルはページに書けません。クラスを付けて、テーマのファイルで指定してください。
html-unclosed = 「<{ $tag }>」が閉じられていません。
html-unclosed-help = 要素の終わりに「</{ $tag }>」を書いてください。閉じないと、要素がページの残りの部分に及びます。
html-stray = 「</{ $tag }>」に対応する始まりのタグがありません。
html-stray-help = このタグを削除するか、前に始まりのタグを書いてください。残すと、テーマの要素を閉じてしまうことがあります。
rule-html-unclosed = HTMLの要素が閉じられていないか、開いていない要素が閉じられています。ページのレイアウトが崩れます。始まりと終わりのタグをそろえてください。
limit-headings = 見出しが{ NUMBER($limit) }個を超えています。
limit-nesting = リスト・引用・強調の入れ子が{ NUMBER($limit) }段を超えています。
emphasis-left-over = 「{ $signs }」が強調にならず、記号のまま表示されます。
emphasis-left-over-help = 強調する語句の前後に対で書き、内側に空白を入れないでください。記号として表示するときは、前に「\」を付けます。
part-misplaced = 「{"{."}{ $name }{"}"}」は、すぐ後の部分には使えません。
part-misplaced-help = 使える形は次のとおりです。番号付きリストの前に{"{.steps}"}、リンクのリストの前に{"{.cards}"}、定義リストの前に{"{.faq}"}、表のすぐ前の段落の前に{"{.caption}"}、図を説明する引用の前に{"{.description}"}。
rule-link-footnote = どこからも参照されていないため読者に表示されない脚注、または本文のない脚注への参照です。
rule-link-scheme = javascript:など、コードの実行やファイルの読み取りにつながるリンクです。ページからは取り除かれます。https:、mailto:、tel:を使ってください。
rule-html-part = {"{.steps}"}などの行の後に、対応するブロックがありません。この行は効果がありません。

## Rules: what each looks for, why, and what to do

rule-config-syntax = site.yaml（またはテーマのtheme.yaml）がYAMLとして読み取れないため、設定の意味が決まりません。指摘された行を直してください。
rule-config-unknown-key = 設定に、taiyakuが知らないキーがあります。多くは書き間違いで、そのままでは効果がありません。キーを直すか、削除してください。
rule-config-value = 設定の値が正しくありません。指摘に示した形で書いてください。
rule-config-missing = どのサイトにも必要な設定がありません。追加してください。
rule-front-matter-missing = ページの先頭にフロントマターがないか、フロントマターに題名がありません。題名がないと、見出しもメニューの名前も作れません。「---」の行、題名、「---」の行の順でファイルを始めてください。
rule-front-matter-syntax = ページのフロントマターがYAMLとして読み取れません。指摘された行を直してください。
rule-front-matter-unknown-key = フロントマターに、taiyakuが知らないキーがあります。そのままでは効果がありません。キーを直すか、削除するか、テーマが使うものなら「extra」の下に書いてください。
rule-front-matter-value = フロントマターの値が正しくありません。指摘に示した形で書いてください。
rule-front-matter-allow = 「allow」の項目に当てはまる指摘がもうありません。今後の指摘を隠すおそれがあります。削除してください。
rule-fact-syntax = content/facts.yamlがYAMLとして読み取れません。指摘された行を直してください。
rule-fact-value = 共通データが不完全か、値が種類に合っていません。ページに誤った内容が出てしまいます。指摘に示した形で書いてください。
rule-fact-unknown = ページが使っている共通データ、またはその部分がありません。名前を直すか、content/facts.yamlに追加してください。
rule-fact-place = リンク先やHTMLの中など、値を入れられない場所に共通データが書かれています。指摘に示した書き方にしてください。
rule-link-missing = リンク先のページやファイルがありません。読者にはエラーが表示されます。パスを直してください。リンクには元のファイル名を書きます。
rule-link-anchor = リンク先のページに、その見出しIDがありません。読者はページの先頭に着いてしまいます。IDを直すか、見出しにそのIDを付けてください。
rule-link-language = リンク先のページが、読者の言語にはありません。そのページを翻訳するか、別のページにリンクしてください。
rule-link-external-http = サイトの外へのリンクがhttpです。途中で読み取られたり、書き換えられたりするおそれがあります。相手のサイトが対応していれば、httpsにしてください。
rule-asset-missing = ページが表示またはリンクしているファイルがありません。パスを直すか、contentフォルダーにファイルを追加してください。
rule-asset-language = ほかの言語のファイルはありますが、このページの言語のファイルがありません。読者が読めないおそれがあります。足りないファイルを追加してください。
rule-url-conflict = 二つのファイルが同じURLで公開されることになり、一方が隠れてしまいます。どちらかの名前を変えてください。
rule-template-syntax = テンプレートがTeraのテンプレートとして読み取れません。指摘された行を直してください。
rule-template-missing = ページまたはテンプレートが使うテンプレートがありません。名前を直すか、templatesフォルダーにファイルを追加してください。
rule-template-render = ページを作るときに、テンプレートでエラーが起きました。変数や文言がない場合などに起こります。指摘された行を直してください。
rule-words-syntax = 文言のファイルがFluentとして読み取れません。指摘された行を直してください。
rule-words-missing = ある言語にある文言が、別の言語にありません。読者に違う言語が表示されます。文言を追加してください。
rule-words-variables = 文言の変数が言語によって違うか、値が渡されない変数があります。どの言語でも同じ変数を使ってください。
rule-words-function = 文言が、存在しない関数を呼び出しているか、関数の使い方が誤っています。呼び出しを直してください。使える関数はDATEとNUMBERです。
rule-words-reference = 文言が、存在しない文言または用語を参照しています。名前を直してください。
rule-words-duplicate = 同じ文言が一つのファイルで二度定義されています。一つしか使われないため、どちらかを削除してください。
rule-translation-missing = サイトの言語のうち、このページがない言語があります。翻訳するか、意図したものであれば、フロントマターの「languages」に言語を書いてください。
rule-parity-structure = ページの見出しの構成が言語によって違います。一方の読者に、足りない部分があるおそれがあります。見出しの構成をそろえてください。
rule-text-emphasis = 強調にならずに残った「**」です。読者にはアスタリスクとして見えます。語句の前後に対で書き、内側に空白を入れないでください。記号として書くときは「\*\*」とします。
rule-text-era = 元号による日付が暦にないか（平成31年5月1日、昭和64年1月8日、昭和100年、令和0年など）、かっこ内の西暦と合っていません。一つのページに元号だけの日付と西暦だけの日付があるときは、ヒントとして知らせます。日付を直すか、共通データ（date）にしてください。共通データの日付は、サイトの設定（dates）の書き方で表示されます。リンク先とコードは調べません。
rule-a11y-alt = 画像に代替テキストがありません。画像を見られない人に内容が伝わりません。角括弧の中に、画像が伝える内容を書いてください。
rule-a11y-heading = 見出しのレベルが飛んでいるか、題名と同じレベルになっています。見出しをたどって読む人が迷います。一つ下のレベルにしてください。
rule-a11y-link-text = リンクの文字から行き先が分かりません。リンクだけを聞いて選ぶ人が困ります。行き先の名前をリンクの文字にしてください。
rule-html-script = ページのHTMLに、スクリプト、スタイル、イベント属性または「javascript:」のようなアドレスがあります。サイトのContent-Security-Policyにより、ブラウザーで働きません。アドレスは取り除かれます。テーマに移してください。
rule-encoding-utf8 = ファイルの文字コードがUTF-8ではありません。短い文では推測を誤るため、自動では変換しません。指摘に示したコマンドで変換してください。
rule-encoding-control = 文章に制御文字、または文字ではない符号があります。目に見えず、ページが正しく表示されません。削除してください。
rule-name-language = Markdownファイルの名前から言語が分かりません。「名前.言語.md」の形にし、言語にはsite.yamlにあるものを書いてください。
rule-name-invalid = ファイルやフォルダーの名前が、環境やURLによっては使えないか、大文字と小文字や文字の合成の違いだけで区別されています。名前を変えてください。
rule-name-kind = サイトのフォルダーに、ファイルでもフォルダーでもないもの、またはサイトの外へのリンクがあります。通常のファイルに置き換えてください。
rule-name-unreadable = ファイルやフォルダーを読み取れません。アクセス権と、ほかのソフトウェアが移動していないかを確かめてください。
rule-name-normal-form = 名前が、macOSのように分解された文字で書かれています。URLでは合成した文字を使います。ほかの環境で困らないように、名前を付け直してください。
rule-name-skipped = 名前または場所のため、使われないファイルがあります。名前や場所を変えるか、削除してください。
rule-limit-size = ファイルが、その種類の上限より大きくなっています。分けるか、小さくしてください。
rule-limit-depth = 入れ子が上限より深くなっています。手で書いたものではこうなりません。できた経緯を確かめてください。
rule-limit-count = 数が上限を超えています。サイトまたはページを分けてください。

## YAML

did-you-mean = 「{ $right }」ではありませんか。
yaml-too-large = YAMLが{ NUMBER($size) }バイトあります。読み取るのは{ NUMBER($limit) }バイトまでです。
yaml-too-deep = リストや項目の入れ子が{ NUMBER($limit) }段を超えています。
yaml-indent-full-width = 行頭の字下げに全角の空白が使われています。
yaml-indent-no-break = 行頭の字下げに改行しない空白（U+00A0）が使われています。
yaml-indent-tab = 行頭の字下げにタブが使われています。
yaml-indent-other = 行頭の字下げに、空白ではない{ $code }が使われています。
yaml-indent-help = 半角の空白で字下げしてください。
yaml-sign = ここでは、「{ $written }」を記号として使えません。
yaml-sign-help = 半角の「{ $right }」にしてください。
yaml-no-space = コロンの後に空白がありません。
yaml-odd-space = コロンの後の空白が、半角の空白ではありません。
yaml-space-help = 「title: ようこそ」のように、キーと値の間に半角のコロンと半角の空白を書いてください。
yaml-reference = 「{ $sign }」は、ここでは使えないアンカー、エイリアスまたはタグの始まりになります。
yaml-start = 引用符のない文字列は「{ $sign }」で始められません。
yaml-colon = 値の中に半角のコロンと空白があり、別のキーの始まりと区別できません。
yaml-after-quote = 閉じる引用符の後に、まだ文字があります。
yaml-quote-help = 文字列であれば、全体を半角の引用符で囲んでください：{ $example }
yaml-unclosed = ここで始まる「{ $sign }」が閉じられていません。
yaml-unclosed-help = 閉じる「{ $sign }」を書いてください。
yaml-duplicate-key = キー「{ $key }」が二度書かれています。
yaml-duplicate-key-help = どちらか一つにしてください。
yaml-first-key = 最初はここに書かれています。
yaml-complex-key = リストや項目の組はキーにできません。
yaml-second-document = ここから二つ目のYAML文書が始まっています。一つのファイルには一つだけ書けます。
yaml-syntax = YAMLとして読み取れません。
yaml-syntax-help = 字下げを確かめてください。同じ段のキーは同じ桁から始め、キーに属するものはさらに字下げします。記号を含む文字列は引用符で囲んでください。
yaml-missing-key = キー「{ $key }」がありません。
yaml-unknown-key = 「{ $key }」というキーはありません。
yaml-known-keys = 使えるキー：{ $keys }
yaml-wants-map = ここには、キーと値の組が必要です。
yaml-wants-map-help = 「ja: …」「en: …」のように、字下げして一行に一つずつ書いてください。
yaml-wants-list = 「{ $key }」にはリストが必要です。
yaml-write-help = 次のように書いてください：{ $example }
yaml-wants-text = 「{ $key }」には文字列が必要です。
yaml-empty = 「{ $key }」に値がありません。
yaml-wants-truth = 「{ $key }」にはtrueかfalseが必要です。
yaml-wants-integer = 「{ $key }」には整数が必要です。
yaml-wants-date = 日付は「2026-11-23」の形で書きます。「{ $written }」は読み取れません。
yaml-no-such-day = 「{ $written }」という日は、暦にありません。
yaml-wants-choice = 「{ $written }」は「{ $key }」の値として使えません。
yaml-choices = 使える値：{ $choices }

## Paths and names

path-empty = パスが空か、途中に空の部分があります。サイト内のパスは一つの「/」で始めます。
path-dots = 「{ $name }」は、フォルダーの外に出る書き方です。
path-too-long = 「{ $name }」が255バイトを超えています。
path-character = 「{ $name }」に、名前やURLで使えない「{ $sign }」があります。
path-control = 「{ $name }」に制御文字{ $code }があります。
path-device = 「{ $name }」は、Windowsで装置の名前として使われているため使えません。
path-trailing = 「{ $name }」の末尾に、Windowsで取り除かれる点または空白があります。
path-reserved = 「{ $name }」のような名前は、taiyaku自身が使います。

## Front matter

front-matter-absent = ページの先頭に、題名などを書く部分（フロントマター）がありません。
front-matter-absent-help = ファイルの先頭に、「---」の行、「title: { $title }」の行、「---」の行を順に書いてください。
front-matter-late = フロントマターの前に別の文字や空行があるため、読み取れません。
front-matter-late-help = フロントマターの始まりの「---」を、ファイルの1行目にしてください。
front-matter-dashes = フロントマターは、半角のハイフン三つだけの行で始めます。
front-matter-unclosed = ここから始まるフロントマターに、終わりの行がありません。
front-matter-unclosed-help = 最後のキーの次に、半角のハイフン三つだけの行「---」を書いてください。
front-matter-title-help = どのページにも題名が必要です。「---」の次の行に「title: ようこそ」のように書いてください。
front-matter-slug = slugはURLの一区切りです。「/」は使えません。
front-matter-site-path-help = 「/old/page/」のように、「/」から始まるパスを書いてください。
front-matter-language = 「{ $tag }」は、このサイトの言語ではありません。
front-matter-languages = このサイトの言語：{ $tags }
front-matter-no-language = 言語が一つ以上必要です。
front-matter-twice = 「{ $name }」が二度書かれています。
front-matter-rule = 「{ $rule }」という規則はありません。
front-matter-rules-help = すべての規則は「taiyaku rules」で確かめられます。
front-matter-allow-form = 各項目に規則（rule）と理由（reason）が必要です。

## Settings

settings-base-url = 「{ $written }」は、httpsなどから始まる完全なURLではありません。
settings-base-url-extra = サイトのURLに、「?」や「#」から後の部分、またはユーザー名は使えません。
settings-no-language = サイトには言語が一つ以上必要です。
settings-languages = サイトの言語は{ NUMBER($limit) }までです。
settings-language = 「{ $tag }」は、通常の形の言語タグではありません。
settings-language-help = ja、en、zh-Hans、pt-BRなど、BCP 47のタグを書いてください。
settings-footer-help = ページの一番下に出す文を、言語ごとに書いてください。
settings-title-help = サイトの題名を言語ごとに書いてください。
settings-timezone = 「{ $written }」というタイムゾーンはありません。
settings-rule-fixed = 規則「{ $rule }」は、サイトを作れない原因を見つけるものです。レベルは変えられません。
settings-redirect = 転送先は、このサイト内のパスか、httpsのURLにしてください。
settings-redirect-help = 「/ja/apply/」のように「/」から始まるパスか、「https://」から始まるURLを書いてください。
settings-days = 「{ $written }」は、日、週、月、年の長さではありません。
settings-require-nothing = 項目「{ $name }」はありません。
settings-require-help = フォルダーは最後に「/」を付けて（safety/）、項目は名前で（apply/pickup）、サイト全体は「/」と書いてください。
settings-deploy = 「{ $url }」には公開できません。
settings-phrase-bar = 「|」は、行を分けてよい二つの文字の間に書きます。
settings-phrase-short = 「{ $word }」は短すぎて、区切りを指定できません。
settings-phrase-help = 区切らない語は「電子証明書」のように、区切ってよい所がある語は「"マイナンバー|カード"」のように書いてください。

## Facts on pages

fact-unknown = 共通データ「{ $key }」が、content/facts.yamlにありません。
fact-unknown-help = content/facts.yamlに追加するか、名前を直してください。一覧は「taiyaku facts」で表示できます。
fact-no-part = 共通データ「{ $key }」に「{ $part }」という部分はありません。
fact-parts-help = 使える部分：{ $parts }
fact-without-address = 共通データ「{ $key }」は、URL・電話番号・メールアドレスのいずれでもないため、リンク先にできません。
fact-without-address-help = 値を表示するには、本文に{"{{ facts."}{ $key }{" }}"}と書いてください。
fact-no-contact = 共通データ「{ $key }」は連絡先（contact）ではないため、お問い合わせ欄に表示できません。
fact-here = 「{ $key }」はここで定義されています。

## Checks of pages

allow-unused = 「{ $rule }」を許可する「allow」の項目に、当てはまる指摘がこのページにありません。
allow-unused-help = 許可していた指摘はなくなりました。この項目を削除してください。
alt-missing = 画像に代替テキストがありません。
alt-missing-help = 画像を見られない読者に必要な内容を、「![」と「]」の間に書いてください。
asset-language = このファイルには{ language-name }版がないため、別の言語の版を使います。
era-year-zero = 「{ $date }」という年はありません。元号の最初の年は元年です。
era-no-such-day = 「{ $date }」は暦にない日付です。
era-other-year = 「{ $date }」の元号の年と西暦が合っていません。
era-outside = 「{ $date }」は、その元号の期間に入りません。
era-mixed = このページには、元号の日付と西暦の日付があります。
era-mixed-help = どちらかにそろえるか、content/facts.yamlの日付（date）を使ってください。
era-other = もう一方の書き方は、ここで最初に使われています。
heading-top = 本文にレベル1の見出し（#）があります。レベル1の見出しは、フロントマターの題名（title）だけにします。
heading-top-help = 本文の見出しは「##」から始めてください。
heading-skip = レベル{ $above }の次にレベル{ $level }の見出しがあり、間のレベルが抜けています。
heading-skip-help = ここではレベル{ $level }の見出しを使ってください。
heading-empty = 見出しに文字がありません。
heading-empty-help = 見出しの文字を書くか、見出しを削除してください。
id-twice = ID「{ $id }」が、このページで二度使われています。
id-first = 最初に使われているのはここです。
ids-differ = この見出しのIDが言語によって異なります。こちらは「{ $ours }」、もう一方は「{ $theirs }」です。
ids-differ-help = リンクと言語の切り替えで同じ節を開けるように、両方の言語で同じIDにしてください。
image-empty = 画像のファイルが指定されていません。
image-foreign = 別のサイトにある画像は使えません。
image-foreign-help = 画像のファイルをページと同じフォルダーに置き、そのパスを書いてください。
limit-rendered = ページが{ NUMBER($limit) }バイトを超えます。テンプレートの繰り返しが終わらない可能性があります。
link-anchor = リンク先のページに「#{ $fragment }」というIDがありません。
link-case = 「{ $name }」と書いてください。大文字と小文字は区別されます。
link-empty = リンク先が書かれていません。
link-hidden = リンク先のページは、下書き・公開前・公開終了のいずれかのため、開けません。
link-hidden-help = いったんリンクを外すか、両方のページを同じ日に公開してください。
link-http = 暗号化されていないリンクです。
link-http-help = リンク先のサイトが対応していれば、https://で始まるURLを使ってください。
link-language = リンク先のページに{ language-name }版がありません。
link-outside = contentフォルダーの外を指すパスです。
link-scheme = 「{ $address }」は安全に開けない種類のリンク先のため、ページから取り除きました。
link-scheme-help = https:、mailto:、tel:で始まるリンク先か、ファイルのパスを書いてください。
link-text-empty = リンクの文字「{ $text }」だけでは、どこへのリンクか分かりません。
link-text-help = リンクだけを聞いたり拾い読みしたりする人のために、リンク先の内容が分かる文字にしてください。
link-text-missing = リンクに文字がありません。
redirect-loop = 「{ $path }」からの転送が、元の場所に戻っています。
redirect-missing = 転送先の「{ $path }」には何もありません。
redirect-missing-help = 公開されるページやファイルのパスを、/ja/apply/のように書いてください。
redirect-path = 「{ $segment }」があるため、「{ $path }」をページのアドレスにできません。
structure-headings = 見出しの数が言語によって違います。このページは{ $ours }個、もう一方の言語は{ $theirs }個です。
structure-headings-help = ここから見出しが一致しなくなります。両方の言語で、見出しの数とレベルをそろえてください。
structure-other = もう一方の言語では、ここです。
translation-missing = { language-name }のページがありません。
translation-missing-help = { $file }を追加してください。「taiyaku translate { $topic }」で作れます。意図して一部の言語だけで公開する場合は、フロントマターの「languages:」に「{ $tag }」以外の言語を書いてください。
url-same = アドレス「{ $path }」が重複しています。
url-case = アドレス「{ $path }」と「{ $other }」の違いは、大文字と小文字など、コンピューターによっては区別されないものだけです。
url-file-and-folder = 「{ $path }」と「{ $other }」の一方がファイル、もう一方が同じ名前のフォルダーになります。
url-first = 先にあるのはこちらです。
url-conflict = 「{ $first }」と「{ $second }」が、同じパス「{ $path }」を使おうとしています。

## Templates

page-failed = テンプレートエンジンがこのページを処理できませんでした。taiyakuの不具合です。お手数ですがご報告ください。
template-missing = テンプレート「{ $name }」がありません。
template-error = テンプレートをここで使えません。{ $detail }
template-cycle = テンプレートの取り込みまたは継承が循環しています。{ $chain }
template-no-function = テンプレートの関数「{ $name }」はありません。
template-no-filter = テンプレートのフィルター「{ $name }」はありません。
template-no-test = テンプレートのテスト「{ $name }」はありません。
template-no-component = コンポーネント「{ $name }」はありません。
template-undefined = 「{ $name }」は、ここでは定義されていません。
template-undefined-value = ここに表示する値が定義されていません。
template-known = ここで使える名前：{ $names }
template-argument = 引数「{ $name }」が指定されていません。
template-date-style = 日付の形式「{ $name }」はありません。
template-asset = テーマのstaticフォルダーに「{ $path }」がありません。
template-topic = 項目「{ $topic }」は、このページの言語にはありません。
template-steps = 1ページの繰り返しが{ NUMBER($limit) }回を超えています。
template-no-block = 継承元のテンプレートに、ブロック「{ $name }」がありません。
template-no-block-help = 継承元をサイトのテンプレートで置き換えている場合は、そこにブロック「{ $name }」を書いてください。
template-depth = テンプレートの取り込みと継承が{ NUMBER($limit) }段を超えています。
template-end = タグまたはブロックが閉じられないまま、テンプレートが終わっています。

## Fact file

fact-key = 「{ $key }」は共通データの名前に使えません。
fact-key-help = 半角の英小文字・数字・「_」を使い、英小文字から始めてください。
fact-about = 「about」は期間（duration）だけに使えます。
fact-kind-help = 一つの共通データには、次のキーのうち一つだけを書いてください：{ $kinds }
fact-no-kind = 共通データ「{ $key }」に値がありません。
fact-two-kinds = 共通データ「{ $key }」に値が二つ以上あります。
fact-value = 「{ $kind }」の値を読み取れません。

## Load

name-not-unicode = 名前「{ $name }」はUnicodeの文字列ではありません。「\x」の部分が読み取れないバイトです。
name-rename-help = 名前を変えてください。英数字、ハイフン、下線は、どの環境でも使えます。
name-skipped = 「{ $name }」は使われません。
name-skipped-help = 「_」「-」「~」で始まる名前は、サイトに含まれません。サイトに必要なら名前を変えてください。無視してよければ、点で始まる名前にしてください。
name-normal-form = 名前「{ $name }」が、分解された文字で書かれています。
name-normal-form-help = URLでは合成した形（NFC）を使います。「convmv -f utf-8 -t utf-8 --nfc」などで名前を付け直してください。
name-link-outside = リンクの先がサイトの外にあります。
name-link-loop = リンクの先が、それを含むフォルダーか、リンク自身になっています。
name-link-dangling = リンクの先がありません。
name-special-file = ファイルでもフォルダーでもありません。
name-kind-help = 通常のファイルかフォルダーに置き換えてください。
name-twins = 「{ $name }」と「{ $other }」を区別できない環境があります。
name-twin = もう一方の名前です。
name-unreadable = 読み取れません：{ $cause }
name-forbidden = アクセス権がないため、読み取れません。
name-vanished = 読み取る途中でなくなりました。
name-no-language = 名前「{ $name }」から、ページの言語が分かりません。
name-no-language-help = 「{ $example }」のように、「.md」の前に言語を書いてください。
name-unknown-language = 「{ $name }」の「{ $tag }」は、このサイトの言語ではありません。
name-extension = 「{ $name }」の拡張子が小文字ではありません。
load-too-many = フォルダーの中のファイルとフォルダーが{ NUMBER($limit) }個を超えています。残りは読み取っていません。
load-too-large = ファイルが{ NUMBER($size) }バイトあります。読み取るのは{ NUMBER($limit) }バイトまでです。
load-too-large-help = ファイルを分けるか、小さくしてください。
encoding-other = ファイルがUTF-8ではありません。{ $encoding }と思われます（{ NUMBER($line) }行目、{ NUMBER($offset) }バイト目）。
encoding-help = ファイルを作ったソフトウェアで開き、文字コードをUTF-8にして保存し直してください。コマンドで変換する場合は「{ $shell }」、Windows PowerShellでは「{ $windows }」を使えます。
encoding-damaged = { NUMBER($line) }行目（ファイルの{ NUMBER($offset) }バイト目）の{ $byte }がUTF-8ではありません。前後はUTF-8です。
encoding-damaged-help = その部分の文章を直し、UTF-8で保存してください。
encoding-unknown = ファイルがUTF-8ではありません：{ NUMBER($line) }行目（ファイルの{ NUMBER($offset) }バイト目）の{ $byte }。
encoding-unknown-help = ファイルを作ったソフトウェアで開き、UTF-8で保存してください。
encoding-return = 改行（LF）を伴わない復帰文字（CR）が{ NUMBER($count) }個あります。ここが最初です。
encoding-return-help = 行末をLFまたはCRLFにして保存してください。
encoding-control = { $count ->
    [1] 制御文字{ $code }があります。
   *[other] 制御文字が{ NUMBER($count) }個あります。最初は{ $code }です。
}
encoding-noncharacter = { $count ->
    [1] 文字ではない符号{ $code }があります。
   *[other] 文字ではない符号が{ NUMBER($count) }個あります。最初は{ $code }です。
}
encoding-control-help = 目に見えない文字です。前後の文字ごと打ち直してください。
theme-unknown = 「{ $name }」というテーマはありません。
theme-cycle = テーマが互いに継承し合い、循環しています：{ $names }
theme-words-help = サイトやテーマで文言を置き換えられるのは、locales/言語/site.ftlだけです。

## Writing

write-refused-root = 出力フォルダー「{ $path }」はディスクの最上位です。何も書き込んでいません。--outで別のフォルダーを指定してください。
write-refused-home = 出力フォルダー「{ $path }」はホームフォルダーか、それを含むフォルダーです。何も書き込んでいません。--outで別のフォルダーを指定してください。
write-refused-source-same = 出力フォルダー「{ $path }」は、サイトの元になるフォルダーです。何も書き込んでいません。--outで別のフォルダーを指定してください。
write-refused-source-contains = 出力フォルダー「{ $path }」は、サイトの元になる「{ $source }」を含んでいます。何も書き込んでいません。--outで別のフォルダーを指定してください。
write-refused-source-inside = 出力フォルダー「{ $path }」は、サイトの元になる「{ $source }」の中にあります。何も書き込んでいません。--outで別のフォルダーを指定してください。
write-refused-not-a-folder = 「{ $part }」がフォルダーではないため、「{ $path }」にサイトを書き出せません。何も書き込んでいません。
write-refused-not-empty = フォルダー「{ $path }」には、taiyakuが書き出したものではないファイルがあります。何も書き込んでいません。--outで別のフォルダーを指定するか、ファイルを残したままサイトを加える場合は--adoptを付けてください。
write-refused-manifest-unreadable = 「{ $path }」の.taiyaku-manifest.jsonを読めないため、taiyakuが書き出したファイルを見分けられません。何も書き込んでいません。フォルダーを空にするか、--outで別のフォルダーを指定してください。
write-refused-manifest-corrupt = 「{ $path }」の.taiyaku-manifest.jsonが壊れているため、taiyakuが書き出したファイルを見分けられません。何も書き込んでいません。フォルダーを空にするか、--outで別のフォルダーを指定してください。
write-refused-manifest-version = 「{ $path }」のサイトは、新しい版のtaiyakuが書き出したものです（記録の形式{ $version }）。何も書き込んでいません。taiyakuを更新するか、--outで別のフォルダーを指定してください。
write-refused-in-the-way = 「{ $path }」に、taiyakuが書き出したものではなく、サイトで使う名前と重なるものが{ $count }件あります：{ $names }。何も書き込んでいません。別の場所に移すか、ページの名前を変えてください。
write-locked = 別のtaiyakuが「{ $path }」に書き込んでいます。終わるのを待って、もう一度実行してください。
write-disk = 「{ $path }」を読み書きできませんでした：{ $cause }。以前のサイトはそのまま残っています。
write-disk-in-place = 「{ $path }」を読み書きできませんでした：{ $cause }。一部のファイルは新しいサイトのものになっている可能性があります。原因を取り除いて、もう一度ビルドしてください。
write-assets = { $count }件のファイルをコピーできなかったため、サイトを書き出していません。
write-asset-gone = サイトを書き出している間に「{ $path }」がなくなりました。以前のサイトはそのまま残っています。もう一度ビルドしてください。
write-asset-size = サイトを書き出している間に「{ $path }」が変わりました（{ $expected }バイトから{ $found }バイト）。以前のサイトはそのまま残っています。もう一度ビルドしてください。
write-asset-unreadable = サイトを書き出している間に「{ $path }」を読めませんでした：{ $cause }。以前のサイトはそのまま残っています。
write-edited = 「{ $path }」は手作業で変更されていたため、置き換えるか削除しました。元のファイルを編集してください。
write-kept = 「{ $path }」はtaiyakuが書き出したものではないため、そのまま残しました。
write-in-place = 「{ $path }」はフォルダーごと入れ替えられないため、ファイルを一つずつ置き換えました。
write-left = 「{ $path }」を片付けられませんでした。中を確かめて、不要であれば削除してください。

## Steps of a run

step-load = サイトを読み込んでいます
step-parse = ページを解析しています
step-check = 確認しています
step-render = ページを作成しています
step-write = ファイルを書き出しています
load-no-day = この実行の日付を使えません。コンピューターの時計、SOURCE_DATE_EPOCH、site.yamlの「timezone:」を確かめてください。
load-unreadable = 「{ $path }」を読めませんでした：{ $cause }

## Notes after a run

note-draft = 下書きのため公開しません：{ $page }（{ $language }）
note-until = { DATE($date) }まで公開しません：{ $page }（{ $language }）
note-since = { DATE($date) }に公開を終了しています：{ $page }（{ $language }）
note-shown-as-draft = 確認用に表示しています：{ $page }（{ $language }）
note-next-change = { DATE($date) }に、公開するページが変わります。その日にもう一度ビルドしてください。

## Help for pages

link-missing-help = ページやファイルへのリンクは「../apply/index.md」のように、このファイルから見た元のファイルのパスで書きます。サイトの外へのリンクは「https://」から書きます。
link-anchor-help = 「## 見出し {"{#id}"}」のように書くと、見出しにIDを付けられます。
asset-missing-help = ファイルをcontentフォルダーに置き、このファイルから見たパスを書いてください。
id-twice-help = どちらかのIDを変えてください。
structure-level = 見出しのレベルが言語によって違います。このページはレベル{ $ours }、もう一方の言語はレベル{ $theirs }です。
notice-never = お知らせの最後の日（until）が、最初の日（from）より前になっています。このままでは、一度も表示されません。
notice-missing = お知らせに{ language-name }の文がありません。読む人には、別の言語の文が表示されます。
front-matter-never = 公開を終える日（expires）が、公開する日（published）より後になっていません。このままでは、一度も公開されません。
url-conflict-help = どちらかのファイル名かslugを変えるか、どちらかを削除してください。
url-twins = 「{ $page }」というページのファイルが二つあります。
url-twins-help = 「名前.言語.md」と「名前/index.言語.md」は同じページになります。どちらかを削除するか、名前を変えてください。
# The name of a language within a sentence; $language is its own name for itself.
language-name =
    { $tag ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [zh-Hans] 中国語（簡体字）
        [zh-Hant] 中国語（繁体字）
        [ko] 韓国語
        [pt] ポルトガル語
        [vi] ベトナム語
       *[other] { $language }
    }
## Preview

# One line a build. $summary is such as "エラー2件、警告1件" or "指摘はありません".
preview-shown = { $pages }ページを作りました（{ NUMBER($time) }ミリ秒）。{ $summary }。
preview-updated = 更新しました：{ $changed }（{ $pages }ページ、{ NUMBER($time) }ミリ秒）。{ $summary }。
preview-unchanged = 表示に変わりはありません：{ $changed }（{ NUMBER($time) }ミリ秒）。{ $summary }。
preview-kept = 更新していません：{ $changed }（{ NUMBER($time) }ミリ秒）。{ $summary }。エラーがなくなるまで、前の正しいページを表示します。
preview-waiting = まだ表示できません（{ NUMBER($time) }ミリ秒）。{ $summary }。エラーがなくなると、サイトを表示します。
preview-judged = すべてのページを確認しました。{ $summary }。
preview-new-day = 日付が変わりました。{ $date }のサイトを表示します。
preview-changed-more = { $first }ほか{ NUMBER($count) }件
preview-changed-many = 多数の変更
preview-at = プレビューを始めました（Ctrl-Cで終了します）：{ $url }
preview-other-port = ポート{ $port }は使用中のため、ポート{ $taken }を使います。
preview-exposed = 注意：このネットワークにいる人は、だれでもプレビューを見られます。
preview-exposed-at = 注意：このネットワークにいる人は、だれでもプレビューを見られます：{ $url }
preview-no-browser = ブラウザーを開けませんでした。次のアドレスをブラウザーで開いてください：{ $url }
preview-polled = 変更の通知をシステムから受け取れないため（{ $cause }）、1秒ごとにファイルを確かめます。
preview-remote = このフォルダーはネットワークまたは共有ドライブにあり、変更の通知が届かないため、1秒ごとにファイルを確かめます。
preview-watch-limit = システムが監視できるファイルの数を超えたため（fs.inotify.max_user_watches）、1秒ごとにファイルを確かめます。
preview-watch-lost = 監視できなくなったフォルダーがあります。そのフォルダーの変更は少し遅れて反映されます：{ $cause }
preview-failed = プレビューを始められません：{ $cause }
preview-port-busy = ポート{ $port }は使用中です。
preview-ports-busy = ポート{ $first }から{ $last }までは、すべて使用中です。
preview-port-help = --portで別の番号を指定するか、このポートを使っているプログラムを終了してください。0を指定すると、空いている番号を使います。
preview-port-denied-help = 小さい番号のポートは、システムが使います。--portで1024以上の番号を指定してください。
preview-host-unknown = 「{ $host }」は、このコンピューターのアドレスではありません：{ $cause }
preview-host-help = --hostには、127.0.0.1など、このコンピューターのアドレスを指定してください。すべてのアドレスを使うときは、0.0.0.0を指定します。
preview-address-refused = { $address }ではプレビューを表示できません：{ $cause }
# What the browser shows when there is no page of the site to show.
preview-waiting-title = サイトにエラーがあります
preview-waiting-text = { $summary }。エラーがなくなると、このページはサイトに変わります。
preview-not-found = このアドレスには何もありません。
preview-malformed = これはページのアドレスではありません。
preview-method = プレビューでできるのは、読むことだけです。
preview-no-host = どのホストへの要求かが書かれていません。
preview-foreign-host = プレビューは「{ $host }」という名前では応答しません。応答させるには、--host { $host }を付けて始めてください。
preview-foreign-page = プレビューは、ほかのサイトのページには応答しません。
preview-elsewhere = 確認済みにできるのは、プレビューを実行しているコンピューターだけです。

## Text: the wording of pages

text-space = 言葉の途中に空白があります：「{ $written }」
text-space-help = 「{ $right }」と書きます。文字の間隔は、空白ではなくテーマのCSSで整えます。
text-write-help = 「{ $right }」と書きます。
text-half-width-kana = 半角のカタカナがあります：「{ $written }」
text-full-width = 英数字が全角です：「{ $written }」
text-decomposed-kana = 「{ $written }」の濁点または半濁点が、文字から分かれています。
text-decomposed-kana-help = 見た目は同じでも、検索で見つからないことがあります。文字を入力し直してください。
text-invisible = 目に見えない文字（{ $code }）が{ NUMBER($count) }個あります。
text-invisible-help = 言葉が検索で見つからないなどの原因になります。削除してください。
text-compatibility = 見た目の似た別の文字です：「{ $written }」（{ $code }）
text-compatibility-help = 通常の文字で「{ $right }」と書きます。人名などで必要な文字であれば、フロントマターの「allow」に理由を書いてください。
text-machine-dependent = 環境によって表示や読み上げができない記号です：「{ $written }」
text-bracket = 「{ $bracket }」に対応する括弧がありません。
text-bracket-help = 同じ段落に「{ $partner }」を書くか、この括弧を削除してください。
text-style-plain = 「である」の文です。このページの多くの文は「です・ます」です。
text-style-polite = 「です・ます」の文です。このページの多くの文は「である」です。
text-style-polite-here = 「です・ます」の文は、ここなどです。
text-style-plain-here = 「である」の文は、ここなどです。
text-style-help = 文末をどちらかにそろえてください。
text-sentence-characters = 一つの文が{ NUMBER($count) }文字あります。{ NUMBER($limit) }文字までにしてください。
text-sentence-words = 一つの文が{ NUMBER($count) }語あります。{ NUMBER($limit) }語までが目安です。
text-sentence-help = 文を分けるか、箇条書きにしてください。
text-punctuation = 「{ $sign }」と「{ $usual }」が混ざっています。
text-punctuation-help = このページで多い「{ $usual }」にそろえてください。
text-punctuation-here = 「{ $usual }」は、ここなどにあります。
text-ascii-punctuation = 日本語の文に、半角の「{ $sign }」があります。
text-full-width-sign = 英語の文に、全角の「{ $sign }」があります。
text-full-width-space = 英語の文に、全角の空白があります。
text-repeated = 「{ $word }」が続けて2回あります。
text-repeated-help = 一方を削除してください。
text-prh = prh.ymlの用語と違います：「{ $written }」（正しくは「{ $right }」）
text-prh-note-help = 「{ $right }」と書きます。{ $note }
prh-version = prh.ymlの形式のうち、読めるのはバージョン1です。
prh-pattern = このパターンは使えません：{ $cause }
prh-pattern-help = 言葉はそのまま、JavaScriptの正規表現は「/」で囲んで書いてください。使えるフラグはg、i、m、s、u、yです。直すまで、この規則は使いません。
prh-flags = このフラグは使えません。
prh-group = このパターンにないグループです。「$1」のように、あるグループの番号を書いてください。
prh-spec = 「{ $from }」は「{ $to }」になるはずですが、「{ $right }」になります。
prh-import = 「{ $path }」という辞書を読み取れません。
prh-import-help = サイトのフォルダーにある辞書のパスを、このファイルから見た形で書いてください。npmのパッケージは読み込みません。
rule-text-space = 「日　程」のように、言葉の途中に空白があります。読み上げでは別々の言葉になり、検索でも見つかりません（WCAG 2.2のF32）。空白を取ってください。
rule-text-half-width-kana = 半角のカタカナがあります。読みにくく、正しく読み上げられないことがあります。全角で書いてください。
rule-text-full-width = 英字や数字が全角です。検索で見つからず、一文字ずつ読み上げられることがあります。半角で書いてください。
rule-text-decomposed-kana = 「か」と濁点のように、一つの文字が二つに分かれています。ファイル名などを写したときに起こり、検索で見つかりません。入力し直してください。
rule-text-invisible = 幅のない空白や、文字の向きを変える文字など、目に見えない文字があります。ほかから写した文章に多く、検索で言葉が見つからなくなります。削除してください。
rule-text-compatibility = 部首用の文字や互換用の漢字があります。PDFから写した文章に多く、見た目は似ていても別の文字です。通常の漢字で書いてください。
rule-text-machine-dependent = ①、㈱、㍻などの記号があります。読み上げられないことがあり、古い環境では表示できません。（1）、株式会社、平成のように書いてください。
rule-text-bracket = 括弧の一方がありません。どこまでが引用や補足か、読者に分かりません。段落の中で対にしてください。
rule-text-style = 一つのページに「です・ます」と「である」の文が混ざっています。読者に落ち着かない印象を与えます。どちらかにそろえてください。
rule-text-sentence-length = 一つの文が長すぎます（日本語は100文字、英語は35語まで）。読者が文の始まりを忘れてしまいます。文を分けるか、箇条書きにしてください。
rule-text-punctuation = 一つのページに「、」と「，」、または「。」と「．」が混ざっています。どちらかにそろえてください。
rule-text-ascii-punctuation = 日本語の文に、半角のコンマやピリオドがあります。読点と句点を使ってください。
rule-text-full-width-sign = 英語の文に、全角の記号や空白があります。文字の間が空き、行の折り返しも乱れます。英語の記号を使ってください。
rule-text-repeated = 「をを」や「the the」のように、助詞や言葉が続けて2回あります。直したときの消し忘れです。一方を削除してください。
rule-text-prh = サイトのprh.ymlにある用語と違う書き方です。用語をそろえると、読者が同じものだと分かります。指摘に示した書き方にしてください。
rule-text-prh-file = prh.yml、またはそこから読み込む辞書に、使えない部分があります。その部分だけを使わずに、残りを使います。指摘された行を直してください。

## Fixes: check --fix

cli-option-fix = 安全に直せる指摘を、元のファイルで直します
fix-done = { $place }: 「{ $before }」→「{ $after }」（{ $rule }）
fix-removed = { $place }: { $before }を削除（{ $rule }）
fix-count = { NUMBER($count) }か所を直しました
fix-none = 自動で直せる指摘はありません
fix-changed = { $file }が実行中に変更されたため、直していません。もう一度実行してください。
fix-failed = { $file }を書き換えられません：{ $cause }
fix-failed-help = ファイルの書き込みの権限と、ディスクの空きを確かめてください。このファイルは元のままです。
## Parity

# $first and $second are quoted from the two texts; a form is "none" or the value in a form without language, such as 2020-05-25.
parity-conflict =
    { $first-lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $first-lang }
    }は{ $first }{ $first-form ->
        [none] {""}
       *[other] （{ $first-form }）
    }、{ $second-lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $second-lang }
    }は{ $second }{ $second-form ->
        [none] {""}
       *[other] （{ $second-form }）
    }です。どちらが正しいか確認してください。
parity-conflict-link =
    リンク先が違います。{ $first-lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $first-lang }
    }は「{ $first }」、{ $second-lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $second-lang }
    }は「{ $second }」です。どちらが正しいか確認してください。
parity-conflict-image =
    画像が違います。{ $first-lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $first-lang }
    }は「{ $first }」、{ $second-lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $second-lang }
    }は「{ $second }」です。どちらが正しいか確認してください。
parity-missing =
    「{ $value }」{ $form ->
        [none] {""}
       *[other] （{ $form }）
    }は{ $lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $lang }
    }だけにあり、{ $other ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $other }
    }にはありません。どちらかに過不足がないか確認してください。
parity-missing-link =
    「{ $value }」へのリンクは{ $lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $lang }
    }だけにあり、{ $other ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $other }
    }にはありません。
parity-missing-image =
    画像「{ $value }」は{ $lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $lang }
    }だけにあり、{ $other ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $other }
    }にはありません。
parity-other = もう一方の言語の文章はここです。
parity-untranslated =
    { $lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $lang }
    }のページに、翻訳されていない文章があります。
parity-untranslated-help = 翻訳してください。意図したものであれば、フロントマターの「allow」に理由を書いてください。
structure-blocks = 二つの言語の文章が、あまり対応していません。対応する相手のないブロックが、こちらに{ $ours }個、もう一方に{ $theirs }個あります。
structure-blocks-help = 段落、箇条書き、表の行の順序と数をそろえてください。そろうまで、事実の違いは一部しか調べられません。
term-missing = 「{ $term }」の訳語「{ $right }」が、{ $lang ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [ko] 韓国語
       *[other] { $lang }
    }のページに一度も出てきません。
term-missing-help = 用語集（content/glossary.yaml）の訳語を使うか、用語集に別の言い方を加えてください。
term-forbidden = 用語集（content/glossary.yaml）で使わないことにした言葉「{ $term }」があります。
term-forbidden-help = 「{ $right }」を使ってください。
rule-parity-date = 日付、年度または曜日が言語によって違います。一方の読者に誤った日が伝わります。元の資料を確かめて、誤りを直してください。和暦と西暦は同じものとして比べます。
rule-parity-number = 数、期間、割合または番号が言語によって違います。9,500万と95 millionのような書き方の違いは同じものとして比べます。元の資料を確かめて、誤りを直してください。
rule-parity-money = 金額が言語によって違います。一方の読者が誤った額を用意してしまいます。元の資料を確かめて、誤りを直してください。
rule-parity-time = 時刻が言語によって違います。一方の読者が閉まっている時間に来てしまいます。元の資料を確かめて、誤りを直してください。
rule-parity-phone = 電話番号が言語によって違います。一方の読者が違う相手に電話をかけてしまいます。正しい番号にそろえるか、意図した違いであれば共通データに言語ごとの番号を書いてください。
rule-parity-email = メールアドレスが言語によって違います。一方の読者のメールが届きません。正しいアドレスにそろえてください。
rule-parity-link = リンク先が言語によって違うか、一方にしかありません。一方の読者が必要なページに着けません。リンク先をそろえてください。
rule-parity-image = 画像が言語によって違うか、一方にしかありません。画像をそろえるか、意図した違いであればフロントマターの「allow」に理由を書いてください。
rule-parity-untranslated = ページの言語に訳されていない文章があります。読めない読者がいます。翻訳してください。
rule-parity-term = 用語集（content/glossary.yaml）の用語が、決めた訳語になっていないか、使わないことにした言葉があります。読者が別のものと思うおそれがあります。決めた言葉を使ってください。
## Translations

rule-translation-behind = 両言語の内容が同じだと確認したあとに、もう一方の言語だけが変更され、このページの更新が済んでいません。項目を指定してtaiyaku diffで変更箇所を見て、ページを更新し、taiyaku confirmで確認済みにしてください。
rule-translation-ahead = 両言語を確認したあとにこのページが変更され、もう一方の言語にまだ反映されていません。このページの内容は正しいかもしれません。
rule-translation-answered = 両方の言語の同じ箇所が変更されています。変更とその翻訳だと思われます。両方を読んで、項目を指定してtaiyaku confirmを実行してください。
rule-translation-diverged = 両方の言語がそれぞれ別の箇所で変更され、内容が食い違っています。項目を指定してtaiyaku diffで変更箇所を見て、両方を更新してください。
rule-translation-unconfirmed = この項目の両言語が同じ内容であることを、まだだれも確認していません。このままでは、あとの変更に気づけません。両方を読んで、taiyaku confirmを実行してください。この指摘は、最初の項目を確認済みにしたあとに出ます。
rule-translation-orphan = 主言語のページまたは項目全体がなくなったのに、翻訳や確認済みの本文が残っています。移動するか、削除してください。
rule-translation-required = site.yamlの「require」で両言語の一致を求めている項目が、一致していないか、まだ確認されていません。両方の言語を最新にして、taiyaku confirmを実行してください。
translation-required-here = site.yamlのこの行が、両言語の一致を求めています。
translation-moved-to = なくなった部分のいくつかは、項目「{ $topic }」のここにあります。
translation-behind = { $count ->
   *[other] { language-name }のページに、このページへまだ反映されていない変更が{ NUMBER($count) }か所あります。最初の箇所はここです。
}
translation-ahead = { $count ->
   *[other] { language-name }のページへまだ反映されていない変更が{ NUMBER($count) }か所あります。最初の箇所はここです。
}
translation-answered = { $count ->
   *[other] 両方の言語で{ NUMBER($count) }か所が変更されています。最初の箇所はここです。同じ内容であることは、まだ確認されていません。
}
translation-diverged = このページと{ language-name }のページがそれぞれ変更され、相手に反映されていない箇所が{ NUMBER($count) }か所あります。
translation-unconfirmed = このページが{ language-name }のページと同じ内容であることは、まだ確認されていません。
translation-orphan = この項目の{ language-name }のページがなくなっています。
translation-orphan-help = このページも削除するか、フロントマターの「languages:」に、この項目を用意する言語を書いてください。
translation-leftover = 項目「{ $topic }」はなくなりましたが、確認済みの本文が残っています。
translation-leftover-help = { $file }と、その隣のファイルを削除してください。
translation-moved-help = 項目「{ $new }」の本文が同じです。確認済みの本文ごと名前を変えるには、「taiyaku move { $old } { $new }」を実行してください。
translation-conflict = この確認済みの本文には、2つの版を統合できなかった跡が残っています。
translation-half = この本文と一緒に確認されたもう一方の本文がありません。
translation-changed-here = 変更された箇所はここです。
translation-confirm-help = 両方の言語を読み、同じ内容であれば「taiyaku confirm { $topic }」を実行してください。
translation-diff-help = 「taiyaku diff { $topic }」で、すべての変更箇所を見られます。両方の言語が同じ内容になったら、「taiyaku confirm { $topic }」を実行してください。
state-agreed = 一致
state-behind = 更新待ち
state-ahead = 先行
state-answered = 確認待ち
state-diverged = 双方変更
state-unconfirmed = 未確認
state-missing = 未翻訳
state-single = 単一言語
state-orphan = 対応元なし
change-link = リンク先の変更
change-edited = 変更
change-moved-and-edited = 移動と変更
change-deleted = 削除
change-inserted = 追加
cli-status = 項目ごとに、両言語の状態を表示します
cli-diff = 項目を確認済みにしたあとの変更箇所を表示します
cli-confirm = 項目の両言語が同じ内容だと確認済みにします
cli-value-topic = 項目
cli-value-topics = 項目|言語
cli-operand-topic = 項目。例：apply/lost-form
cli-operand-topics = 項目（例：apply/lost-form）。一部の言語だけを確認済みにするときは言語も
cli-option-all = 一致していないすべての項目を、質問のうえで確認済みにします
cli-option-alike = 両言語で値やリンク先が同じように変わった項目だけを確認済みにします
cli-option-yes = 質問しません
cli-option-despite-parity = 本文の値が食い違う項目も確認済みにします
cli-usage-required = taiyaku { $command } { $operand } [オプション]
cli-missing-operand = { $operand }を指定してください。
cli-column-topic = 項目
cli-column-open = 未反映
cli-unknown-topic = 項目「{ $topic }」はありません。
cli-unknown-topic-help = 「taiyaku status」で、すべての項目を見られます。
status-count = { $state }{ NUMBER($count) }
status-topics = { $count ->
   *[other] { NUMBER($count) }項目：{ $states }
}
status-share = ブロックの{ $percent }％が一致しています（{ NUMBER($total) }のうち{ NUMBER($agreed) }）。
status-nothing = 作業はありません。すべての項目で、両言語が同じ内容です。
status-next-diff = 次の作業：変更箇所を見て、もう一方の言語に反映します。taiyaku diff { $topic }
status-next-confirm = 次の作業：両方の言語を読み、同じ内容だと確認済みにします。taiyaku confirm { $topic }
status-next-orphan = 次の作業：主言語のページがない項目の扱いを決めます。{ $topic }
diff-heading = { $topic }：{ $states }
diff-nothing = 両言語を確認したあとの変更はありません。
diff-unconfirmed = 両言語が同じ内容であることはまだ確認されていないので、比べるものがありません。
diff-missing = 比べるページがありません。
diff-both = 両方の言語で変更
diff-one = 一方の言語だけで変更
diff-partner = もう一方の言語で対応する箇所：
diff-after = もう一方の言語での位置は、次の箇所のあとです：
diff-start = もう一方の言語での位置は、先頭です。
confirm-done = 確認済みにしました：{ $topic }（{ $languages }）
confirm-same = 確認済みで、変更はありません：{ $topic }（{ $languages }）
confirm-open = { $count ->
   *[other] 一方の言語だけの変更が{ NUMBER($count) }か所ありましたが、これで一致とみなします。
}
confirm-nothing = 確認済みにする項目はありません。
confirm-list = 両言語が同じ内容だと確認済みにする項目：
confirm-question = すべて確認済みにしますか。 [y/N]
confirm-cancelled = 確認済みにした項目はありません。
confirm-refused-errors = 「{ $topic }」にはエラーがあるため、確認済みにしませんでした。「taiyaku check」で見られます。
confirm-refused-parity = 「{ $topic }」は本文の値が食い違っているため、確認済みにしませんでした。場所は「taiyaku check」で見られます。それで正しいときは--despite-parityを付けてください。
confirm-refused-conflict = 「{ $topic }」は確認済みにしませんでした。{ $file }に、途中の統合を示す「<<<<<<<」または「>>>>>>>」の行が残っています。
confirm-refused-missing = 「{ $topic }」には{ language-name }のページがないため、確認済みにしませんでした。
confirm-disk = { $path }に書き込めませんでした：{ $cause }。上に表示されていない項目は、確認済みになっていません。

## Preview in the browser

panel-title = 指摘
panel-close = 閉じる
panel-page = このページ
panel-site = ほかのページとサイト全体
panel-kept = エラーがあるため、サイトを更新していません。下に見えるのは、前の正しいページです。
panel-more = ほかの{ NUMBER($count) }件は、ダッシュボードで見られます。
board-title = ダッシュボード
board-nav = プレビュー
board-site = サイトへ
board-topics = 項目
board-findings = 指摘
board-facts = 共通データ
board-dates = 下書きと予定
board-links = サイトの外へのリンク
board-nothing = ありません。
board-more = 残りの{ NUMBER($count) }件も表示する
board-compare = 対照
board-day = 日
board-event = 内容
board-language = 言語
board-date = { DATE($date) }
board-draft = 下書き
board-published = 公開予定
board-expired = 公開終了
board-expires = 公開終了予定
compare-title = 言語を対照する
compare-of = { $topic }の対照
compare-pairs = 言語
compare-only = 確かめる所だけを表示する
compare-show = ページを見る
compare-edit = ファイルを開く
compare-line = { $line }行目
compare-agreed = どちらの文章も、確認済みのままです。
compare-hint = 両方の文章を読み、同じ内容であれば確認済みにしてください。以後の変更は、この文章と比べて表示します。
compare-confirm = 確認済みにする
compare-cancel = やめる
compare-question = { $first }と{ $second }は同じ内容ですか。
compare-question-text = 「{ $topic }」の両方の文章を、今のまま保存します。
compare-refused-parity = 値が食い違っているため、ここでは確認済みにできません。食い違う所は下で示しています。それで正しいときは「taiyaku confirm { $topic } --despite-parity」を実行してください。
compare-refused-errors = エラーがある間は、確認済みにできません。
compare-changed = 文章がその後に変わったため、確認済みにしませんでした。もう一度読んでください。
compare-behind = { $newer }は確認済みの後に変わりましたが、{ $late }にはまだ反映されていません。
compare-removed = { $newer }からは削除されましたが、{ $late }にはまだ残っています。
compare-both = 確認済みの後に、両方の言語がここで変わりました。
compare-missing = { $language }には、これに対応する部分がありません。
compare-kind-title = 題名
compare-kind-nav-title = メニューでの題名
compare-kind-summary = 概要
compare-kind-alt = 代替テキスト
compare-kind-image = 画像
compare-kind-directive = 表示の指定
compare-kind-html = HTML
## Schemas

cli-schema = ファイルのJSON Schemaを出力します（エディター用）
cli-value-schema = site|front-matter|facts
cli-operand-schema = 設定、ページのフロントマター、またはcontent/facts.yaml
schema-unknown = 「{ $name }」というスキーマはありません。
schema-site = taiyakuのサイトの設定（site.yaml）
schema-front-matter = taiyakuのページのフロントマター
schema-facts = taiyakuの共通データ（content/facts.yaml）

## Keys: what each does. Code stands in backticks.

key-site-base-url = サイトを公開するアドレスです。`https://www.example.jp/card/`のようにパスがあると、すべてのリンクにそのパスが付きます。
key-site-languages = サイトの言語を、言語タグで書きます。最初のものが主な言語です。
key-site-title = サイトの名前です。言語ごとに書くか、全言語共通の名前を一つ書きます。
key-site-footer = サイトの運営者など、すべてのページの下部に表示する文です。言語ごとに書くか、全言語共通の文を一つ書きます。
key-site-theme = テーマの名前です。`themes/`にあるフォルダーの名前か`default`を書きます。
key-site-prefix = `all`では、どの言語にも`/ja/`や`/en/`のフォルダーが付き、`/`は言語を選ぶページになります。`others`では、主な言語は`/`に置かれ、ほかの言語にだけフォルダーが付きます。
key-site-missing-translation = ある言語にページがないときの扱いです。`notice`は、その旨を示して別の言語で表示し、検索エンジンには載せません。`omit`は、その言語ではページを作りません。`error`は、サイトを書き出しません。
key-site-external-links = サイトの外へのリンクを、同じタブで開くか、新しいタブで開くかを決めます。新しいタブで開くことは、リンクに示されます。
key-site-dates = 日付の書き方を言語ごとに決めます。日本語は`era`（`令和2年5月25日`）、`era-both`（`令和2（2020）年5月25日`）、`western`（`2020年5月25日`）、`iso`から選びます。英語は`long`（`May 25, 2020`）、`uk`（`25 May 2020`）、`iso`から、ほかの言語は`long`、`iso`から選びます。
key-site-timezone = ページの`published`と`expires`の日付が変わるタイムゾーンです。
key-site-rules = 規則のレベルです。規則の名前か`text-*`のような分類ごとに、`error`、`warning`、`hint`、`off`のいずれかを書きます。規則の名前が分類より優先されます。
key-site-search = 検索ページを作るかどうかです。検索はまだないため、効果はありません。
key-site-raw-html = Markdownの中のHTMLを、そのまま使うか、文字として表示するかを決めます。
key-site-phrases = 見出しの改行で途中を切らない日本語の語句です。
key-site-contact = すべてのページに表示する問い合わせ先です。`contact`の共通データの名前を書きます。カテゴリやページでは、別のものを指定できます。
key-site-redirects = 以前のアドレスと、その転送先です。どちらも`/`から始まるパスで、`base_url`のパスは含めません。転送先には`https`のアドレスも書けます。
key-site-deploy = 公開先を名前ごとに書きます。書き方は確認されますが、公開のコマンドはまだありません。
key-site-require = `safety/`のようなフォルダーや項目のうち、両方の言語が確認済みでなければならないものに、`agreed`と書きます。`/`はサイト全体です。確認済みでないものは、エラーになります。
key-site-warn-after = ページが更新待ちになってから、ヒントが警告に変わるまでの期間です。新しいほうの本文の`updated`の日から数えます。`P14D`のように書きます。
key-site-deploy-url = 公開先のアドレスです。`s3://`、`gs://`、`az://`、`file:`、`git:`のいずれかで始めます。

key-page-title = 題名です。ページの見出し、メニュー、検索結果に表示されます。
key-page-nav-title = メニューと、本文の上のパンくずリストに使う短い題名です。
key-page-summary = 一覧、検索エンジン、フィードのための1、2文の説明です。
key-page-order = メニューでの順番です。小さい数が先です。数のないページは、その後にファイル名の順で並びます。
key-page-nav = メニューに表示するかどうかです。
key-page-slug = ページのアドレスの最後の部分です。カテゴリのページに書くと、その下のすべてのアドレスで、カテゴリの部分が変わります。リンクには、元のファイル名を書きます。
key-page-updated = 読者にとって意味のある変更をした日です。ページに表示されます。自動では入りません。
key-page-published = ページを公開する日です。その日までは、サイトに含まれません。
key-page-expires = ページを取り下げる日です。
key-page-draft = 下書きとして、サイトに含めないかどうかです。`--drafts`を付けると表示されます。
key-page-redirect-from = ページの以前のアドレスです。`/`から始まるパスで書きます。
key-page-template = ページを作るテンプレートの名前です。`.html`は付けません。
key-page-toc = ページの先頭に目次を表示するかどうかです。書かないと、第2レベルの見出しが三つ以上のページに表示されます。
key-page-menu-link = 本文の各節の終わりに、メニューへ戻るリンクを表示するかどうかです。書かないと、目次のあるページに表示されます。
key-page-related = 本文の下のリンクです。ファイルと、`fact:名前`の形の共通データを書けます。
key-page-contact = このページの問い合わせ先です。カテゴリのページに書くと、その下のページにも使われます。`contact`の共通データの名前を書きます。
key-page-list = `published`と書くと、カテゴリのページの一覧が、公開日の新しい順になります。
key-page-languages = 意図してこのページを置く言語です。ほかの言語がなくても、不足とはみなされません。
key-page-allow = そのままでよい指摘を、理由を添えて書きます。
key-page-allow-rule = 規則の名前です。
key-page-allow-reason = そのままでよい理由です。
key-page-allow-text = 指摘された部分の文字です。書かないと、このページにあるその規則の指摘をすべて許可します。
key-page-extra = テーマに渡す値です。何でも書けます。テンプレートでは`page.extra`で使います。

key-fact-phone = 電話番号です。電話をかけるリンクになります。
key-fact-date = 日付です。2020-05-25の形で書くと、`dates`で決めた書き方で表示されます。
key-fact-duration = 期間です。ISO 8601の形で書きます。`P1M`は1か月、`P2W`は2週間、`PT30M`は30分です。
key-fact-url = ウェブのアドレスです。`label`を文字とするリンクになります。
key-fact-money = 金額です。`1500 JPY`のように、数と通貨の記号を書きます。
key-fact-number = 数です。区切りを入れずに数字で書きます。
key-fact-text = 名称などの文字列です。
key-fact-email = メールアドレスです。リンクになります。
key-fact-address = 所在地です。
key-fact-contact = 名称、電話番号、受付時間などのまとまりです。`contact`で指定したページに表示されます。
key-fact-hours = 受付時間です。`Mo-Fr 09:00-17:00`のようなschema.orgの形か、`always`（24時間365日）を書きます。
key-fact-label = 値の呼び名です。言語ごとに書くか、全言語共通のものを一つ書きます。
key-fact-about = `duration`がおおよその値かどうかです。「約1か月」のように表示されます。
key-contact-name = 窓口の名称です。
key-contact-phone = 電話番号、または`phone`の共通データの名前です。
key-contact-email = メールアドレス、または`email`の共通データの名前です。
key-contact-address = 所在地、または`address`の共通データの名前です。
key-contact-hours = 受付時間、または`hours`の共通データの名前です。
key-contact-url = ウェブのアドレス、または`url`の共通データの名前です。
key-contact-text = そのほかに知らせること、または`text`の共通データの名前です。
## Forms to hand on: tables and pages

cli-column-language = 言語
cli-column-state = 状態
cli-column-main-state = 主言語の状態
cli-column-main-file = 主言語のファイル
cli-column-file = ファイル
cli-column-blocks = ブロック数
cli-column-in-step = 一致
cli-column-characters = 翻訳する文字数
diff-page-title = { $topic }の変更箇所
diff-page-state = { $language }：{ $state }
diff-page-removed = 削除した文
diff-page-added = 追加した文
diff-page-number = 番号
diff-page-follow = 変更を反映する箇所：
diff-page-after = 次の箇所のあとに追加：
diff-page-start = 先頭に追加

## Making and moving pages: new, translate, move

cli-new = すべての言語に新しいページを作ります
cli-translate = 足りない言語のページを、翻訳できる形で作ります
cli-move = 項目やセクションの名前を、ファイルとリンクごと変えます
cli-value-language = 言語
cli-value-old = 元の項目
cli-value-new = 新しい項目
cli-operand-new = 新しい項目。例：apply/lost-form。末尾に「/」を付けるとセクション
cli-operand-old = 元の項目またはセクション
cli-option-to = 翻訳先の言語（省略時：足りないすべての言語）
name-begin-help = 「.」「_」「-」「~」で始まる名前は、サイトに含まれません。文字か数字で始めてください。
name-ends-with-language = 「{ $name }」は「.{ $tag }」で終わるため、言語の指定として読まれます。
new-exists = 項目「{ $topic }」はすでにあります：{ $file }
new-exists-help = 足りない言語のページは「taiyaku translate { $topic }」で作れます。
new-below-file = フォルダーが必要な場所にファイルがあります：{ $file }
new-next = { $count }ページを作りました。各言語の本文を書き、書き終えたらフロントマターの「draft: true」を消してください。
new-lead = このページで分かることを、ここに1、2文で書きます。
new-heading = 見出し
new-text = この節の本文を書きます。
translate-no-source = 「{ $topic }」には、翻訳の元にできる完成したページがありません。
translate-unreadable = { $file }のフロントマターを読み取れません。「taiyaku check」で理由を確認できます。
translate-exists = ページはすでにあります：{ $file }
translate-nothing = 「{ $topic }」には、すべての言語のページがあります。
translate-single = 「{ $topic }」は、「languages:」で一部の言語だけに公開すると決めてあります。
translate-single-help = フロントマターの「languages:」に言語を加えるか、その行を消してください。
translate-next = 翻訳する文が{ $count }か所あります。それぞれの前に（用語のリストでは後ろに）「<!-- untranslated -->」を付けました。翻訳したら印を消してください。すべて消すまで、ページはないものとして扱います。
translation-unfinished = このページには、{ language-name }に翻訳していない文が{ $count }か所あります。
translation-unfinished-help = 「{ $mark }」の付いた文を翻訳して、印を消してください。それまで、ページはないものとして扱います。
status-next-translate = 次の作業：まだないページを作ります。taiyaku translate { $topic }
status-next-finish = 次の作業：印の残っている文を翻訳します。{ $file }
move-home = トップページは移動できません。
move-same = 「{ $topic }」は、すでにこの名前です。
move-inside = 「{ $topic }」を、自身の中に移動することはできません。
move-unreadable = { $file }を読み取れず、リンクの関係が分からないため、何も移動しませんでした。
move-unreadable-help = 「taiyaku check」で問題の箇所を確認し、直してからもう一度実行してください。
move-address = URL「{ $address }」は{ $file }が使っているため、何も移動しませんでした。
move-address-help = 別の名前にするか、そのURLを使っているものを取り除いてください。
move-text = { $place }は自動では書き換えられません。手で直してから移動してください。
move-file = 移動：{ $from } → { $to }
move-links = リンクを{ $count }件変更：{ $file }
move-redirect = 転送：{ $address } → { $file }
move-asset = ファイルのURLが{ $file }から{ $to }に変わります。ファイルには転送ページを置けないため、サーバーで転送を設定しないと、ほかのサイトからのリンクが切れます。
move-next = リンク、ファイル、確認済みの本文も移動しました。元のURLからは新しいページに転送されます。移動後の状態は「taiyaku check」で確認できます。
files-exists = { $path }はすでにあります。
files-changed = { $path }が、実行中に変更されました。
files-link = { $path }はリンクです。リンク先を手で移動してください。
files-disk = { $path }に書き込めませんでした：{ $cause }
files-nothing-done = 何も変更していません。
files-stuck = { $path }を元に戻せませんでした。元の内容は、同じ場所にある点で始まる名前のファイルに残っています。

## Addresses of the last build

rule-url-lost = 前回のビルドにあったページやファイルのURLに、今回は何もありません。ほかのサイトからのリンクやブックマークが切れます。
url-lost = 前回のビルドにあった{ $url }に、今回は何もありません。
url-lost-moved-help = 移動した場合は、{ $file }のフロントマターに「redirect_from: [{ $from }]」を加えてください。なくした場合は、代わりに案内する先をsite.yamlの「redirects:」に書いてください。
url-lost-help = 代わりに案内する先を、site.yamlの「redirects:」に「{ $from }: { $to }」のように書いてください。
url-lost-file-help = ファイルを元に戻すか、サーバーで転送を設定してください。
