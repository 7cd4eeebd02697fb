import type { Access } from "../api/types";
import { sentenceFor, t } from "../text/t";

// The last word of an address that is no id names the thing: "GET /tasks/{task}/events" -> "events".
function thingOf(path: string): string {
  const words = path.split("/").filter((word) => word && !word.startsWith("{"));
  return words.at(-1) ?? "";
}

const verbs: Record<string, "log.verb.get" | "log.verb.post" | "log.verb.put" | "log.verb.delete"> = { GET: "log.verb.get", POST: "log.verb.post", PUT: "log.verb.put", PATCH: "log.verb.put", DELETE: "log.verb.delete" };

// What happened, in words; where no words are known for it, as the program calls it.
export function whatOf({ what }: Pick<Access, "what">): string {
  const whole = sentenceFor(`log.what.${what}`);
  if (whole) return whole;
  const [method = "", path = ""] = what.split(" ");
  const verb = verbs[method];
  const thing = sentenceFor(`log.thing.${thingOf(path)}`);
  return verb && thing ? t(verb, thing) : what;
}

// An account by its name, anything else by its id; nothing where it is the one who acts.
export function objectOf(access: Access): string {
  if (access.object_name) return access.object_name === access.account ? "" : access.object_name;
  return access.kind === "session" ? "" : access.object;
}
