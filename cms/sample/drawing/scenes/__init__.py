"""The scenes, by theme; importing this package enters them all."""

from cms.sample.drawing.scene import SCENES
from cms.sample.drawing.scenes import coast, craft, fields, flowers, highland, music, play, rivers, town, trade

__all__ = ["SCENES", "coast", "craft", "fields", "flowers", "highland", "music", "play", "rivers", "town", "trade"]
