"""Networks of layers: what the chapters on shallow networks and gradient flow stand on."""
