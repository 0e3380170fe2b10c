"""How commands are saved, with everything outside the process left out."""
