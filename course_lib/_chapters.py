"""The chapters of the course in its order, each with its short title: the one list of them.

The title of a page may say more before it.
"""

TITLES = {
    "binary_classification": "Binary classification",
    "binary_cross_entropy": "Binary cross-entropy",
    "sigmoid_derivative": "Sigmoid derivative",
    "shallow_networks": "Shallow networks",
    "relu": "ReLU and other hidden activations",
    "softmax": "Softmax",
    "gradient_flow": "Gradient flow",
    "architecture_sizing": "Architecture sizing",
}


def address(site: str, chapter: str, equation: str = "") -> str:
    """Give the address of a chapter, or of one of its equations, on a site."""
    return f"{site}/book/{chapter}.html" + (f"#equation-{equation}" if equation else "")
