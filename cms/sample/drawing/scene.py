"""A scene: what is drawn on a sheet, on which sky, from which seed."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from cms.sample.drawing.sheet import FULL_SCALE, Sheet

Paint = Callable[[Sheet], None]
SCENES: dict[str, "Scene"] = {}


@dataclass(frozen=True)
class Scene:
    """One picture of the sample archive, ready to be printed at any size."""

    name: str
    paint: Paint
    sky: tuple[str, ...]
    seed: int
    upright: bool

    def draw(self, scale: float = FULL_SCALE) -> Image.Image:
        sheet = Sheet(self.seed, self.sky, upright=self.upright, scale=scale)
        self.paint(sheet)
        return sheet.finish()


def scene(name: str, *sky: str, seed: int, upright: bool = False) -> Callable[[Paint], Paint]:
    """Enter a function into the list of scenes; the sky runs from the top of the sheet to its foot."""

    def enter(paint: Paint) -> Paint:
        SCENES[name] = Scene(name, paint, sky, seed, upright)
        return paint

    return enter
