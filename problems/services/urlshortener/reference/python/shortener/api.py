"""The API: which request means what, and what is answered."""

import time

from .http import Problem, Request, Response, json_response
from .links import Invalid, Link, NotAnObject, parse_new_link
from .settings import Settings
from .store import CodeTaken, Store


class Api:
    def __init__(self, store: Store, settings: Settings):
        self._store, self._settings = store, settings

    async def answer(self, request: Request) -> Response:
        match request.path.split("/")[1:]:
            case ["healthz"]:
                _allow(request, "GET", "HEAD")
                return json_response(200, {"status": "ok"})
            case ["links"]:
                _allow(request, "POST")
                return await self._create(request)
            case ["links", code] if code:
                _allow(request, "GET", "HEAD", "DELETE")
                return await (self._delete(code) if request.method == "DELETE" else self._show(code))
            case [code] if code:
                _allow(request, "GET", "HEAD")
                return self._redirect(code, counts=request.method == "GET")
        raise Problem(404, "there is nothing at this path")

    async def _create(self, request: Request) -> Response:
        try:
            new = parse_new_link(request.body, self._settings.own_host)
            link = await self._store.create(new)
        except NotAnObject as error:
            raise Problem(400, str(error)) from None
        except Invalid as error:
            raise Problem(422, str(error)) from None
        except CodeTaken:
            raise Problem(409, "the alias is taken") from None
        return json_response(201, self._json(link), {"Location": f"/links/{link.code}"})

    async def _show(self, code: str) -> Response:
        link = _existing(await self._store.find_counted(code))
        return json_response(200, self._json(link), {"Cache-Control": "no-store"})

    async def _delete(self, code: str) -> Response:
        _existing(self._store.find(code))
        if not await self._store.delete(code):
            raise Problem(410, "the link was deleted")
        return Response(204)

    def _redirect(self, code: str, *, counts: bool) -> Response:
        link = _existing(self._store.find(code))
        if link.expired(time.time()):
            raise Problem(410, "the link has expired")
        if counts:
            self._store.hit(code)
        return Response(302, {"Location": link.url, "Cache-Control": "no-store"})

    def _json(self, link: Link) -> dict:
        return link.to_json(self._settings.public_url)


def _allow(request: Request, *methods: str) -> None:
    if request.method not in methods:
        raise Problem(405, f"use {' or '.join(methods)}", {"Allow": ", ".join(methods)})


def _existing(link: Link | None) -> Link:
    if link is None:
        raise Problem(404, "there is no such link")
    if link.deleted:
        raise Problem(410, "the link was deleted")
    return link
