"""Several streams as one answer: the personal stream prevails where two hold one record."""

from typing import Any

Json = dict[str, Any]


def merged(streams: list[Json]) -> Json:
    """Streams in the order shared, personal; their records laid over each other.

    A record that one stream dropped but another still holds is not lost: the drop only counts
    when no other stream of the answer carries the record.
    """
    if len(streams) == 1:
        # Perhaps packed already: nothing is to be laid over it.
        return {name: value for name, value in streams[0].items() if name != "from"}
    content: Json = {
        "epoch": streams[0]["epoch"],
        "now": streams[0]["now"],
        "full": all(stream["full"] for stream in streams),
        "streams": {},
        "records": {},
    }
    for stream in streams:
        content["streams"].update(stream["streams"])
        for collection, records in stream["records"].items():
            kept = content["records"].setdefault(collection, {})
            for key, record in records.items():
                if record is not None or kept.get(key) is None:
                    kept[key] = record
    return content
