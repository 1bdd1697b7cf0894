# What pages say in Japanese.
#
# A site replaces or adds messages in its own locales/ja/site.ftl. A key that ends in -html is
# markup: its variables are escaped before they go in; every other message is plain text.
# DATE($date, style: "era") writes a date, NUMBER($n) groups digits.

## Every page

page-title = { $page }｜{ $site }
skip-to-content = 本文へ移動
menu = メニュー
menu-of-section = このカテゴリのページ
you-are-here = 現在位置
on-this-page = 目次
back-to-menu = メニューへ戻る
back-to-top = ページの先頭へ戻る
previous-page = 前のページ
next-page = 次のページ
pager = 前後のページ
submenu = 「{ $title }」のページ
menu-more = このカテゴリのすべてのページ
all-pages = すべてのページ
related = 関連リンク
updated = 更新日
published = 公開日

## Contact

contact = お問い合わせ
name = 名称
phone = 電話番号
email = メールアドレス
address = 住所
hours = 受付時間
website = ウェブサイト

## News, feed and search

whats-new = 新着情報
feed = 新着情報のフィード（Atom）
feed-title = { $site }の新着情報
search = 検索
search-label = サイト内を検索
search-results = 検索結果
search-none = 「{ $query }」に一致するページはありません。
search-all-pages = すべてのページ

## Labels of links
#
# They stand behind the text of a link, after label-gap, and inside the link.

label-gap = { "" }
external = （外部サイト）
new-tab = （新しいタブで開きます）
file-label = （{ $type }形式：{ $size }）
file-label-untyped = （ファイル：{ $size }）
other-language = （{ $language }）

## Parts of a text

alert-note = 補足
alert-tip = ヒント
alert-important = 重要
alert-warning = 注意
alert-caution = 警告
task-done = 完了
task-open = 未完了
footnotes = 脚注
footnote-reference = 脚注{ $number }
footnote-back = 本文の脚注{ $number }の位置へ戻る
description = 図の内容を文章で読む
table-scroll = 横にスクロールできる表

## Languages

language-switch = 言語の切り替え
language-name =
    { $tag ->
        [ja] 日本語
        [en] 英語
        [zh] 中国語
        [zh-Hans] 中国語（簡体字）
        [zh-Hant] 中国語（繁体字）
        [ko] 韓国語
        [pt] ポルトガル語
        [pt-BR] ポルトガル語
        [es] スペイン語
        [vi] ベトナム語
        [tl] フィリピン語
        [fil] フィリピン語
        [th] タイ語
        [id] インドネシア語
        [ne] ネパール語
        [fr] フランス語
        [de] ドイツ語
        [uk] ウクライナ語
       *[other] { $name }
    }
chooser-title = 言語の選択
chooser-text = 表示する言語を選んでください。
chooser-continue = 日本語のページへ進む

## Notices

fallback-notice = この内容は{ $language }版のみです。日本語版はまだありません。
behind-notice = { $language }版が更新されています。このページの内容は古い可能性があります。
behind-notice-dated = { $language }版が{ DATE($date) }に更新されています。このページの内容は古い可能性があります。
behind-link = { $language }版を見る
notices = お知らせ
emergency = 緊急
draft-mark = 下書き
draft-notice = このページは下書きです。まだ公開していません。
scheduled-notice = このページは{ DATE($date) }に公開します。
expired-notice = このページの公開は{ DATE($date) }に終了しました。

## Pages that the generator makes

not-found-title = ページが見つかりません
not-found-text = お探しのページは、移動または削除された可能性があります。アドレスをご確認のうえ、トップページからお探しください。
not-found-home = トップページへ移動
redirect-title = ページの移動
redirect-text = このページは移動しました。
redirect-link = 移動先のページを開く

## File sizes and types

file-size-kb = { $amount }KB
file-size-mb = { $amount }MB
file-type =
    { $extension ->
        [docx] Word
        [doc] Word
        [xlsx] Excel
        [xls] Excel
        [pptx] PowerPoint
        [ppt] PowerPoint
        [txt] テキスト
        [jpg] JPEG
       *[other] { $name }
    }

## Money

money-jpy = { $amount }円
money-usd = { $amount }米ドル
money-eur = { $amount }ユーロ
money-other = { $amount }{ $code }

## Lengths of time
#
# The messages that begin with about- are for lengths that are only about right.

duration-years = { NUMBER($count) }年
duration-months = { NUMBER($count) }か月
duration-weeks = { NUMBER($count) }週間
duration-days = { NUMBER($count) }日
duration-hours = { NUMBER($count) }時間
duration-minutes = { NUMBER($count) }分
duration-seconds = { NUMBER($count) }秒
duration-joined = { $longer }{ $shorter }
number-word = { NUMBER($count) }
about-years = 約{ NUMBER($count) }年
about-months = 約{ NUMBER($count) }か月
about-weeks = 約{ NUMBER($count) }週間
about-days = 約{ NUMBER($count) }日
about-hours = 約{ NUMBER($count) }時間
about-minutes = 約{ NUMBER($count) }分
about-seconds = 約{ NUMBER($count) }秒
about-joined = 約{ $duration }

## Opening hours

hours-always = 24時間365日
hours-period = { $days }の{ $times }
days-range = { $first }から{ $last }まで
times-range = { $from }から{ $to }まで
list-next = { $list }、{ $item }
list-last = { $list }、{ $item }
periods-joined = { $list }、{ $item }
clock-hour = { $hour }
clock-half =
    { $hour ->
        [0] 午前
        [1] 午前
        [2] 午前
        [3] 午前
        [4] 午前
        [5] 午前
        [6] 午前
        [7] 午前
        [8] 午前
        [9] 午前
        [10] 午前
        [11] 午前
       *[other] 午後
    }
clock-minute = { $minute }
clock-time =
    { $minute ->
        [0] { clock-hour }時
       *[other] { clock-hour }時{ clock-minute }分
    }
