"""What the environment says."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Settings:
    port: int
    data_dir: Path
    public_url: str  # without a slash at its end

    @classmethod
    def from_environment(cls) -> "Settings":
        port = int(os.environ.get("PORT", "8080"))
        public_url = os.environ.get("PUBLIC_URL") or f"http://127.0.0.1:{port}"
        return cls(
            port=port,
            data_dir=Path(os.environ.get("DATA_DIR", "data")),
            public_url=public_url.rstrip("/"),
        )

    @property
    def own_host(self) -> str:
        return urlsplit(self.public_url).hostname or ""
