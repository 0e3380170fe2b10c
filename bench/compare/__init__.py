"""Tablée beside its peers: one load, several servers, interleaved; read as ratios of one run."""
