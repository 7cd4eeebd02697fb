// The same folding as the server's search_key: case, marks, đ and blanks, so that "hoa binh" finds "Hoà  Bình".
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/[\s\u200b\ufeff\u0085]+/g, " ")
    .trim();
}
