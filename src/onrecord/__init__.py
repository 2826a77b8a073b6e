"""On the Record: who said what, from news reports to a published database."""

from importlib.metadata import version

__version__ = version("onrecord")
