/**
 * Which records a command of ours touches, so that the journal of the others leaves it out. Pure.
 */

const ONE = {
  contribution: "contributions",
  theme: "themes",
  merged: "themes",
  step: "steps",
  case: "cases",
  ballot: "ballots",
  statement: "statements",
  action: "actions",
  message: "messages",
  parked: "parked",
};

const BY_ID = {
  ATT: "contributions",
  POS: "contributions",
  PRO: "contributions",
  THM: "themes",
  VOT: "ballots",
  DIR: "statements",
  ACT: "actions",
  MSG: "messages",
  PTU: "parked",
};

/** Keys `collection/id` that a command and its answer speak of. */
export function touched(payload, result = {}) {
  const keys = [];
  for (const [field, collection] of Object.entries(ONE)) {
    if (payload[field]) keys.push(`${collection}/${payload[field]}`);
  }
  for (const id of payload.contributions ?? []) keys.push(`contributions/${id}`);
  const made = typeof result?.id === "string" ? BY_ID[result.id.split("-")[0]] : null;
  if (made) keys.push(`${made}/${result.id}`);
  return keys;
}

/** Commands after which whatever moves at once in these collections is ours too. */
export const WHOLE = Object.freeze({
  "step.start": ["steps"],
  "step.pause": ["steps"],
  "step.resume": ["steps"],
  "step.extend": ["steps"],
  "step.finish": ["steps"],
  "step.back": ["steps"],
  "writing.open": ["steps"],
  "writing.close": ["steps"],
  "theme.merge": ["contributions", "themes"],
  "theme.remove": ["contributions"],
  "action.create": ["contributions", "actions"],
  "action.drop": ["contributions"],
  "ballot.open": ["ballots", "themes"],
  undo: ["contributions", "themes", "steps", "cases", "ballots", "statements", "actions", "messages", "parked"],
});
