"""The server under the stories: the same as in every test that needs a real one."""

from tests.support.serving import Addresses, Server

__all__ = ["Addresses", "Server"]
