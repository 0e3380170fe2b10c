"""The commands, by what they are about; `facilitation.protocol.catalogue` joins them."""
