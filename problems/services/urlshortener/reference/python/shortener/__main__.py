"""Starts the service: settings from the environment, signals, and an orderly end."""

import asyncio
import logging
import signal
import sys

from .api import Api
from .http import serve
from .settings import Settings
from .store import Store

BACKLOG = 2048


async def main() -> None:
    settings = Settings.from_environment()
    store = Store(settings.data_dir)
    await store.open()
    server = await serve(Api(store, settings).answer, settings.port, BACKLOG)

    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    logging.info("listening on port %d, data in %s", settings.port, settings.data_dir)

    await stopping.wait()
    server.close()
    await store.close()
    logging.info("stopped")


if __name__ == "__main__":
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    asyncio.run(main())
