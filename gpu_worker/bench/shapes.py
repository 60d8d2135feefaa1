"""Model shapes that can be measured without a download."""

from dataclasses import dataclass

from transformers import PreTrainedConfig, Qwen2Config


@dataclass(frozen=True, slots=True)
class Shape:
    """A Qwen2.5-shaped model: grouped-query attention, gated feed-forward, biased q, k and v."""

    layers: int
    hidden: int
    heads: int
    kv_heads: int
    ffn: int
    vocab: int
    tied: bool = True

    def config(self) -> PreTrainedConfig:
        """Return transformers' configuration; weights are drawn wide enough to vary tokens."""
        return Qwen2Config(
            num_hidden_layers=self.layers,
            hidden_size=self.hidden,
            num_attention_heads=self.heads,
            num_key_value_heads=self.kv_heads,
            intermediate_size=self.ffn,
            vocab_size=self.vocab,
            tie_word_embeddings=self.tied,
            max_position_embeddings=32_768,
            initializer_range=0.02 if self.hidden >= 256 else 0.1,
        )


SHAPES = {
    "tiny": Shape(layers=2, hidden=64, heads=4, kv_heads=2, ffn=160, vocab=512),
    "100m": Shape(layers=12, hidden=768, heads=12, kv_heads=2, ffn=2_048, vocab=32_000),
    "0.5b": Shape(layers=24, hidden=896, heads=14, kv_heads=2, ffn=4_864, vocab=151_936),
    "1.5b": Shape(layers=28, hidden=1_536, heads=12, kv_heads=2, ffn=8_960, vocab=151_936),
    "7b": Shape(
        layers=28, hidden=3_584, heads=28, kv_heads=4, ffn=18_944, vocab=152_064, tied=False
    ),
}
