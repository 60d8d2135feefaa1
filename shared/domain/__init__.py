"""The words of the product: closed sets, frozen dataclasses and pure rules."""
