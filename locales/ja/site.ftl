# What pages say in Japanese.

## Every page

skip-to-content = 本文へ移動
updated = 更新日
