/** What a code carries in `params` under this name; empty where it carries none. */
export const param = (
  { params }: { readonly params: Readonly<Record<string, string>> },
  name: string,
): string => params[name] ?? ''
