import type { components } from "./schema";

type Schemas = components["schemas"];

export type Session = Schemas["Session"];
export type Named = Schemas["Named"];
export type Programme = Schemas["Programme"];
export type ProgrammeSection = Schemas["ProgrammeSection"];
export type TaskRow = Schemas["TaskRow"];
export type Task = Schemas["Task"];
export type TaskPage = Schemas["TaskPage"];
export type TaskChanges = Schemas["TaskChanges"];
export type TaskEvent = Schemas["Event"];
export type Period = Schemas["Period"];
export type Place = Schemas["Place"];
export type Quantity = Schemas["Quantity"];
export type Citation = Schemas["Citation"];
export type FieldName = Schemas["FieldName"];
export type Intake = Schemas["Intake"];
export type IntakeSummary = Schemas["IntakeSummary"];
export type Preview = Schemas["Preview"];
export type TaskDraft = Schemas["TaskDraft"];
export type ProposalDraft = Schemas["ProposalDraft"];
export type DocumentProblem = Schemas["DocumentProblem"];
export type Corrections = Schemas["Corrections"];
export type Correction = Corrections["operations"][number];
export type Problem = Schemas["Problem"];
export type List<Item> = { items: Item[] };

export type TextField = Exclude<FieldName, "issuing_level">;
