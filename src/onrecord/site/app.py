"""The site as an ASGI application, for servers that run more than one process of it.

    uvicorn --factory onrecord.site.app:make_app --workers 2

`datasette build/` is the same site in one process.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datasette.app import Datasette

from onrecord.db.folder import NAME
from onrecord.errors import OnRecordError
from onrecord.site.security import App

FOLDER = "ONRECORD_SITE"
BASE_URL = "ONRECORD_BASE_URL"
SECRET = "DATASETTE_SECRET"  # Datasette's own name for it


def make_app() -> App:
    """Return the site of the folder that ONRECORD_SITE names, or of build/."""
    # resolved: a process goes on with the files it began with when a link is set to newer ones
    folder = Path(os.environ.get(FOLDER, "build")).resolve()
    if not (folder / NAME).is_file():
        raise OnRecordError(f"{FOLDER}: {folder} has no {NAME}; scripts/build makes one in build/")
    site = Datasette(config_dir=folder, settings=_settings(folder), secret=os.environ.get(SECRET))
    app: App = site.app()
    return app


def _settings(folder: Path) -> Mapping[str, Any]:
    """Return the folder's settings, with the path that the site is under if one is given.

    Datasette reads settings.json only where no setting is given otherwise.
    """
    file = folder / "settings.json"
    settings: dict[str, Any] = json.loads(file.read_text()) if file.exists() else {}
    if base_url := os.environ.get(BASE_URL):
        settings["base_url"] = f"/{base_url.strip('/')}/".replace("//", "/")
    return settings
