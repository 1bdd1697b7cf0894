# Words of this site. Every other word is that of the built-in theme.

sample-notice = The documentation of taiyaku is a taiyaku site itself. Its sources lie in docs/ of the repository.
