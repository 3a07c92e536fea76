"""Who exists: states past and present, their bodies, organisations, persons in office, places and happenings, by date."""

from dragoman.world.gazetteer import World
from dragoman.world.loading import WorldTableError
from dragoman.world.nouns import Happening, Person, Place, Sense, Term

__all__ = ["Happening", "Person", "Place", "Sense", "Term", "World", "WorldTableError"]
