"""The people of the stories: what each does on their own page, in the words of the room."""
