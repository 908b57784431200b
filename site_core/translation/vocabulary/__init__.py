"""Names and descriptions: snippets in several languages. Which of them are behind their source, and where."""
