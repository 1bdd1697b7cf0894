# What the program says in English: the command line and the findings.
#
# One message a key; the keys are the same in every language. Sections begin with ##, one for each
# part of the program; add a message at the end of its section.

## Words: Fluent files

words-syntax = This cannot be read as Fluent: { $detail }
words-missing = The message “{ $key }” is missing in { $lang }.

## Links

link-missing = There is no page or file “{ $target }”.

## Findings

finding-error = error
finding-warning = warning
finding-hint = hint
finding-help = help
finding-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
finding-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
finding-hints = { $count ->
    [one] { $count } hint
   *[other] { $count } hints
}
finding-none = No findings
# Stands between the items of a list within a sentence.
list-separator = { ", " }

## Command line

cli-about = Builds information sites that say the same in two languages.
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-shared = Options of every command
cli-heading-operands = Arguments
cli-usage-program = taiyaku COMMAND [OPTIONS]
cli-usage-command = taiyaku { $command } [OPTIONS]
cli-usage-operand = taiyaku { $command } [{ $operand }]
cli-build = Check the site, then write it
cli-check = Check the site and write nothing
cli-serve = Show a preview that follows every change
cli-facts = List the facts that the pages share
cli-rules = List the rules with what they look for
cli-help = Show the help of a command
cli-operand-command = The command; without one, the help of all
cli-option-out = Write the site to this folder (default: public)
cli-option-drafts = Include drafts and pages outside their dates, marked as such
cli-option-adopt = Write to a folder that holds other files, and leave those alone
cli-option-port = The port of the preview (default: 4000)
cli-option-host = The address that the preview answers on (default: 127.0.0.1, this computer only)
cli-option-open = Open the preview in the browser
cli-option-root = The folder of the site (default: this one, or the nearest above it with a site.yaml)
cli-option-lang = The language of messages (default: that of the environment)
cli-option-format = Write for people or for programs (default: human)
cli-option-deny = Treat warnings as errors
cli-option-today = Make the site for this day (default: today in the site’s time zone)
cli-option-quiet = Write findings and errors only
cli-option-color = When to use colors (default: auto)
cli-option-help = Show this help
cli-option-version = Show the version
cli-value-folder = FOLDER
cli-value-day = DATE
cli-value-port = NUMBER
cli-value-host = ADDRESS
cli-value-command = COMMAND
cli-expects-day = Write a day of the calendar such as 2026-11-23.
cli-expects-port = Write a number from 0 to 65535.
cli-expects-one-of = Write one of these: { $values }.
cli-did-you-mean = Did you mean “{ $name }”?
cli-unknown-command = There is no command “{ $command }”.
cli-unknown-option = There is no option “{ $option }” here.
cli-option-elsewhere = The option “{ $option }” belongs to “taiyaku { $command }”.
cli-too-many = “{ $argument }” is one argument too many.
cli-no-value = The option “{ $option }” takes no value, but was given “{ $value }”.
cli-missing-value = The option “{ $option }” needs a value.
cli-bad-value = The option “{ $option }” cannot take “{ $value }”.
cli-twice = The option “{ $option }” was given more than once.
cli-conflict = The options “{ $option }” and “{ $other }” exclude each other.
cli-not-unicode = An argument is not valid Unicode text.
cli-missing-command = Please name a command.
cli-wrong-arguments = The arguments could not be understood: { $detail }
cli-see-help = For more, run “{ $command } --help”.
cli-no-folder = The current folder no longer exists.
cli-no-site = There is no site in { $folder }: neither there nor above it is a site.yaml.
cli-no-site-at = There is no site in { $folder }: it has no site.yaml.
cli-no-site-help = Go to the folder of a site, or name it with --root.
cli-bad-epoch = SOURCE_DATE_EPOCH is “{ $value }”, which is not a number of seconds.
cli-bad-epoch-help = Set it to the seconds since 1970-01-01 in UTC, or unset it.
cli-cannot-write = The output could not be written: { $cause }
cli-written = { $pages ->
    [one] Wrote { $pages } page
   *[other] Wrote { $pages } pages
} ({ $files ->
    [one] { $files } file
   *[other] { $files } files
} in all) to { $folder }.
cli-not-written = Nothing was written.
cli-not-yet = This version cannot do that yet.
cli-column-rule = Rule
cli-column-level = Level
cli-column-documentation = What it looks for
cli-column-fact = Fact
cli-column-pages = Pages
