"""Settings from the environment, read once and passed on; no other module reads them."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from facilitation.concurrency import MODE, Mode


def _data_dir() -> Path:
    given = os.environ.get("TABLEE_DATA_DIR")
    return Path(given) if given else Path(platformdirs.user_data_dir("tablee", appauthor=False))


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says; addresses and secrets are empty when not set."""

    data_dir: Path = field(default_factory=_data_dir)
    database_url: str = ""
    redis_url: str = ""
    backup_dir: str = ""
    admin_key: str = ""
    public_url: str = ""
    wifi_ssid: str = ""
    wifi_password: str = ""
    tls_cert: str = ""
    tls_key: str = ""
    hosts: str = ""
    trusted_proxies: str = ""
    most_sockets: str = ""
    faster: str = ""
    offline_shell: str = ""
    scenarios: Path = field(
        default_factory=lambda: Path(__file__).resolve().parent.parent / "scenarios"
    )
    async_mode: Mode = MODE

    @property
    def database(self) -> str:
        """The database's address; a file in the data folder unless another is named."""
        return self.database_url or f"sqlite:///{self.data_dir / 'tablee.db'}"

    @property
    def backups(self) -> Path:
        """Where copies of the database go; beside it unless another place is named."""
        return Path(self.backup_dir) if self.backup_dir else self.data_dir / "backups"


def read() -> Settings:
    """The settings of this process."""
    env = os.environ
    return Settings(
        database_url=env.get("TABLEE_DATABASE_URL", ""),
        redis_url=env.get("TABLEE_REDIS_URL", ""),
        backup_dir=env.get("TABLEE_BACKUP_DIR", ""),
        admin_key=env.get("TABLEE_ADMIN_KEY", ""),
        public_url=env.get("TABLEE_PUBLIC_URL", ""),
        wifi_ssid=env.get("TABLEE_WIFI_SSID", ""),
        wifi_password=env.get("TABLEE_WIFI_PASSWORD", ""),
        tls_cert=env.get("TABLEE_TLS_CERT", ""),
        tls_key=env.get("TABLEE_TLS_KEY", ""),
        hosts=env.get("TABLEE_HOSTS", ""),
        trusted_proxies=env.get("TABLEE_TRUSTED_PROXIES", ""),
        faster=env.get("TABLEE_FASTER", ""),
        most_sockets=env.get("TABLEE_MOST_SOCKETS", ""),
        offline_shell=env.get("TABLEE_OFFLINE_SHELL", ""),
    )
