export interface Amount { unit: string; amount: number }

// "1.200" and "1200,5" as they are written here; what is no number other than 0 is left out.
export function amountsOf(fields: Record<string, string>): Amount[] {
  return Object.entries(fields)
    .map(([unit, text]) => ({ unit, amount: Number(text.replace(/[\s.]/g, "").replace(",", ".").replace("−", "-")) }))
    .filter(({ amount }) => Number.isFinite(amount) && amount !== 0);
}
