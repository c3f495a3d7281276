"""A plan as text for somebody: a sentence, Markdown, plain text, a calendar."""
