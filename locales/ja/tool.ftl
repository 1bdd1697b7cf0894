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
cli-option-port = プレビューのポート番号（省略時：4000）
cli-option-host = プレビューが応答するアドレス（省略時：127.0.0.1、このコンピューターのみ）
cli-option-open = プレビューをブラウザーで開きます
cli-option-root = サイトのフォルダー（省略時：現在のフォルダー、またはその上でsite.yamlがある最も近いフォルダー）
cli-option-lang = メッセージの言語（省略時：環境の言語）
cli-option-format = 人が読む形式か、プログラム用の形式か（省略時：human）
cli-option-deny = 警告をエラーとして扱います
cli-option-today = この日付のサイトとして作ります（省略時：サイトのタイムゾーンでの今日）
cli-option-quiet = 指摘とエラーだけを表示します
cli-option-color = 色を使う場合（省略時：auto）
cli-option-help = この説明を表示します
cli-option-version = バージョンを表示します
cli-value-folder = フォルダー
cli-value-day = 日付
cli-value-port = 番号
cli-value-host = アドレス
cli-value-command = コマンド
cli-expects-day = 2026-11-23のように、暦にある日付を書いてください。
cli-expects-port = 0から65535までの数を書いてください。
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
cli-cannot-write = 出力を書き込めません：{ $cause }
cli-written = { $pages }ページ（全{ $files }ファイル）を{ $folder }に書き出しました。
cli-not-written = 何も書き出していません。
cli-not-yet = このバージョンではまだできません。
cli-column-rule = 規則
cli-column-level = レベル
cli-column-documentation = 内容
cli-column-fact = 共通データ
cli-column-pages = ページ
