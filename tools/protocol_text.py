"""The prose of docs/protocol.md, between the tables that derive from the catalogue."""

HEAD = """
# The protocol

What programs beside Tablée's own pages may rely on. Names change only with a version.

## In five lines

1. Up goes by HTTP: one `POST` per command, with a key made by the sender, answered once it is on disk.
2. The same key again gets the first answer; the same key with another body is refused (`key_reused`, 409).
3. Down comes by Socket.IO: numbered changes, per stream. Whoever misses one asks what came since, or for a snapshot.
4. A record is flat, has an `id`, and stands in one collection. Who sees which field is told below.
5. An error is `{"ok": false, "code": "ballot_closed", "message": "…in the reader's language…"}` with a fitting status.

## Who asks

`Authorization: Bearer TOKEN`, or the page's cookie together with the header `X-Tablee-As: ROLE`
(`participant`, `facilitator`, `screen`, `observer`, `table`). Writes by cookie without that header are refused
(`missing_header`), and so are writes that a page of another origin sends. Tokens are kept hashed; unknown, foreign and revoked ones are answered alike (`unknown_token`, 401).

## Addresses

| what | address |
| --- | --- |
| health | `GET /healthz` → `{"status": "ok", "version": "…"}` |
| pages | `/` join by code · `/w/CODE` phone · `/w/CODE/facilitate` · `/w/CODE/screen` · `/w/CODE/observe` · `/w/CODE/table/N` shared device |
| create | `POST /api/workshops`, bearer = `TABLEE_ADMIN_KEY`, `{"scenario": "belfort-2013"}` → 201 `{"code", "facilitator_token", "screen_token", "observer_token", "join_url"}` |
| join | `POST /api/workshops/CODE/participants`, `{"service": ID, "table": ID, "name": null, "key"?: 32 hex}` → 201 `{"participant", "token"}` |
| read | `GET /api/workshops/CODE/snapshot[?stream=NAME][&since=N or {"NAME": N}][&epoch=E]` |
| write | `POST /api/workshops/CODE/commands` `{"key": 32 hex, "name", "payload", "base"?, "as"?, "epoch"?, "number"?}` → `{"ok": true, "seq", "result", "epoch"}` |
| who am I | `GET /api/workshops/CODE/me` → `{"role", "participant", "table", "streams"}` |
| another phone | `POST /api/workshops/CODE/resume-code` → `{"resume_code"}`; typed on the join page it brings the same person back |
| seat codes | `POST /api/workshops/CODE/seats` (facilitator; form field `plan`: a CSV or XLSX table plan, or nothing for the scenario's) → `{"seats": […], "devices": […]}`: a code per place, and one per table's shared device; both are typed on the join page |
| documents | `GET /api/workshops/CODE/documents/NAME[?lang=fr][&job=ID]` (facilitator): `minutes`, `annex`, `summary`, each `.docx .pdf .html .md`; `plan.docx .pdf`, `contributions.csv`, `archive.zip` |
| suggestions | `GET /api/workshops/CODE/suggestions` (facilitator) → `{"engine", "groups": [{"key", "theme": ID or null, "title", "subtitle", "central": ID, "members": [ID]}], "outside": {ID: key of the nearest group or null}, "alike": [{"left": ID, "right": ID, "likeness", "score", "difference": "" or "negation" or "number", "left_text": [{"text", "differs"}], "right_text": …}]}`; nothing is changed by asking, and accepting is a matter of `theme.create` and `theme.assign`. `GET …/suggestions/why?left=ID&right=ID` → `{"shared": [[word on the left, word on the right]]}`. See [themes.md](themes.md) |
| socket | Socket.IO, `auth: {"token"}` or `{"code", "as"}` with the cookie, and `since: {stream: N}`, `epoch` |

`base` is the version (`v`) that the sender saw; a later one refuses with `conflict` (409) and `current`, the record as it is
now. For `action.edit` it is the field's own version (`versions`); for `theme.assign`, `bases` gives one per text.
`as` lets a table's shared device act for a member of that table.

## Streams, snapshots, changes

Streams: `facilitators`, `observers`, `screen`, `table:N`, `me:PARTICIPANT`. A phone holds two: its table's and its own.
Where both hold a record, the one of `me:` prevails; changes of shared streams are sent before personal ones.

- `snapshot` `{"epoch", "streams": {NAME: N}, "records": {collection: {id: record}}, "now", "full": true}` replaces what one held of the stream.
- `changes` `{"epoch", "streams": {NAME: N}, "from": M, "records": {collection: {id: record or null}}, "now"}`: a record that is `null` is no longer yours to see.
  Numbers are places in the workshop’s log: they grow, not by one, and every worker of a server means the same by them. Take what has `from` ≤ the number you hold < its
  own; leave out what is not above yours; when `from` is above yours you missed something, so ask again: `GET …/snapshot?stream=NAME&since=YOURS`.
- `live` `{"present", "joined", "observers", "turnout": {ballot: {"papers", "registered", "entered"}}, …}`: last value wins, not numbered. Facilitators also get
  `tables` (present and how many have written, never who), `storage` (`ok` or the reason why nothing can be saved), `space` (bytes left on the disk when they are few, else `null`),
  `backup` (`{"state": "ok" | "beside" | a reason that begins with `backup_`, "last": when the last good copy was taken}`) and `documents`; a person gets `voted`.
- `moved` `{}`: your table or your entry changed; connect again.

Over HTTP a snapshot lays the streams of the sender over each other. `epoch` changes when the workshop was restored from a
backup: then everything is sent afresh.

## After a restore

A workshop that comes back from a backup, or out of an archive, has gone back in time, and has another `epoch`: it stands in every snapshot, every change and every answer to a command.
What was acknowledged after the backup lives only on the devices that sent it, so they keep it until the workshop is closed, and offer it again:

1. Who sees an `epoch` other than that of its acknowledgements sends each acknowledged command again, oldest first: the **same** `key`, `name`, `payload` and `as`,
   the `base` it had, and besides `epoch`, that of the acknowledgement, and `number`, the `result.id` that came with it, if there was one:
   `{"key": "0f…", "name": "contribution.post", "payload": {…}, "epoch": "9d…", "number": "ATT-012"}`.
2. A key that the restored server knows gets its first answer: nothing is done twice. This holds for texts without a name too, as long as `edit_secret` is the same.
3. `number` is honoured if it is free; otherwise `result.id` is a new one, and what the device remembers under the old number moves to it. Numbers given later lie above all those brought back.
4. `base` (and `bases`) from a former `epoch` count up to the place where that life was left, and what the sender brought back itself is no conflict: `conflict` means that another hand
   was there since.
5. A refusal that begins with `unknown_` may speak of something that another device has not brought back yet: try again for some minutes. Any other refusal is final (a vote closed meanwhile, for example).
6. A device whose token is unknown (`unknown_token`) came in after the backup: it comes in again with the **same** `key`, service, table and name (by the address for programs, or by the form of the
   join page, `POST /w/CODE/join`, which sets the cookie), is the same `participant` as before, and then offers again. A seat code brings the same person back too.

Send `epoch` with every command that carries a `base`: without it a `base` is read as one of the present.

## Text

Text is normalised once: Unicode NFC, line ends as LF, no control characters, no lone surrogates; of the combining marks on
one letter the first five stay. Nothing else is changed.
Limits count characters as people do (combining marks go with their letter).
"""

COMMANDS = """
## Commands

A role that is not named may not send the command (`forbidden`, 403). Every command may also be refused with `bad_payload`,
`unknown_field`, `text_too_long`, `unknown_token`, `workshop_closed`, and when the disk does not take it with `disk_full`,
`database_locked`, `storage_unwritable`, `database_damaged` or `storage_failed`: then nothing was saved, and the same key may be sent again.
"""

RECORDS = """
## Records

Every record has an `id`. Times are milliseconds since 1970 (UTC); dates are ISO days. A field is left out where the reader
may not see it. Further rules by row: a table and a service never stand together on a contribution; private writing is its
author's and the facilitators' until the step is revealed; what was not shown on the screen is neither the screen's nor the observers'.
"""

ERRORS = """
## Errors
"""
