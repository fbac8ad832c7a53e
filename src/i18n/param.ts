/** Longer than any address, name or range: beyond it a quotation buries the sentence around it. */
const LONGEST = 160

/** What a code carries in `params` under this name, cut where it is long; empty where it carries none. */
export function param(
  { params }: { readonly params: Readonly<Record<string, string>> },
  name: string,
): string {
  const text = params[name] ?? ''
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
