"""The pictures of the sample archive, drawn by this code in the manner of a colour print of many blocks.

A *block* holds shapes cut side by side and prints in one ink. Blocks are printed on a *sheet*
from the far distance to the foreground, each a little darker than the one behind: that is all
the perspective there is. Every scene has one source of light. Nothing is left to chance: each
has a seed, so a second run gives the same file.
"""

from cms.sample.drawing.captions import Caption, captions
from cms.sample.drawing.studio import draw, save

__all__ = ["Caption", "captions", "draw", "save"]
