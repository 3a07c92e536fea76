"""Text to spaCy Doc: our own small English model behind one class."""

from dragoman.language.model import MODEL_ID, TokenModel
from dragoman.language.pipeline import English, Language, default_language

__all__ = ["MODEL_ID", "English", "Language", "TokenModel", "default_language"]
