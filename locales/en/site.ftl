# What pages say in English.

## Every page

skip-to-content = Skip to main content
updated = Updated

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
table-region = Table
task-done = Done
task-open = Not done
footnotes = Footnotes
footnote-back = Back to reference { NUMBER($number) }
