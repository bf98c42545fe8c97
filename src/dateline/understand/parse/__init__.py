"""From text to a tree: sentences and known names in, one parse with the model's usual mistakes mended out."""
