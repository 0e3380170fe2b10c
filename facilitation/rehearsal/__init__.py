"""The simulated people of `rehearse`: they know the server by its network interface alone."""
