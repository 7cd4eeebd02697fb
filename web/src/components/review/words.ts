import type { FieldName } from "../../api/types";
import { sentenceFor, t } from "../../text/t";

export const fieldNames: FieldName[] = ["number", "title", "lead", "coordinating", "deliverable", "directing_leader", "note", "due", "issuing_level"];

// The document's own word for a column, or ours.
export const labelOf = (field: string, header: string): string => header || sentenceFor(`ui.field.${field}`) || (field.startsWith("extra.") ? field.slice(6) : t("ui.field.extra"));
