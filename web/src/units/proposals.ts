import type { RegisterProposal } from "../api/types";

// Several spellings of one name, letter for letter once case, blanks and openings are put aside: no person needs to look.
export const isSure = (proposal: RegisterProposal): boolean => proposal.kind !== "open_group" && proposal.likeness === "several_spellings";
