# What pages say in English.

## Every page

skip-to-content = Skip to main content
updated = Updated
