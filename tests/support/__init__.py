"""What tests share: a small scenario, a named cast, rooms played by commands."""
