/** A contribution on its way: what its form holds, what it lacks, and how it leaves. */
import { _ } from "../../core/i18n.js";
import { newKey } from "../../core/keys.js";
import { choosesCase, everyCase, startOf } from "./post-cases.js";
import { KINDS, payloadOf } from "./post-payload.js";
import { signs } from "./signature.js";
import { isForTable } from "./speaker.js";

/**
 * The kinds to write in this step, the one that its instruction asks for first at the head.
 * @param {import("./desk.js").Desk} desk
 */
export function kindsOpen(desk) {
  const allowed = desk.step()?.allows ?? [];
  return allowed.filter((/** @type {string} */ kind) => KINDS.includes(kind));
}

/**
 * The draft of one kind in the current step.
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 */
export function draftOf(desk, kind) {
  return desk.draft(`post.${desk.step()?.id}.${kind}`);
}

/**
 * What the form holds: what was typed, over what it starts from.
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 */
export function heldOf(desk, kind) {
  return { ...startOf(desk, kind), ...(draftOf(desk, kind).read() ?? {}) };
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 */
export function needsText(desk, kind) {
  return kind !== "positioning" || !everyCase(desk);
}

/**
 * @param {Event} event
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 */
export function submit(event, desk, kind) {
  event.preventDefault();
  const fields = heldOf(desk, kind);
  const lacks = missing(desk, kind, fields);
  if (lacks) {
    desk.toast(lacks.said);
    /** @type {any} */ (event.target).querySelector(lacks.field).focus();
    return;
  }
  send(desk, { kind, fields, step: desk.step()?.id ?? null, onCase: desk.currentCase()?.id ?? null });
  const { signed, service } = fields;
  const stays = { ...(signed === undefined ? {} : { signed }), ...(service && !desk.me() ? { service } : {}) };
  if (Object.keys(stays).length) draftOf(desk, kind).write(stays);
  else draftOf(desk, kind).clear();
  desk.draw();
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {any} fields
 * @returns {{said: string, field: string}|null}
 */
function missing(desk, kind, fields) {
  const speaks = (fields.text ?? "").trim() !== "";
  const noText = { said: _("Écrivez d’abord quelques mots."), field: "textarea" };
  if (kind !== "positioning") return speaks ? null : noText;
  if (!desk.me() && !fields.service)
    return { said: _("Choisissez d’abord le service."), field: "#post-positioning-service" };
  if (choosesCase(desk) && !fields.case) {
    return { said: _("Choisissez d’abord la situation."), field: "#post-positioning-case" };
  }
  if (!fields.role) return { said: _("Choisissez d’abord le rôle de votre service."), field: "#post-positioning-role" };
  return speaks || !needsText(desk, kind) ? null : noText;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {{kind: string, fields: any, step: string|null, onCase: string|null}} written
 */
export function send(desk, written) {
  const anyCase = choosesCase(desk);
  const signed = signs(desk, written.fields);
  const forTable = isForTable(desk, written.kind, written.step);
  const payload = payloadOf({ ...written, everyCase: anyCase, signed, forTable, secret: newKey() });
  desk.keep("contribution.post", payload, { kind: written.kind });
}
